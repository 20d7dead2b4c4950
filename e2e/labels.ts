import frameEn from '../app/src/frame.en.json' with { type: 'json' }
import frameNl from '../app/src/frame.nl.json' with { type: 'json' }
import applicationsEn from '../app/src/hiring/applications/applications.en.json' with { type: 'json' }
import applicationsNl from '../app/src/hiring/applications/applications.nl.json' with { type: 'json' }
import closingsEn from '../app/src/hiring/applications/closings.en.json' with { type: 'json' }
import closingsNl from '../app/src/hiring/applications/closings.nl.json' with { type: 'json' }
import candidatesEn from '../app/src/hiring/candidates/candidates.en.json' with { type: 'json' }
import candidatesNl from '../app/src/hiring/candidates/candidates.nl.json' with { type: 'json' }
import erasingEn from '../app/src/hiring/erasing/erasing.en.json' with { type: 'json' }
import erasingNl from '../app/src/hiring/erasing/erasing.nl.json' with { type: 'json' }
import homeEn from '../app/src/hiring/home/home.en.json' with { type: 'json' }
import homeNl from '../app/src/hiring/home/home.nl.json' with { type: 'json' }
import jobsEn from '../app/src/hiring/jobs/jobs.en.json' with { type: 'json' }
import jobsNl from '../app/src/hiring/jobs/jobs.nl.json' with { type: 'json' }
import notesEn from '../app/src/hiring/notes/notes.en.json' with { type: 'json' }
import notesNl from '../app/src/hiring/notes/notes.nl.json' with { type: 'json' }
import notesTabEn from '../app/src/hiring/notes/notes-tab.en.json' with { type: 'json' }
import notesTabNl from '../app/src/hiring/notes/notes-tab.nl.json' with { type: 'json' }
import notificationsEn from '../app/src/hiring/notifications/notifications.en.json' with { type: 'json' }
import notificationsNl from '../app/src/hiring/notifications/notifications.nl.json' with { type: 'json' }
import savedViewsEn from '../app/src/hiring/saved-views/saved-views.en.json' with { type: 'json' }
import savedViewsNl from '../app/src/hiring/saved-views/saved-views.nl.json' with { type: 'json' }
import searchEn from '../app/src/hiring/search/search.en.json' with { type: 'json' }
import searchNl from '../app/src/hiring/search/search.nl.json' with { type: 'json' }
import talentPoolsEn from '../app/src/hiring/talent-pools/talent-pools.en.json' with { type: 'json' }
import talentPoolsNl from '../app/src/hiring/talent-pools/talent-pools.nl.json' with { type: 'json' }
import identityEn from '../app/src/linkedin/identity/identity.en.json' with { type: 'json' }
import identityNl from '../app/src/linkedin/identity/identity.nl.json' with { type: 'json' }
import inAtsIndicatorEn from '../app/src/linkedin/in-ats-indicator/in-ats-indicator.en.json' with { type: 'json' }
import inAtsIndicatorNl from '../app/src/linkedin/in-ats-indicator/in-ats-indicator.nl.json' with { type: 'json' }
import doubtsWaitingEn from '../app/src/linkedin/match-desk/doubts-waiting.en.json' with { type: 'json' }
import doubtsWaitingNl from '../app/src/linkedin/match-desk/doubts-waiting.nl.json' with { type: 'json' }
import matchDeskEn from '../app/src/linkedin/match-desk/match-desk.en.json' with { type: 'json' }
import matchDeskNl from '../app/src/linkedin/match-desk/match-desk.nl.json' with { type: 'json' }
import jobInLinkedInEn from '../app/src/linkedin/one-click-export/job-linkedin-facts.en.json' with { type: 'json' }
import jobInLinkedInNl from '../app/src/linkedin/one-click-export/job-linkedin-facts.nl.json' with { type: 'json' }
import profileWidgetEn from '../app/src/linkedin/profile-widget/profile-widget.en.json' with { type: 'json' }
import profileWidgetNl from '../app/src/linkedin/profile-widget/profile-widget.nl.json' with { type: 'json' }
import setUpEn from '../app/src/linkedin/set-up/set-up.en.json' with { type: 'json' }
import setUpNl from '../app/src/linkedin/set-up/set-up.nl.json' with { type: 'json' }
import connectedUsersEn from '../app/src/linkedin/user-connection/connected-users.en.json' with { type: 'json' }
import connectedUsersNl from '../app/src/linkedin/user-connection/connected-users.nl.json' with { type: 'json' }
import userConnectionEn from '../app/src/linkedin/user-connection/user-connection.en.json' with { type: 'json' }
import userConnectionNl from '../app/src/linkedin/user-connection/user-connection.nl.json' with { type: 'json' }
import sessionEn from '../app/src/platform/auth/session.en.json' with { type: 'json' }
import sessionNl from '../app/src/platform/auth/session.nl.json' with { type: 'json' }
import uiEn from '../app/src/ui/ui.en.json' with { type: 'json' }
import uiNl from '../app/src/ui/ui.nl.json' with { type: 'json' }

