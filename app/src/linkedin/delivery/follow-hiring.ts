import type { Follower } from '../../platform/events/follow-events.ts'
import type { EventRow } from '../../platform/events/read-events.ts'
import type { Work } from '../../platform/work.ts'
import { permissionsOf } from '../access/access.queries.ts'
import { forgetWhatIsThere, wantAccessLists, wantAssignees, wantEverything, wantJobs, wantSending } from './want.ts'
import { wantAllApplications, wantApplications, wantApplicationsOf, wantApplicationsOn } from './want-applications.ts'
import { wantAllCandidates, wantCandidates } from './want-candidates.ts'

/** Hiring tells what happened by event rows; here it becomes what LinkedIn should know. */
export const followHiring: Follower = { name: 'linkedin.delivery', handle: wantWhatChanged }

const jobItself = new Set(['job.activated', 'job.changed', 'job.closed'])
const jobTeam = new Set([...jobItself, 'job.teamChanged', 'job.prospectSettingChanged'])
const person = new Set(['user.changed', 'linkedin.userConnected', 'linkedin.userDisconnected', 'linkedin.seatFound'])

export async function wantWhatChanged(work: Work, events: readonly EventRow[]): Promise<void> {
  if (events.some(event => event.kind === 'linkedin.requested' && event.change.isOtherOrganization === true)) {
    await forgetWhatIsThere(work)
  }
  // As long as LinkedIn is off nothing needs to be remembered: being switched on asks for everything.
  const { exportEnabled, indicatorEnabled } = await permissionsOf(work.tx, work.tenantId)
  if (indicatorEnabled) await wantChangedCandidates(work, events)
  if (!exportEnabled) return
  if (isSwitchedOn(events, 'exportSwitchedOn')) {
    await wantEverything(work)
    return wantSending(work)
  }
  if (events.some(event => event.kind === 'linkedin.connectionEnded')) {
    await wantAccessLists(work, 'active')
    await wantAssignees(work, 'all')
    await wantSending(work)
  }
  if (events.some(event => event.kind === 'linkedin.jobVisibilityChanged')) {
    await wantJobs(work, 'active')
    await wantSending(work)
  }
  const users = subjectsOf(events, person)
  const jobs = subjectsOf(events, jobItself)
  const teams = [...new Set([...subjectsOf(events, jobTeam), ...(await jobsOf(work, users))])]
  if (jobs.length > 0) await wantJobs(work, jobs)
  if (teams.length > 0) await wantAccessLists(work, teams)
  if (users.length > 0) await wantAssignees(work, users)
  if (teams.length > 0 || users.length > 0) await wantSending(work)
}

async function wantChangedCandidates(work: Work, events: readonly EventRow[]): Promise<void> {
  if (isSwitchedOn(events, 'indicatorSwitchedOn')) {
    await wantAllCandidates(work)
    await wantAllApplications(work)
    return wantSending(work)
  }
  const candidates = [...new Set(events.flatMap(candidateOf))]
  const applications = [...new Set(events.flatMap(applicationOf))]
  if (candidates.length > 0) {
    await wantCandidates(work, candidates)
    await wantApplicationsOf(work, candidates)
  }
  if (applications.length > 0) await wantApplications(work, applications)
  const renamed = [...new Set(events.flatMap(renamedJobOf))]
  if (renamed.length > 0) await wantApplicationsOn(work, renamed)
  if (candidates.length + applications.length + renamed.length > 0) await wantSending(work)
}

/** Whatever happens to a candidate himself, and what opens or closes the gate for him. Who is new is not on a job yet. */
function candidateOf({ kind, subjectKind, subjectId, change }: EventRow): string[] {
  if (subjectKind === 'candidate') return kind === 'candidate.created' ? [] : [subjectId]
  const movesGate =
    kind === 'application.created' || change.leftProspect === true || change.backBeforeProspectPassed === true
  return subjectKind === 'application' && movesGate && typeof change.candidateId === 'string'
    ? [change.candidateId]
    : []
}

function renamedJobOf({ kind, subjectId, change }: EventRow): string[] {
  return kind === 'job.changed' && Array.isArray(change.fields) && change.fields.includes('title') ? [subjectId] : []
}

/** Whatever happens to an application. */
function applicationOf({ subjectKind, subjectId }: EventRow): string[] {
  return subjectKind === 'application' ? [subjectId] : []
}

function isSwitchedOn(events: readonly EventRow[], which: 'exportSwitchedOn' | 'indicatorSwitchedOn'): boolean {
  return events.some(event => event.kind === 'linkedin.levelChanged' && event.change[which] === true)
}

function subjectsOf(events: readonly EventRow[], kinds: ReadonlySet<string>): string[] {
  return [...new Set(events.filter(event => kinds.has(event.kind)).map(event => event.subjectId))]
}

async function jobsOf(work: Work, userIds: readonly string[]): Promise<string[]> {
  if (userIds.length === 0) return []
  const rows = await work.tx
    .selectFrom('hiring_team_member')
    .select('job_id')
    .distinct()
    .where('tenant_id', '=', work.tenantId)
    .where('user_id', 'in', [...userIds])
    .execute()
  return rows.map(row => row.job_id)
}
