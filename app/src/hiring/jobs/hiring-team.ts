import { conflict, invalid, notAllowed, notFound } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import type { JobRole, Standing } from './job.policy.ts'
import { mayEditJob, mayNameDelegateOf, mayTakeRoleFrom } from './job.policy.ts'
import type { NewTeamMember, TeamMemberChange } from './jobs.shapes.ts'
import { lockJob } from './standing.queries.ts'

interface Place {
  role: JobRole
  delegateOf: string | null
}

export async function addToHiringTeam(work: Work, jobId: string, input: NewTeamMember): Promise<void> {
  const team = await openTeam(work, jobId)
  const place = { role: input.role, delegateOf: input.delegateOf ?? null }
  if (team.members.has(input.userId)) {
    throw conflict({
      code: 'team.alreadyMember',
      message: 'This person is on the hiring team already. Change the role instead.',
      errors: [{ field: 'userId', message: 'is on the hiring team already', code: 'team.alreadyMember' }],
    })
  }
  await refuseUnfit(work, team, { userId: input.userId, place })
  await work.tx
    .insertInto('hiring_team_member')
    .values({
      tenant_id: work.tenantId,
      job_id: jobId,
      user_id: input.userId,
      role: place.role,
      delegate_of: place.delegateOf,
      added_at: work.now,
    })
    .execute()
  await recordTeamChange(work, jobId, { userId: input.userId, old: null, new: place, delegatesRemoved: [] })
}

/** Whoever stops being a recruiter or hiring manager of the job loses his delegates there. */
export async function changeTeamRole(
  work: Work,
  jobId: string,
  input: TeamMemberChange & { userId: string },
): Promise<void> {
  const team = await openTeam(work, jobId)
  const before = memberOf(team, input.userId)
  const after = { role: input.role, delegateOf: input.delegateOf ?? null }
  if (before.role === after.role && before.delegateOf === after.delegateOf) return
  refuseUnlessMayTake(team.standing, { userId: input.userId, role: before.role })
  await refuseUnfit(work, team, { userId: input.userId, place: after })
  const leads = isLead(after.role)
  if (!leads) refuseLeaderless(team, input.userId)
  const delegatesRemoved = leads ? [] : await removeMembers(work, jobId, delegatesOf(team, input.userId))
  await work.tx
    .updateTable('hiring_team_member')
    .set({ role: after.role, delegate_of: after.delegateOf })
    .where('tenant_id', '=', work.tenantId)
    .where('job_id', '=', jobId)
    .where('user_id', '=', input.userId)
    .execute()
  await recordTeamChange(work, jobId, { userId: input.userId, old: before, new: after, delegatesRemoved })
}

export async function removeFromHiringTeam(work: Work, jobId: string, userId: string): Promise<void> {
  const team = await openTeam(work, jobId)
  const before = memberOf(team, userId)
  refuseUnlessMayTake(team.standing, { userId, role: before.role })
  refuseLeaderless(team, userId)
  const delegates = delegatesOf(team, userId)
  await removeMembers(work, jobId, [userId, ...delegates])
  await recordTeamChange(work, jobId, { userId, old: before, new: null, delegatesRemoved: delegates })
}

interface Team {
  standing: Standing
  members: Map<string, Place>
}

async function openTeam(work: Work, jobId: string): Promise<Team> {
  const { standing } = await lockJob(work, jobId)
  if (!mayEditJob(standing)) {
    throw notAllowed('team.mayNotEdit', 'Only recruiters and hiring managers of this job change its hiring team.')
  }
  if (standing.jobState === 'closed') {
    throw conflict({ code: 'job.closed', message: 'This job is closed, and its hiring team stays as it was.' })
  }
  // Read after the lock: before it, somebody else may have been changing the team.
  const rows = await work.tx
    .selectFrom('hiring_team_member')
    .select(['user_id', 'role', 'delegate_of'])
    .where('tenant_id', '=', work.tenantId)
    .where('job_id', '=', jobId)
    .execute()
  return { standing, members: new Map(rows.map(row => [row.user_id, { role: row.role, delegateOf: row.delegate_of }])) }
}

