import type { UpdateObject } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../platform/db/generated/tables.ts'
import type { Work } from '../../platform/work.ts'
import type { DeliveryReason } from './delivery-reason.shapes.ts'

export const resources = [
  'job',
  'acl',
  'acl_assignee',
  'candidate',
  'candidate_notes',
  'application',
  'application_notes',
  'stages',
] as const
export type Resource = (typeof resources)[number]

/** A record on its way. Its answer counts only as long as nobody has sent it again meanwhile. */
export interface SentRecord {
  resource: Resource
  key: string
  subjectId: string
  wanted: 'present' | 'absent'
  sentAt: Date
}

/** LinkedIn holds what was sent. If something newer is wanted by now, that is next. */
export async function accept(work: Work, record: SentRecord, remark: DeliveryReason | null = null): Promise<void> {
  await settleAccepted(work, record, remark)
  if (record.resource === 'job') await recordForJob(work, record, 'linkedin.jobAccepted')
}

/** LinkedIn holds all of these, which were sent in one call. One statement: a kill before it costs them all a second sending. */
export async function acceptAll(work: Work, records: readonly SentRecord[]): Promise<void> {
  const [first] = records
  if (!first) return
  const answer = await sql<{ key: string }>`
    update sync_record set accepted_at = ${work.now}, updated_at = ${work.now},
      accepted_version = case when answered.wanted = 'present' then sent_version else 0 end,
      known_there = answered.wanted = 'present', reason = null, attempts = 0, next_try_at = ${work.now},
      remote_task = null, state = case when wanted_version > sent_version then 'queued' else 'accepted' end,
      former_subject_id = nullif(payload ->> 'atsCandidateId', subject_id)
    from unnest(${records.map(one => one.key)}::text[], ${records.map(one => one.sentAt)}::timestamptz[],
      ${records.map(one => one.wanted)}::text[]) as answered (key, sent_at, wanted)
    where tenant_id = ${work.tenantId} and resource = ${first.resource} and sync_record.key = answered.key
      and state = 'sent' and sync_record.sent_at = answered.sent_at
    returning sync_record.key`.execute(work.tx)
  const settled = new Set(answer.rows.map(row => row.key))
  for (const record of records) if (!settled.has(record.key)) await sayAgain(work, record)
}

/** LinkedIn holds exactly this already, so nothing is sent. */
export async function acceptUnsent(work: Work, record: SentRecord): Promise<void> {
  await settleAccepted(work, record, null)
}

async function settleAccepted(work: Work, record: SentRecord, remark: DeliveryReason | null): Promise<void> {
  await settle(work, record, {
    accepted_version: sql`sent_version`,
    accepted_at: work.now,
    updated_at: work.now,
    known_there: record.wanted === 'present',
    state: sql`case when wanted_version > sent_version then 'queued' else 'accepted' end`,
    reason: remark && JSON.stringify(remark),
    attempts: 0,
    next_try_at: work.now,
  })
}

/** It stays here with its reason until somebody changes what is wanted. */
export async function refuse(work: Work, record: SentRecord, reason: DeliveryReason): Promise<void> {
  await settle(work, record, {
    state: sql`case when wanted_version > sent_version then 'queued' else 'refused' end`,
    reason: JSON.stringify(reason),
    updated_at: work.now,
    payload_hash: null,
    next_try_at: work.now,
  })
  if (record.resource === 'job') await recordForJob(work, record, 'linkedin.jobRefused')
}

/** It is not sent at all, for a reason that only a change here can end. Nobody has refused it. */
export async function hold(work: Work, record: SentRecord, reason: DeliveryReason): Promise<void> {
  await settle(work, record, {
    state: sql`case when wanted_version > sent_version then 'queued' else 'held' end`,
    reason: JSON.stringify(reason),
    updated_at: work.now,
    payload_hash: null,
    next_try_at: work.now,
  })
}

