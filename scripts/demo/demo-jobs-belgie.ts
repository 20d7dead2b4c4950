import type { DemoJob } from './demo-jobs.ts'
import { people } from './demo-jobs.ts'

export const jobsBelgie: DemoJob[] = [
  {
    title: 'Backend engineer',
    location: 'Antwerp, Belgium',
    workplace: 'hybrid',
    description:
      'You work from Antwerp on the same order platform as the colleagues in Amsterdam, with the Belgian auctions as your own field: their clocks, their rules and their carriers.',
    team: [{ lastName: 'de Wit', role: 'recruiter' }],
    state: 'active',
    people: people([['Lieve Claes', 'Developer', 'Scheldekaai', 'Antwerp', 'career_site', 'Application']]),
  },
  {
    title: 'Account manager florists',
    location: 'Ghent, Belgium',
    workplace: 'on_site',
    description:
      'You know the florists of East Flanders by name. You visit them, you hear what they miss, and you make sure that they get it before Friday.',
    team: [{ lastName: 'de Wit', role: 'recruiter' }],
    state: 'active',
    people: people([['Jan Wouters', 'Account manager', 'Leiebloem', 'Ghent', 'referral', 'Prospect']]),
  },
]
