/** The guides, in the order in which one needs them: the steps, what is good to know, and the screen that it is about. */
export const helpTopics = {
  'set-up': {
    steps: ['open', 'connect', 'contract', 'request', 'notify', 'send', 'recruiter', 'level', 'enabled'],
    notes: ['company', 'contract', 'seat', 'off'],
    screen: '/admin/linkedin',
  },
  'own-connection': {
    steps: ['settings', 'connect', 'agree', 'seat'],
    notes: ['both', 'roles', 'own', 'end'],
    screen: '/settings/connections',
  },
  'profile-widget': {
    steps: ['open', 'tab', 'exact', 'names', 'none', 'save'],
    notes: ['name', 'kept', 'signIn', 'blocked'],
    screen: '/candidates',
  },
  'one-click-export': {
    steps: ['job', 'team', 'activate', 'find', 'choose', 'export', 'board'],
    notes: ['once', 'box', 'refused', 'prospect'],
    screen: '/jobs',
  },
  'in-ats-indicator': {
    steps: ['past', 'profile', 'section', 'jobs', 'notes', 'search'],
    notes: ['prospect', 'private', 'stays', 'address'],
    screen: '/jobs',
  },
  'match-desk': {
    steps: ['open', 'look', 'merge', 'two', 'undo'],
    notes: ['never', 'job', 'members', 'again'],
    screen: '/match-desk',
  },
} as const

export type HelpTopic = keyof typeof helpTopics

export function listHelpTopics(): HelpTopic[] {
  return Object.keys(helpTopics) as HelpTopic[] // the keys of a constant
}

export function isHelpTopic(topic: string): topic is HelpTopic {
  return Object.hasOwn(helpTopics, topic)
}
