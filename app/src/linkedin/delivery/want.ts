import { sql } from 'kysely'
import type { App } from '../../platform/app.ts'
import type { ClaimedTask } from '../../platform/queue/queue.ts'
import { enqueue } from '../../platform/queue/queue.ts'
import type { Work } from '../../platform/work.ts'
import { announceSync } from '../access/announce-sync.ts'
import { belongsOnAccessList, listTeamsInLinkedIn } from '../access/exporters.ts'
import { aclKeyOf, assigneeKeyOf } from './acl-keys.ts'
import { newVersion } from './ledger.ts'

/** One task per company sends everything, so no two calls of one company are ever on their way together. */
export const SEND = 'linkedin.send'

export async function wantSending(work: Work): Promise<void> {
  await enqueue(work, { kind: SEND, key: 'all', payload: {} })
  await announceSync(work)
}

/** LinkedIn should know the newest version of these jobs. A job that was never active is nobody's business. */
export async function wantJobs(work: Work, jobs: readonly string[] | 'all' | 'active'): Promise<void> {
  const all = jobs === 'all' ? sql`true` : sql`state = 'active'`
  const which = typeof jobs === 'string' ? all : sql`id = any(${[...jobs]})`
  await sql`
    insert into sync_record (tenant_id, resource, key, subject_id, wanted, next_try_at, updated_at)
    select tenant_id, 'job', reference, id, 'present', ${work.now}, ${work.now}
    from job where tenant_id = ${work.tenantId} and activated_at is not null and ${which}
    on conflict (tenant_id, resource, key) do update set
      wanted = excluded.wanted, ${newVersion(work)}`.execute(work.tx)
}

/** The access lists follow the hiring teams: who belongs there is put on, who no longer does is taken off. */
export async function wantAccessLists(work: Work, jobs: readonly string[] | 'active'): Promise<void> {
  const members = await listTeamsInLinkedIn(work.tx, work.tenantId, jobs)
  const wanted = members
    .filter(member => belongsOnAccessList(member, work.now))
    .map(member => ({ key: aclKeyOf(member.userId, member.jobReference), subjectId: member.jobId }))
  await wantExactly(work, 'acl', { wanted, subjects: jobs === 'active' ? 'all' : jobs })
}

/** Each connected user stands on his own list. */
export async function wantAssignees(work: Work, users: readonly string[] | 'all'): Promise<void> {
  let query = work.tx
    .selectFrom('linkedin_user_connection as c')
    .innerJoin('app_user as u', join => join.onRef('u.tenant_id', '=', 'c.tenant_id').onRef('u.id', '=', 'c.user_id'))
    .select(['c.user_id as userId', 'c.person_urn as personUrn', 'c.expires_at as expiresAt'])
    .where('c.tenant_id', '=', work.tenantId)
    .where('c.expires_at', '>', work.now)
    .where('u.active', '=', true)
    .orderBy('c.expires_at')
  if (users !== 'all') query = query.where('c.user_id', 'in', [...users])
  const connections = await query.execute()
  const wanted = connections.map(({ userId, personUrn }) => ({
    key: assigneeKeyOf(userId, personUrn),
    subjectId: userId,
  }))
  await wantExactly(work, 'acl_assignee', { wanted, subjects: users })
  const [first] = connections
  if (first) await enqueue(work, { kind: DROP_EXPIRED, key: 'all', payload: {}, runAt: first.expiresAt })
}

/** Runs at the moment at which the next connection ends by itself. */
export const DROP_EXPIRED = 'linkedin.dropExpired'

/**
 * Two who compare the teams with the access lists at once would undo each other's entries. So one alone does it, the follower,
 * and this only tells it to.
 */
export async function dropExpired(_app: App, task: ClaimedTask): Promise<void> {
  await task.finish(work =>
    work.record({ kind: 'linkedin.connectionEnded', subject: { kind: 'linkedin', id: work.tenantId } }),
  )
}

interface Wanted {
  key: string
  subjectId: string
}

/**
 * Of these subjects LinkedIn should hold exactly these records. What stays as it was gets no new version, unless LinkedIn has
 * refused it: with the change that is told here it may be taken.
 */
async function wantExactly(
  work: Work,
  resource: 'acl' | 'acl_assignee',
  { wanted, subjects }: { wanted: readonly Wanted[]; subjects: readonly string[] | 'all' },
): Promise<void> {
  const keys = wanted.map(one => one.key)
  const subjectIds = wanted.map(one => one.subjectId)
  await sql`
    insert into sync_record (tenant_id, resource, key, subject_id, wanted, next_try_at, updated_at)
    select ${work.tenantId}::uuid, ${resource}, key, subject_id, 'present', ${work.now}, ${work.now}
    from unnest(${keys}::text[], ${subjectIds}::text[]) as one (key, subject_id)
    on conflict (tenant_id, resource, key) do update set wanted = 'present', ${newVersion(work)}
    where sync_record.wanted = 'absent' or sync_record.state = 'refused'`.execute(work.tx)
  const which = subjects === 'all' ? sql`true` : sql`subject_id = any(${[...subjects]})`
  await sql`
    update sync_record set wanted = 'absent', ${newVersion(work)}
    where tenant_id = ${work.tenantId} and resource = ${resource} and ${which} and key <> all(${keys})
      and (wanted = 'present' or state = 'refused')`.execute(work.tx)
}

/** After LinkedIn was switched on: all that is wanted goes out once more, whatever was sent in former times. */
export async function wantEverything(work: Work): Promise<void> {
  await wantJobs(work, 'all')
  await wantAccessLists(work, 'active')
  await wantAssignees(work, 'all')
  await sql`
    update sync_record set payload_hash = null, ${newVersion(work)}
    where tenant_id = ${work.tenantId}
      and (resource = 'job' or (resource in ('acl', 'acl_assignee') and wanted = 'present'))`.execute(work.tx)
}

/** Another company at LinkedIn knows nothing of what the former one was told. */
export async function forgetWhatIsThere(work: Work): Promise<void> {
  await work.tx
    .updateTable('sync_record')
    .set({
      known_there: false,
      remote_task: null,
      payload: null,
      payload_hash: null,
      accepted_version: 0,
      accepted_at: null,
      state: 'queued',
      updated_at: work.now,
      match_next_at: null,
      there_ids: [],
    })
    .where('tenant_id', '=', work.tenantId)
    .execute()
}