export type Language = 'en' | 'nl'

/** What stands on the screens of the ATS, from the catalogues themselves. */
export const ats = {
  en: {
    applications: applicationsEn,
    candidates: candidatesEn,
    closings: closingsEn,
    connectedUsers: connectedUsersEn,
    doubtsWaiting: doubtsWaitingEn,
    erasing: erasingEn,
    frame: frameEn,
    home: homeEn,
    identity: identityEn,
    jobInLinkedIn: jobInLinkedInEn,
    jobs: jobsEn,
    inAtsIndicator: inAtsIndicatorEn,
    notes: notesEn,
    notesTab: notesTabEn,
    notifications: notificationsEn,
    matchDesk: matchDeskEn,
    profileWidget: profileWidgetEn,
    savedViews: savedViewsEn,
    search: searchEn,
    session: sessionEn,
    setUp: setUpEn,
    talentPools: talentPoolsEn,
    ui: uiEn,
    userConnection: userConnectionEn,
  },
  nl: {
    applications: applicationsNl,
    candidates: candidatesNl,
    closings: closingsNl,
    connectedUsers: connectedUsersNl,
    doubtsWaiting: doubtsWaitingNl,
    erasing: erasingNl,
    frame: frameNl,
    home: homeNl,
    identity: identityNl,
    jobInLinkedIn: jobInLinkedInNl,
    jobs: jobsNl,
    inAtsIndicator: inAtsIndicatorNl,
    notes: notesNl,
    notesTab: notesTabNl,
    notifications: notificationsNl,
    matchDesk: matchDeskNl,
    profileWidget: profileWidgetNl,
    savedViews: savedViewsNl,
    search: searchNl,
    session: sessionNl,
    setUp: setUpNl,
    talentPools: talentPoolsNl,
    ui: uiNl,
    userConnection: userConnectionNl,
  },
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
    cancel: 'Cancel',
    exportedTo: (job: string) => `Exported to ${job}`,
    inAts: 'In-ATS',
    inAtsTabs: {
      jobs: 'Jobs & statuses',
      feedback: 'Interview feedback (1)',
      notes: 'Notes (2)',
      oneNote: 'Notes (1)',
    },
    inAtsEmpty: 'Nothing shared yet: candidates appear once they are past Prospect',
    inYourAts: 'In your ATS: 1',
  },
  nl: {
    email: 'E-mailadres',
    password: 'Wachtwoord',
    signIn: 'Aanmelden',
    searchPeople: 'Personen zoeken',
    jobBox: 'Functietitel of functie-id',
    export: 'Exporteren',
    changeAts: 'ATS wijzigen',
    cancel: 'Annuleren',
    exportedTo: (job: string) => `Geëxporteerd naar ${job}`,
    inAts: 'In-ATS',
    inAtsTabs: {
      jobs: 'Functies en statussen',
      feedback: 'Feedback sollicitatiegesprek (1)',
      notes: 'Notities (2)',
      oneNote: 'Notities (1)',
    },
    inAtsEmpty: 'Nog niets gedeeld: kandidaten verschijnen zodra ze voorbij Prospect zijn',
    inYourAts: 'In uw ATS: 1',
  },
}

export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '')
}
