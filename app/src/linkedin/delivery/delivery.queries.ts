import { sql } from 'kysely'
import { maySeeAllCandidates } from '../../hiring/candidates/candidate.policy.ts'
import { maySeeAllJobs } from '../../hiring/jobs/job.policy.ts'
import type { UserActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { levelOf } from '../access/access.queries.ts'
import type { TeamMemberInLinkedIn } from '../access/exporters.ts'
import { findOutage } from '../access/later.ts'
import { aclKeyOf, assigneeKeyOf } from './acl-keys.ts'
import type { SyncStatus } from './delivery.shapes.ts'
import type { Delivery } from './delivery-reason.shapes.ts'
import { parseReason, reasonOf } from './delivery-reason.shapes.ts'

export async function readSyncStatus(tx: Tx, actor: UserActor): Promise<SyncStatus> {
  const { tenantId } = actor
  const outage = await findOutage(tx, tenantId)
  const isHeldUp = whyItWaits(outage)
  const answer = await sql<Counts>`
    select (select max(accepted_at) from sync_record accepted where accepted.tenant_id = ${tenantId}) as last_success,
      count(*) filter (where state in ('queued', 'sent')) as queued,
      count(*) filter (where state = 'refused') as refused,
      min(updated_at) filter (where ${isHeldUp}) as held_since,
      min(next_try_at) filter (where ${isHeldUp}) as next_try
    from sync_record record where tenant_id = ${tenantId} and state <> 'accepted'`.execute(tx)
  const row = answer.rows[0]
  const nextTry = outage ?? row?.next_try
  return {
    level: await levelOf(tx, tenantId),
    lastSuccessAt: row?.last_success?.toISOString() ?? null,
    queued: (row?.queued ?? 0) + (await countWaitingExports(tx, tenantId)),
    refused: row?.refused ?? 0,
    heldUp:
      row?.held_since && nextTry ? { since: row.held_since.toISOString(), nextTryAt: nextTry.toISOString() } : null,
    problems: await listProblems(tx, actor, isHeldUp),
    refusedCandidates: await listRefusedCandidates(tx, actor),
  }
}

interface Counts {
  last_success: Date | null
  queued: number
  refused: number
  held_since: Date | null
  next_try: Date | null
}

/** In an outage everything that waits is held up by it, else what was tried in vain. Part of a statement over `sync_record record`. */
function whyItWaits(outage: Date | undefined) {
  return sql`record.state in ('queued', 'sent') and (record.reason is not null or ${outage !== undefined}::boolean)`
}

const MOST_PROBLEMS = 5

/** Jobs that LinkedIn refused, or that it cannot be told about now. */
async function listProblems(
  tx: Tx,
  { tenantId, userId, roles }: UserActor,
  isHeldUp: ReturnType<typeof whyItWaits>,
): Promise<SyncStatus['problems']> {
  const onTeam = sql`exists (select from hiring_team_member m
    where m.tenant_id = j.tenant_id and m.job_id = j.id and m.user_id = ${userId})`
  const answer = await sql<SyncStatus['problems'][number]>`
    select j.id as "jobId", j.reference, j.title, case record.state when 'refused' then 'refused' else 'waiting' end as state,
      record.known_there as "isOlder"
    from sync_record record
    join job j on j.tenant_id = record.tenant_id and j.id = record.subject_id
    where record.tenant_id = ${tenantId} and record.resource = 'job' and (record.state = 'refused' or ${isHeldUp})
      and ${maySeeAllJobs(roles) ? sql`true` : onTeam}
    order by record.updated_at desc, j.id limit ${MOST_PROBLEMS}`.execute(tx)
  return answer.rows
}

/** Whoever knows the people of his own jobs only is not told of others. */
async function listRefusedCandidates(tx: Tx, actor: UserActor): Promise<SyncStatus['refusedCandidates']> {
  if (!maySeeAllCandidates(actor)) return []
  const rows = await tx
    .selectFrom('sync_record as r')
    .innerJoin('candidate as c', join =>
      join.onRef('c.tenant_id', '=', 'r.tenant_id').onRef('c.id', '=', 'r.subject_id'),
    )
    .select(['c.id', 'c.first_name', 'c.last_name', 'r.reason'])
    .where('r.tenant_id', '=', actor.tenantId)
    .where('r.resource', '=', 'candidate')
    .where('r.state', '=', 'refused')
    .orderBy('r.updated_at', 'desc')
    .orderBy('c.id')
    .limit(MOST_PROBLEMS)
    .execute()
  return rows.map(row => ({
    candidateId: row.id,
    name: `${row.first_name} ${row.last_name}`,
    words: row.reason === null ? null : parseReason(row.reason).words,
  }))
}

/** Exports that LinkedIn has announced and that are not fetched yet. */
async function countWaitingExports(tx: Tx, tenantId: string): Promise<number> {
  const row = await tx
    .selectFrom('linkedin_push')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'EXPORT_CANDIDATE_PROFILE')
    .where('state', '=', 'received')
    .executeTakeFirstOrThrow()
  return row.count
}

