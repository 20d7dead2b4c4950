import type { NewClosing } from '../../app/src/hiring/applications/closings.shapes.ts'
import type { Source } from '../../app/src/hiring/candidates/candidates.shapes.ts'

export interface DemoJob {
  title: string
  location: string
  description: string
  openings?: number
  workplace: 'on_site' | 'hybrid' | 'remote'
  /** By last name; the first one makes the job. */
  team: { lastName: string; role: 'recruiter' | 'hiring_manager' | 'interviewer' | 'delegate'; delegateOf?: string }[]
  prospect?: { enabled?: boolean; openToHiringManagers?: boolean }
  state: 'draft' | 'active' | 'cancelled' | 'filled'
  people: DemoCandidate[]
}

export interface DemoCandidate {
  firstName: string
  lastName: string
  title: string
  company: string
  location: string
  email?: string
  skills?: string[]
  source: Source
  stage: 'Prospect' | 'Application' | 'Screen' | 'Interview' | 'Offer'
  /** Out of the running since then. */
  closing?: NewClosing
}

type Row = [
  ...person: [
    name: string,
    title: string,
    company: string,
    place: string,
    source: Source,
    stage: DemoCandidate['stage'],
  ],
  closing?: NewClosing,
]

/** Family names keep their prefixes: "Noor van Dalen" is Noor, van Dalen. */
export function people(rows: Row[], skills: string[] = []): DemoCandidate[] {
  return rows.map(([name, title, company, location, source, stage, closing]) => {
    const [firstName = '', ...rest] = name.split(' ')
    const lastName = rest.join(' ')
    const email = `${firstName}.${lastName}`.toLowerCase().replace(/[^a-z.]/g, '')
    return {
      firstName,
      lastName,
      title,
      company,
      location,
      source,
      stage,
      skills,
      ...(closing && { closing }),
      // Somebody found on LinkedIn rarely comes with an address.
      ...(source === 'linkedin' ? {} : { email: `${email}@postduif.example` }),
    }
  })
}
