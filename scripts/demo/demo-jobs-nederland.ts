import type { DemoJob } from './demo-jobs.ts'
import { people } from './demo-jobs.ts'

const tooGreen = {
  as: 'rejected',
  reason: 'experience',
  comment: 'Two years, and we ask for five. Ask him again in the autumn of next year.',
} as const
const gone = { as: 'withdrawn', reason: 'other_job', comment: 'Starts at Lindenhof in January.' } as const

const team = (...members: string[]): DemoJob['team'] =>
  members.map(member => {
    const [lastName = '', role = 'recruiter'] = member.split(': ')
    return { lastName, role: role as DemoJob['team'][number]['role'] } // written a few lines below
  })

export const jobsNederland: DemoJob[] = [
  {
    title: 'Senior backend engineer',
    location: 'Amsterdam, Netherlands',
    workplace: 'hybrid',
    openings: 2,
    description:
      'You build the services that carry every flower order from the auction to the shop: order routing, stock and planning. ' +
      'You work with four colleagues on an event-driven platform, and you own what you ship.',
    team: team(
      'de Wit: recruiter',
      'Hoekstra: recruiter',
      'Bos: hiring_manager',
      'Aarts: hiring_manager',
      'Smeets: interviewer',
    ),
    state: 'active',
    people: people(
      [
        ['Daan Kuipers', 'Software engineer', 'Maasland', 'Rotterdam', 'linkedin', 'Prospect'],
        ['Thijs Molenaar', 'Lead developer', 'Polderwerk', 'Almere', 'referral', 'Prospect'],
        ['Noor van Dalen', 'Senior developer', 'Kanaal 12', 'Utrecht', 'linkedin', 'Prospect'],
        ['Ruben Vermeer', 'Java engineer', 'Veerhuis', 'Leiden', 'recruiter', 'Prospect'],
        ['Eva Smit', 'Engineer', 'Brinkhof', 'Haarlem', 'linkedin', 'Prospect'],
        ['Sem Hendriks', 'Engineer', 'Zuiderlicht', 'Amsterdam', 'career_site', 'Application', tooGreen],
        ['Anouk Vermeulen', 'Developer', 'Grachtenfonds', 'Amsterdam', 'career_site', 'Application'],
        ['Bilal Aydin', 'Senior engineer', 'Leemhuis', 'Zaandam', 'linkedin', 'Application'],
        ['Marit Scholten', 'Full-stack developer', 'zelfstandig', 'Hilversum', 'career_site', 'Application'],
        ['Jelle Wiersma', 'Backend engineer', 'Wadkust', 'Leeuwarden', 'referral', 'Application'],
        ['Femke Brouwer', 'Staff engineer', 'Veldhuis Logistiek', 'Utrecht', 'linkedin', 'Screen'],
        ['Stijn Bakker', 'Senior engineer', 'Oeverbank', 'Arnhem', 'referral', 'Screen'],
        ['Hanna Visser', 'Backend engineer', 'Klaver', 'Den Haag', 'linkedin', 'Screen'],
        ['Omar Haddad', 'API engineer', 'Lindenhof', 'Delft', 'career_site', 'Screen', gone],
        ['Wouter Dijkstra', 'Principal engineer', 'Terpstra', 'Groningen', 'linkedin', 'Interview'],
        ['Amira Bouazza', 'Senior engineer', 'Rozenhof', 'Amsterdam', 'linkedin', 'Interview'],
        ['Koen Peeters', 'Backend lead', 'Amstelpoort', 'Amsterdam', 'referral', 'Interview'],
        ['Ilse Groen', 'Senior engineer', 'Kruispoort', 'Amersfoort', 'linkedin', 'Offer'],
        ['Mats Veenstra', 'Engineer', 'Zilverzand', 'Zwolle', 'referral', 'Offer'],
      ],
      ['Java', 'Kotlin', 'PostgreSQL', 'Kafka'],
    ),
  },
  {
    title: 'Product designer',
    location: 'Utrecht, Netherlands',
    workplace: 'hybrid',
    description:
      'You design how growers and shops order from each other. You talk with both every week, you draw, you test, and you stay until it works in the hands of the people it is for.',
    team: team('Hoekstra: recruiter', 'Bos: hiring_manager'),
    prospect: { openToHiringManagers: false },
    state: 'active',
    people: people(
      [
        ['Roos Willems', 'Product designer', 'Studio Haring', 'Utrecht', 'linkedin', 'Prospect'],
        ['Ties Blom', 'Interaction designer', 'Windwijzer', 'Breda', 'linkedin', 'Prospect'],
        ['Fleur Hofman', 'UX designer', 'Zonnehoek', 'Eindhoven', 'career_site', 'Application'],
        ['Luuk Driessen', 'Service designer', 'Stadsdok', 'Tilburg', 'referral', 'Screen'],
      ],
      ['Figma', 'Research', 'Prototyping'],
    ),
  },
  {
    title: 'Data engineer',
    location: 'Utrecht, Netherlands',
    workplace: 'remote',
    description:
      'You make the numbers that planners trust at six in the morning: pipelines from the auction clocks, the cold stores and the lorries, tested and explained.',
    team: team('de Wit: recruiter', 'Aarts: hiring_manager'),
    state: 'active',
    people: people(
      [
        ['Gijs Timmer', 'Data engineer', 'Wadkust Data', 'Sneek', 'linkedin', 'Prospect'],
        ['Naomi Bakker', 'Analytics engineer', 'Meetlat', 'Utrecht', 'linkedin', 'Application'],
        ['Youssef Amrani', 'Data engineer', 'Cijferhuis', 'Amsterdam', 'job_board', 'Interview'],
      ],
      ['Python', 'SQL', 'dbt'],
    ),
  },
  {
    title: 'Teamlead klantenservice',
    location: 'Aalsmeer, Netherlands',
    workplace: 'on_site',
    description:
      'Je leidt twaalf mensen die kwekers en winkels helpen, van vier uur ’s ochtends tot twee uur ’s middags. Je kent de planning, je hoort wat er speelt en je lost op wat blijft liggen.',
    team: team('van Rijn: recruiter', 'Bos: hiring_manager'),
    state: 'active',
    people: people([
      ['Karin Schouten', 'Coördinator', 'Bloemenbeurs', 'Uithoorn', 'career_site', 'Application'],
      ['Hassan Öztürk', 'Teamleider', 'Kassenbouw West', 'Naaldwijk', 'referral', 'Screen'],
    ]),
  },
  {
    title: 'Site reliability engineer',
    location: 'Eindhoven, Netherlands',
    workplace: 'hybrid',
    description:
      'You keep the order platform up while the auction runs. You measure first, you automate second, and you write down what you learnt. This job takes applicants only, without prospects.',
    team: team('de Wit: recruiter', 'Hoekstra: recruiter'),
    prospect: { enabled: false },
    state: 'active',
    people: people([['Pim Jacobs', 'SRE', 'Kempenland', 'Eindhoven', 'career_site', 'Application']]),
  },
  {
    title: 'Integration developer',
    location: 'Rotterdam, Netherlands',
    workplace: 'hybrid',
    description:
      'You connect our order platform with the systems of growers, carriers and shops. A first outline, still to be written.',
    team: team('de Wit: recruiter'),
    state: 'draft',
    people: [],
  },
  {
    title: 'Warehouse planner',
    location: 'Naaldwijk, Netherlands',
    workplace: 'on_site',
    description:
      'You plan who stands where in the cold store, from the first lorry to the last pallet. You know the work on the floor and you plan so that people can go home on time.',
    team: team('Hoekstra: recruiter', 'Bos: hiring_manager'),
    state: 'filled',
    people: people([
      ['Sofie Maas', 'Planner', 'Bloemhof', 'Naaldwijk', 'career_site', 'Offer'],
      ['Bram Oosterhuis', 'Shift leader', 'Torenlaan', 'Delft', 'referral', 'Interview'],
    ]),
  },
  {
    title: 'Office manager',
    location: 'Amsterdam, Netherlands',
    workplace: 'on_site',
    description:
      'You run the office on the canal: guests, rooms, coffee, contracts. The job was withdrawn when the office moved; it stays here to be found.',
    team: team('de Wit: recruiter'),
    state: 'cancelled',
    people: people([['Tess Jansen', 'Office manager', 'Duinrand Media', 'Haarlem', 'career_site', 'Screen']]),
  },
]