export interface JobRecord {
  /** LinkedIn has it, perhaps in an older version. */
  isThere: boolean
  acceptedAt: Date | null
  delivery: Delivery
}

export async function findJobRecord(tx: Tx, tenantId: string, jobReference: string): Promise<JobRecord | undefined> {
  const row = await tx
    .selectFrom('sync_record')
    .select(['known_there', 'state', 'reason', 'wanted_version', 'accepted_version', 'next_try_at'])
    .select(eb =>
      // Its access lists are its own as well: a change of the hiring team brings LinkedIn up to date too.
      eb
        .selectFrom('sync_record as any_of_job')
        .select(({ fn }) => fn.max('any_of_job.accepted_at').as('at'))
        .where('any_of_job.tenant_id', '=', tenantId)
        .whereRef('any_of_job.subject_id', '=', 'sync_record.subject_id')
        .as('accepted_at'),
    )
    .where('tenant_id', '=', tenantId)
    .where('resource', '=', 'job')
    .where('key', '=', jobReference)
    .executeTakeFirst()
  if (!row) return undefined
  const pausedUntil = row.state === 'queued' ? await findOutage(tx, tenantId) : undefined
  return {
    isThere: row.known_there,
    acceptedAt: row.accepted_at,
    delivery: {
      state: states[row.state],
      isOlder: row.known_there && row.wanted_version > row.accepted_version,
      ...whyAndWhen(row, pausedUntil),
    },
  }
}

export type Access = Delivery['state']

/** By user: has LinkedIn accepted that this member sees the job? Of one job's team; those without a connection are left out. */
export async function readAccess(
  tx: Tx,
  tenantId: string,
  team: readonly TeamMemberInLinkedIn[],
): Promise<Map<string, Access>> {
  const keys = team.flatMap(({ userId, jobReference, connection }) =>
    connection
      ? [
          { userId, resource: 'acl', key: aclKeyOf(userId, jobReference) },
          { userId, resource: 'acl_assignee', key: assigneeKeyOf(userId, connection.personUrn) },
        ]
      : [],
  )
  const answer = await sql<{ user_id: string; state: Access }>`
    select asked.user_id, case
      when bool_or(record.state = 'refused') then 'refused'
      when bool_and(coalesce(record.state = 'accepted' and record.wanted = 'present', false)) then 'accepted'
      else 'waiting' end as state
    from unnest(${keys.map(one => one.userId)}::text[], ${keys.map(one => one.resource)}::text[],
      ${keys.map(one => one.key)}::text[]) as asked (user_id, resource, key)
    left join sync_record record on record.tenant_id = ${tenantId}
      and record.resource = asked.resource and record.key = asked.key
    group by asked.user_id`.execute(tx)
  return new Map(answer.rows.map(row => [row.user_id, row.state]))
}

const states = {
  accepted: 'accepted',
  queued: 'waiting',
  sent: 'waiting',
  held: 'waiting',
  refused: 'refused',
} as const

function whyAndWhen(
  row: { state: keyof typeof states; reason: string | null; next_try_at: Date },
  pausedUntil: Date | undefined,
): Pick<Delivery, 'reason' | 'nextTryAt'> {
  const own = row.reason === null ? null : parseReason(row.reason)
  const isPausedLonger = pausedUntil !== undefined && pausedUntil > row.next_try_at
  // Also while the next try is under way: until LinkedIn has answered, nothing has got better.
  const reason = isPausedLonger || (pausedUntil && own === null) ? reasonOf('paused') : own
  if (row.state !== 'queued' || !reason) return { reason, nextTryAt: null }
  return { reason, nextTryAt: (isPausedLonger ? pausedUntil : row.next_try_at).toISOString() }
}
