import { describeCandidate } from '@lodestone/sandbox/behaviours/ats-candidates'
import { listExportableJobs } from '@lodestone/sandbox/behaviours/exports'
import { isOfApplication, isOfCandidate } from '@lodestone/sandbox/synced-records'
import type { ConnectedCompany } from './companies.ts'
import { organization } from './companies.ts'
import type { LinkedInWorld } from './linkedin-world.ts'

/** What this recruiter finds in the export box of this instance. */
export function offeredTo(
  world: Pick<LinkedInWorld, 'running'>,
  company: ConnectedCompany,
  recruiterMemberId: string,
): string[] {
  const exporter = { clientId: company.clientId, integrationContext: organization, recruiterMemberId }
  return listExportableJobs(world.running.sandbox, exporter).map(job => job.externalJobPostingId)
}

export function jobAtLinkedIn(world: LinkedInWorld, company: ConnectedCompany, reference: string) {
  return world.running.store.jobPostings.findWhere(
    job => job.clientId === company.clientId && job.externalJobPostingId === reference,
  )
}

/** The calls that came with this company's credentials. */
export function callsOf(world: LinkedInWorld, company: ConnectedCompany, path = '*', after = 0) {
  return world.running.sandbox.traffic.list({ direction: 'in', clientId: company.clientId, path, after })
}

/** To be given as `after`. */
export function lastCall(world: LinkedInWorld): number {
  return world.running.sandbox.traffic.list().at(-1)?.number ?? 0
}

interface CallFault {
  path: string
  kind: 'status' | 'cut'
  status?: number
  retryAfterSeconds?: number
  moment?: 'before' | 'after'
  count?: number
}

/** LinkedIn misbehaves on the next call to this path, or the next few. */
export function spoilCalls(world: LinkedInWorld, { moment = 'before', count = 1, ...fault }: CallFault): void {
  world.running.sandbox.faults.add({ on: 'call', delayMs: 0, seed: 1, moment, count, ...fault })
}

/** What LinkedIn holds of a candidate, and whom it took him for; undefined when it knows nothing. */
export function candidateAtLinkedIn(world: LinkedInWorld, company: ConnectedCompany, candidateId: string) {
  const { clientId } = company
  return describeCandidate(world.running.sandbox, {
    clientId,
    integrationContext: organization,
    atsCandidateId: candidateId,
  })
}

/** What LinkedIn holds of an application, with its steps by time; undefined when it knows nothing. */
export function applicationAtLinkedIn(world: LinkedInWorld, { clientId }: ConnectedCompany, applicationId: string) {
  const place = { clientId, integrationContext: organization, atsJobApplicationId: applicationId }
  const { store } = world.running
  const held = store.atsApplications.findWhere(isOfApplication(place))
  if (!held) return undefined
  const steps = store.atsApplicationStages.list(isOfApplication(place)).map(({ id, body }) => ({ id, ...body }))
  return { ...held.application, steps: steps.sort((a, b) => a.atsCreatedAt - b.atsCreatedAt) }
}

/** The notes that LinkedIn holds about a candidate, or about one on a job, by time. */
export function notesAtLinkedIn(
  world: LinkedInWorld,
  { clientId }: ConnectedCompany,
  about: { candidateId: string } | { applicationId: string },
) {
  const { store } = world.running
  const place = { clientId, integrationContext: organization }
  const notes =
    'candidateId' in about
      ? store.atsCandidateNotes.list(isOfCandidate({ ...place, atsCandidateId: about.candidateId }))
      : store.atsApplicationNotes.list(isOfApplication({ ...place, atsJobApplicationId: about.applicationId }))
  return notes.map(note => note.body).sort((a, b) => (a.atsCreatedAt ?? 0) - (b.atsCreatedAt ?? 0))
}
