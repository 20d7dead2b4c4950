import type { projectsEn } from './en-projects.ts'

export const projectsNl: typeof projectsEn = {
  projects: {
    title: 'Projecten',
    save: 'Opslaan in project',
    choose: 'Kies een project',
    saveButton: 'Opslaan',
    newName: 'Naam van een nieuw project',
    contract: 'Contract',
    saveToNew: 'Maken en opslaan',
    savedTo: 'Opgeslagen in',
    wasSavedTo: 'Stond al in',
    savedIn: 'In uw projecten:',
    none: 'U hebt nog geen projecten',
    noneLead:
      'Een project houdt personen bij elkaar. Maak er hieronder een, of kies op een profiel Opslaan in project.',
    newTitle: 'Nieuw project',
    create: 'Project maken',
    yours: 'Van u',
    ownedBy: name => `Van ${name}`,
    access: { full: 'Volledige toegang', pipeline: 'Alleen personen', view: 'Alleen bekijken' },
    nobody: 'Er staat nog niemand in dit project. Kies op een profiel Opslaan in project.',
    savedBy: name => `Opgeslagen door ${name},`,
    remove: 'Verwijderen',
    removed: name => `${name} is uit dit project verwijderd.`,
    sharing: 'Gedeeld met',
    notShared: 'Alleen de eigenaar ziet dit project.',
    takeBack: 'Niet meer delen',
    colleague: 'Collega op dit contract',
    accessLabel: 'Toegang',
    share: 'Delen',
  },
  messages: {
    title: 'Berichten',
    lead: name =>
      `Hier komen de berichten met ${name} te staan. Deze sandbox heeft nog geen postvak, dus er kan geen InMail worden verzonden of gelezen.`,
    sendInMail: 'InMail verzenden',
    newWindow: '(opent een nieuw venster)',
  },
}
