import type { pluginsEn } from './en-plugins.ts'

export const pluginsNl: typeof pluginsEn = {
  access: {
    company: 'Toegang op bedrijfsniveau',
    contract: 'Toegang op contractniveau',
    forWhom: {
      company: 'voor elk contract van uw bedrijf',
      contract: 'voor elke seat op dit contract',
    },
    opens: {
      company: 'Met 1 klik exporteren, In-ATS-indicator en In-ATS-profielwidget',
      contract: 'Alles van bedrijfsniveau, en InMail-historie, Notitiehistorie en InMail-stubprofielen',
    },
    notRequested: 'Nog niet aangevraagd',
    requested: 'Aangevraagd',
    partnerReady: 'Partner gereed',
    enabled: 'Ingeschakeld',
    switchedOff: 'Uitgeschakeld',
  },
  plugin: {
    title: 'LinkedIn-integratie',
    signInLead: 'Meld u aan met uw LinkedIn-account. U moet het Recruiter-contract beheren.',
    cookieNotKept:
      'U hebt zich aangemeld, maar uw browser heeft dat niet bewaard: cookies zijn hier geblokkeerd. Sta cookies toe voor deze pagina, of gebruik een andere browser.',
    notHere: 'Deze plug-in mag niet op deze pagina worden getoond.',
    notAdmin: name =>
      `${name} beheert geen Recruiter-contract. Alleen een Recruiter-beheerder met een actieve seat kan een ATS verbinden.`,
    notAdminOf: (name, admins) =>
      `${name} beheert geen Recruiter-contract van het bedrijf waarmee dit ATS verbonden is. Vraag ${admins}.`,
    chooseContract: 'Kies een contract',
    chooseContractLead: 'U beheert meerdere contracten. Welk contract verbindt u met dit ATS?',
    useContract: 'Dit contract gebruiken',
    otherContract: 'Ander contract kiezen',
    contract: 'Contract:',
    rsc: 'Verbinding met Recruiter-systeem',
    noRows: 'De pagina rond dit venster biedt geen integratie aan die deze sandbox kent.',
    request: 'Aanvragen',
    notify: 'Partner waarschuwen',
    partnerNotified: 'Partner gewaarschuwd',
    waitThenNotify:
      'Uw ATS heeft bericht gekregen. Verandert er binnen enkele seconden niets, klik dan op Partner waarschuwen en vernieuw daarna.',
    waitThenRefresh: 'Uw ATS heeft opnieuw bericht gekregen. Wacht enkele seconden en vernieuw dan.',
    nextStep: 'Nu schakelt een Recruiter-beheerder het in: in Recruiter, via Meer, Beheerinstellingen, tabblad ATS.',
    openAtsTab: 'Tabblad ATS openen',
    switchOnAgain: 'Een Recruiter-beheerder kan het weer inschakelen op het tabblad ATS van Beheerinstellingen.',
    refresh: 'Vernieuwen',
  },
  profilePlugin: {
    title: 'LinkedIn-profiel',
    signInLead: 'Meld u aan met uw eigen LinkedIn-account om het profiel van deze kandidaat te zien.',
    wrongTag: 'De pagina rond dit venster zegt niet om welke kandidaat het gaat.',
    notAvailable:
      'Het In-ATS-profielwidget is niet ingeschakeld. Een Recruiter-beheerder doet dat via Meer, Beheerinstellingen, ATS.',
    unknownCandidate:
      'Deze kandidaat is niet bekend bij LinkedIn. Dat verandert zodra uw ATS de kandidaat heeft gedeeld, na de fase Prospect.',
    matchedBy: {
      hand: 'Handmatig gekoppeld',
      id: 'Gevonden op lid-id',
      email: 'Gevonden op e-mailadres',
      profile: 'Gevonden op profieladres',
    },
    link: 'Koppelen',
    unlink: 'Ontkoppelen',
    sureToUnlink: name => `Deze kandidaat en ${name} van elkaar losmaken? Ze worden niet opnieuw aan elkaar gekoppeld.`,
    viewInRecruiter: 'Bekijken in Recruiter',
    noSeat: 'U hebt geen Recruiter-seat van dit bedrijf en ziet daarom alleen het openbare deel.',
    possible: { name: 'Mogelijke personen op naam', email: 'Meerdere personen hebben dit e-mailadres' },
    possibleLead: 'Niemand wordt alleen op naam gekoppeld. Wie is het?',
    noMatch: 'Geen overeenkomst gevonden',
    noMatchLead: 'Niemand op LinkedIn heeft dit e-mailadres, dit profieladres of deze naam.',
    search: 'Zoeken op LinkedIn',
    found: count => (count === 1 ? '1 persoon gevonden' : `${count} personen gevonden`),
    wasUnlinked: 'Was van deze kandidaat losgekoppeld',
  },
  admin: {
    more: 'Meer',
    title: 'Beheerinstellingen',
    tabs: 'Beheerinstellingen',
    ats: 'ATS',
    lead: 'De wervingssystemen (ATS) die om toegang tot uw contracten hebben gevraagd. De twee niveaus worden los van elkaar geschakeld.',
    notAdminTitle: 'Alleen voor Recruiter-beheerders',
    notAdminLead: name => `${name} heeft een seat, maar beheert het contract daarvan niet.`,
    askAdmin: (organization, names) => `Bij ${organization} kunt u terecht bij ${names}.`,
    none: 'Nog geen ATS heeft om toegang gevraagd',
    noneLead:
      'De beheerder van uw ATS begint: onder LinkedIn-integratie in de beheerinstellingen van het ATS. Na de aanvraag staat het ATS hier.',
    unnamed: application => `${application} (heeft zich nog geen naam gegeven)`,
    contract: name => `Contract: ${name}`,
    switchOn: 'Inschakelen',
    switchOff: 'Uitschakelen',
    agree:
      'Door in te schakelen gaat u ermee akkoord dat ook eerdere functies, kandidaten en sollicitaties van het ATS worden gesynchroniseerd.',
    obstacles: {
      notRequested: 'De beheerder van uw ATS vraagt dit eerst aan.',
      notNamed: 'Wacht op het ATS: het heeft zijn integraties nog geen naam gegeven.',
      noCallbackUrl: 'Wacht op het ATS: het heeft zijn callbackadres nog niet doorgegeven.',
      beingValidated: 'Het callbackadres wordt gecontroleerd. Open deze pagina zo meteen opnieuw.',
      blocked:
        'Het callbackadres is drie keer gezakt voor de controle en geblokkeerd. Laat het ATS dit herstellen en controleer opnieuw.',
      challengeFailed:
        'Het callbackadres is gezakt voor de controle. Laat het ATS dit herstellen en controleer opnieuw.',
    },
    callback: 'Callbackadres',
    callbackNone: 'Nog niet doorgegeven',
    callbackStates: {
      unchecked: 'Nog niet gecontroleerd',
      validated: 'Gecontroleerd',
      failing: 'Gezakt voor de laatste controle',
      blocked: 'Geblokkeerd na drie mislukte controles',
    },
    validate: 'Opnieuw controleren',
    pushes: 'Laatste meldingen aan het ATS over toegang',
    noPushes: 'Nog geen',
    pushStates: {
      waiting: 'wacht op de volgende poging',
      delivered: 'afgeleverd',
      'given-up': 'opgegeven',
      lost: 'verloren gegaan',
    },
    companyId: 'Bedrijfs-id',
    changeCompanyId: 'Bedrijfs-id wijzigen',
    newCompanyId: 'Nieuwe bedrijfs-id',
    changeCompanyIdLead:
      'Schakel eerst de toegang op bedrijfsniveau van elk ATS uit, wijzig de id en schakel de toegang weer in. Alles wordt opnieuw gesynchroniseerd onder de nieuwe id; dat kan tot 7 dagen duren.',
  },
}