/** What LinkedIn never heard of needs no removal there. */
export async function settleNeverSent(work: Work, resource: Resource): Promise<void> {
  await work.tx
    .updateTable('sync_record')
    .set({
      state: 'accepted',
      reason: null,
      payload: null,
      sent_version: sql`wanted_version`,
      accepted_version: sql`wanted_version`,
    })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', resource)
    .where('state', '=', 'queued')
    .where('wanted', '=', 'absent')
    .where('known_there', '=', false)
    .execute()
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 15 * 60_000

/** Not this time: again after a wait that doubles. `knownThere` is what the answer taught us. */
export async function tryAgain(
  work: Work,
  record: SentRecord,
  { reason, knownThere }: { reason: DeliveryReason; knownThere?: boolean },
): Promise<void> {
  const waitMs = sql<number>`least(${FIRST_WAIT_MS} * power(2, least(attempts, 20)), ${LONGEST_WAIT_MS})`
  await settle(work, record, {
    state: 'queued',
    reason: JSON.stringify(reason),
    payload_hash: null,
    attempts: sql`attempts + 1`,
    next_try_at: sql`${work.now}::timestamptz + ${waitMs} * interval '1 millisecond'`,
    ...(knownThere === undefined ? {} : { known_there: knownThere }),
  })
}

/** The call as a whole did not come through: nothing was learned about its records. */
export async function putBack(work: Work, records: readonly SentRecord[]): Promise<void> {
  for (const record of records) {
    await settle(work, record, { state: 'queued', payload_hash: null, next_try_at: work.now })
  }
}

/** A former run ended between the call and its answer: what it had sent is sent again. */
export async function putBackLeftovers(work: Work): Promise<void> {
  await work.tx
    .updateTable('sync_record')
    .set({ state: 'queued', payload_hash: null, next_try_at: work.now })
    .where('tenant_id', '=', work.tenantId)
    .where('state', '=', 'sent')
    .where('remote_task', 'is', null)
    .execute()
}

/**
 * The records of these keys that still wait, each held by this transaction. Which keys are due is asked before and without a
 * lock: a server of PostgreSQL 15 has crashed when a condition over other rows was asked again after waiting for one.
 */
export async function lockDue(work: Work, resource: Resource, keys: readonly string[]): Promise<LockedRecord[]> {
  const answer = await sql<LockedRecord>`
    select key, subject_id, wanted, known_there, payload_hash, there_ids from sync_record
    where tenant_id = ${work.tenantId} and resource = ${resource} and key = any(${[...keys]})
      and state = 'queued' and next_try_at <= ${work.now}
    order by wanted, next_try_at, key for update`.execute(work.tx)
  return answer.rows
}

export interface LockedRecord {
  key: string
  subject_id: string
  wanted: 'present' | 'absent'
  known_there: boolean
  payload_hash: string | null
  there_ids: string[]
}

/** LinkedIn does not know the job of an access list, so it is made there again, and not changed. */
export async function createJobAgain(work: Work, jobId: string): Promise<void> {
  await sql`
    update sync_record set known_there = false, payload_hash = null, ${newVersion(work)}
    where tenant_id = ${work.tenantId} and resource = 'job' and subject_id = ${jobId} and known_there`.execute(work.tx)
}

/** LinkedIn does not know what a list hangs on. Perhaps it errs: what may be there still has to be deleted one day. */
export async function sayParentAgain(
  work: Work,
  parent: { resource: 'candidate' | 'application'; key: string },
): Promise<void> {
  await sql`
    update sync_record set payload_hash = null, ${newVersion(work)}
    where tenant_id = ${work.tenantId} and resource = ${parent.resource} and key = ${parent.key}
      and wanted = 'present'`.execute(work.tx)
}

/** LinkedIn has the job for evaluation; what becomes of it is read from the task. */
export async function keepTask(work: Work, record: SentRecord, task: { urn: string; lookAt: Date }): Promise<void> {
  await settle(work, record, { remote_task: task.urn, next_try_at: task.lookAt })
}

/** Its evaluation is not finished, or could not be read. */
export async function lookAgain(
  work: Work,
  record: SentRecord,
  { at, reason }: { at: Date; reason: DeliveryReason | null },
): Promise<void> {
  await work.tx
    .updateTable('sync_record')
    .set({ next_try_at: at, ...(reason ? { reason: JSON.stringify(reason) } : {}) })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', record.resource)
    .where('key', '=', record.key)
    .where('sent_at', '=', record.sentAt)
    .execute()
}

/** Nothing of this kind can be sent before that moment: LinkedIn's window is full, or it takes none of it at all. */
export async function holdBack(
  work: Work,
  resource: Resource,
  { until, reason }: { until: Date; reason?: DeliveryReason },
): Promise<void> {
  await work.tx
    .updateTable('sync_record')
    .set({ next_try_at: until, ...(reason ? { reason: JSON.stringify(reason) } : {}) })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', resource)
    .where('state', '=', 'queued')
    .where('next_try_at', '<', until)
    .execute()
}

type Settlement = UpdateObject<Tables, 'sync_record'>

async function settle(work: Work, record: SentRecord, values: Settlement): Promise<void> {
  const settled = await work.tx
    .updateTable('sync_record')
    .set({ remote_task: null, ...values })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', record.resource)
    .where('key', '=', record.key)
    .where('state', '=', 'sent')
    .where('sent_at', '=', record.sentAt)
    .returning('key')
    .execute()
  if (settled.length === 0) await sayAgain(work, record)
}

/** Somebody else has sent it meanwhile, and this older version may have reached LinkedIn after his. */
async function sayAgain(work: Work, record: SentRecord): Promise<void> {
  await sql`
    update sync_record set payload_hash = null, ${newVersion(work)}
    where tenant_id = ${work.tenantId} and resource = ${record.resource} and key = ${record.key}`.execute(work.tx)
}

/**
 * The assignments by which a newer version is wanted. A record that waits already waits since then. What is on its way stays on its way; its answer then finds the newer
 * version and queues it.
 */
export function newVersion(work: Work) {
  return sql`
    wanted_version = sync_record.wanted_version + 1,
    state = case when sync_record.state = 'sent' then 'sent' else 'queued' end,
    reason = case when sync_record.state = 'sent' then sync_record.reason end,
    attempts = 0,
    next_try_at = case when sync_record.state = 'sent' then sync_record.next_try_at else ${work.now} end,
    updated_at = case when sync_record.state in ('queued', 'sent') then sync_record.updated_at else ${work.now} end`
}

async function recordForJob(work: Work, record: SentRecord, kind: 'linkedin.jobAccepted' | 'linkedin.jobRefused') {
  await work.record({ kind, subject: { kind: 'job', id: record.subjectId }, jobId: record.subjectId })
}
