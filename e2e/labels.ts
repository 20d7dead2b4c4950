import jobsEn from '../app/src/hiring/jobs/jobs.en.json' with { type: 'json' }
import jobsNl from '../app/src/hiring/jobs/jobs.nl.json' with { type: 'json' }
import sessionEn from '../app/src/platform/auth/session.en.json' with { type: 'json' }
import sessionNl from '../app/src/platform/auth/session.nl.json' with { type: 'json' }
import uiEn from '../app/src/ui/ui.en.json' with { type: 'json' }
import uiNl from '../app/src/ui/ui.nl.json' with { type: 'json' }

export type Language = 'en' | 'nl'

/** What stands on the screens of the ATS, from the catalogues themselves. */
export const ats = {
  en: { jobs: jobsEn, session: sessionEn, ui: uiEn },
  nl: { jobs: jobsNl, session: sessionNl, ui: uiNl },
}

/** What stands on the Recruiter pages; the seed page's own labels among them, spelt out here on purpose. */
export const recruiter = {
  en: {
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    searchPeople: 'Search people',
    jobBox: 'Job title or id',
    export: 'Export',
    changeAts: 'Change ATS',
    exportedTo: (job: string) => `Exported to ${job}`,
  },
  nl: {
    email: 'E-mailadres',
    password: 'Wachtwoord',
    signIn: 'Aanmelden',
    searchPeople: 'Personen zoeken',
    jobBox: 'Functietitel of functie-id',
    export: 'Exporteren',
    changeAts: 'ATS wijzigen',
    exportedTo: (job: string) => `Geëxporteerd naar ${job}`,
  },
}

export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '')
}
