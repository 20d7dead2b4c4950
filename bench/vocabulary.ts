// No word stands in two of these lists, so that what a search must find can be told without a search engine.

export const firstNames =
  'Sanne Daan Emma Bram Lotte Sem Julia Lucas Eva Finn Sophie Thijs Mila Jesse Tess Ruben Noor Stijn Anouk Gijs Fleur Joris Iris Koen Femke Wouter Maud Niels Roos Sander Yara Timo Nina Pieter Amira Youssef Layla Omar Zeynep Mehmet'.split(
    ' ',
  )

export const lastNames =
  'Jansen Visser Bakker Mulder Bosman Peters Hendriks Dekker Brouwer Smeets Kuipers Huisman Postma Willems Hoekstra Koster Prins Schouten Verhoeven Vermeulen Kramer Dijkstra Jacobs Molenaar Blom Sanders Wolters Scholten Groen Gerritsen Vos Evers Martens Schipper Timmermans Rietveld Zijlstra Gortworst Ruiter Verbeek Boersma Hermans Veenstra Kok Peeters Langen Doorn Bosch Maas Wiersma Lambers Kuiper Hofman Zuidema Hesselink Boon Aarts Driessen Vink Haan Terpstra Mertens Franken Willemsen Roelofs Nijland Claessen Baarsma Kroon Drost Sluiter Hagen Oosting Faber Wessels Tolsma Bouwman Reinders Geerts Elzinga Yilmaz Kaya Bouzid Haddad Nowak Kowalski Rossi Moreau Schneider Andersson'.split(
    ' ',
  )

export const roles = ['Engineer', 'Developer', 'Analyst', 'Consultant', 'Designer', 'Coordinator']
export const fields = ['Platform', 'Data', 'Mobile', 'Security', 'Payments', 'Logistics', 'Greenhouse', 'Energy']

export const companies =
  'Noordzee Polderwerk Tulpveld Zonnedauw Waterkracht Havenlicht Windwijk Dijkzicht Boomgaard Steenhuis Vlasakker Korenbloem'.split(
    ' ',
  )

export const cities =
  'Utrecht Rotterdam Amsterdam Eindhoven Groningen Zwolle Breda Arnhem Haarlem Leiden Delft Nijmegen Antwerpen Gent'.split(
    ' ',
  )

/** The first ones are frequent, the last ones rare. */
export const skills =
  'SQL Python Java TypeScript Docker Kubernetes React Linux Kafka Terraform Scrum Ansible Golang Kotlin Swift Figma Tableau Hadoop Scala Rust Elixir Haskell Prolog Fortran'.split(
    ' ',
  )