function memberOf(team: Team, userId: string): Place {
  const place = team.members.get(userId)
  if (!place) throw notFound('member of the hiring team')
  return place
}

async function refuseUnfit(work: Work, team: Team, { userId, place }: { userId: string; place: Place }): Promise<void> {
  if (place.role === 'delegate') refuseUnfitDelegate(team, userId, place.delegateOf)
  else if (place.delegateOf !== null)
    throw unfit('delegateOf', 'team.notADelegate', 'Only a delegate stands in for somebody.')
  const user = await work.tx
    .selectFrom('app_user')
    .select(['roles', 'active'])
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user) throw unfit('userId', 'team.unknownUser', 'There is no such user in this company.')
  if (!user.active)
    throw unfit('userId', 'team.inactiveUser', 'This user is not active. An administrator can change that.')
  if (isLead(place.role) && !user.roles.includes(place.role)) {
    throw unfit(
      'role',
      place.role === 'recruiter' ? 'team.needsRecruiter' : 'team.needsHiringManager',
      'Only a person who holds the same app role can have this role on a job. An administrator gives app roles.',
    )
  }
}

function refuseUnfitDelegate(team: Team, userId: string, principalId: string | null): void {
  if (principalId === null) throw unfit('delegateOf', 'team.principalMissing', 'Say for whom the delegate stands in.')
  const principal = team.members.get(principalId)
  if (principalId === userId || !principal || !isLead(principal.role)) {
    throw unfit(
      'delegateOf',
      'team.principalUnfit',
      'A delegate stands in for a recruiter or hiring manager of this job.',
    )
  }
  if (!mayNameDelegateOf(team.standing, principalId)) {
    throw notAllowed(
      'team.delegateOfOther',
      'You name a delegate for yourself only. An administrator can do it for others.',
    )
  }
}

function unfit(field: string, code: string, message: string) {
  return invalid({ code, message, errors: [{ field, message, code }] })
}

function refuseUnlessMayTake(standing: Standing, member: { userId: string; role: JobRole }): void {
  if (mayTakeRoleFrom(standing, member)) return
  throw notAllowed(
    'team.delegateMayNot',
    'A delegate removes neither another delegate nor the person he stands in for. Ask that person or an administrator.',
  )
}

function refuseLeaderless(team: Team, leavingId: string): void {
  const others = [...team.members].filter(([userId, place]) => userId !== leavingId && isLead(place.role))
  if (others.length > 0 || !isLead(memberOf(team, leavingId).role)) return
  throw conflict({
    code: 'team.lastLead',
    message: 'A job keeps at least one recruiter or hiring manager. Add another one first.',
  })
}

function isLead(role: JobRole): role is 'recruiter' | 'hiring_manager' {
  return role === 'recruiter' || role === 'hiring_manager'
}

function delegatesOf(team: Team, principalId: string): string[] {
  return [...team.members].filter(([, place]) => place.delegateOf === principalId).map(([userId]) => userId)
}

async function removeMembers(work: Work, jobId: string, userIds: string[]): Promise<string[]> {
  if (userIds.length === 0) return userIds
  await work.tx
    .deleteFrom('hiring_team_member')
    .where('tenant_id', '=', work.tenantId)
    .where('job_id', '=', jobId)
    .where('user_id', 'in', userIds)
    .execute()
  return userIds
}

interface TeamChange {
  userId: string
  old: Place | null
  new: Place | null
  delegatesRemoved: string[]
}

async function recordTeamChange(work: Work, jobId: string, change: TeamChange): Promise<void> {
  await work.record({
    kind: 'job.teamChanged',
    subject: { kind: 'job', id: jobId },
    jobId,
    change: { ...change },
  })
}
