import type { UpdateObject } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/db.ts'
import type { Tables } from '../../platform/db/generated/tables.ts'
import type { Work } from '../../platform/work.ts'

export type Resource = 'job' | 'acl' | 'acl_assignee'

/** A record on its way. Its answer counts only as long as nobody has sent it again meanwhile. */
export interface SentRecord {
  resource: Resource
  key: string
  subjectId: string
  wanted: 'present' | 'absent'
  sentAt: Date
}

/** LinkedIn holds what was sent. If something newer is wanted by now, that is next. */
export async function accept(work: Work, record: SentRecord, remark: string | null = null): Promise<void> {
  await settleAccepted(work, record, remark)
  if (record.resource === 'job') await recordForJob(work, record, 'linkedin.jobAccepted')
}

/** LinkedIn holds exactly this already, so nothing is sent. */
export async function acceptUnsent(work: Work, record: SentRecord): Promise<void> {
  await settleAccepted(work, record, null)
}

async function settleAccepted(work: Work, record: SentRecord, remark: string | null): Promise<void> {
  await settle(work, record, {
    accepted_version: sql`sent_version`,
    accepted_at: work.now,
    known_there: record.wanted === 'present',
    state: sql`case when wanted_version > sent_version then 'queued' else 'accepted' end`,
    reason: remark,
    attempts: 0,
    next_try_at: work.now,
  })
}

/** It stays here with its reason until somebody changes what is wanted. */
export async function refuse(work: Work, record: SentRecord, reason: string): Promise<void> {
  await settle(work, record, {
    state: sql`case when wanted_version > sent_version then 'queued' else 'refused' end`,
    reason,
    payload_hash: null,
    next_try_at: work.now,
  })
  if (record.resource === 'job') await recordForJob(work, record, 'linkedin.jobRefused')
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 15 * 60_000

/** Not this time: again after a wait that doubles. `knownThere` is what the answer taught us. */
export async function tryAgain(
  work: Work,
  record: SentRecord,
  { reason, knownThere }: { reason: string; knownThere?: boolean },
): Promise<void> {
  const waitMs = sql<number>`least(${FIRST_WAIT_MS} * power(2, least(attempts, 20)), ${LONGEST_WAIT_MS})`
  await settle(work, record, {
    state: 'queued',
    reason,
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

/** When there is something to do again; undefined when nothing waits. */
export async function nextDue(tx: Tx, tenantId: string): Promise<Date | undefined> {
  const answer = await sql<{ at: Date | null }>`
    select min(next_try_at) as at from sync_record record
    where tenant_id = ${tenantId} and (state = 'queued' or (state = 'sent' and remote_task is not null))
      and (${parentIsThere})`.execute(tx)
  return answer.rows[0]?.at ?? undefined
}

/** A job's access lists wait until LinkedIn has the job. Part of a statement over `sync_record record`. */
export const parentIsThere = sql`
  record.resource <> 'acl' or record.wanted = 'absent' or exists (
    select from sync_record parent
    where parent.tenant_id = record.tenant_id and parent.resource = 'job'
      and parent.subject_id = record.subject_id and parent.known_there)`

/** LinkedIn's window is full: this kind of record waits for the next one. */
export async function waitForWindow(work: Work, resource: Resource, until: Date): Promise<void> {
  await work.tx
    .updateTable('sync_record')
    .set({ next_try_at: until })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', resource)
    .where('state', '=', 'queued')
    .where('next_try_at', '<', until)
    .execute()
}

type Settlement = UpdateObject<Tables, 'sync_record'>

async function settle(work: Work, record: SentRecord, values: Settlement): Promise<void> {
  await work.tx
    .updateTable('sync_record')
    .set({ remote_task: null, updated_at: work.now, ...values })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', record.resource)
    .where('key', '=', record.key)
    .where('state', '=', 'sent')
    .where('sent_at', '=', record.sentAt)
    .execute()
}

async function recordForJob(work: Work, record: SentRecord, kind: 'linkedin.jobAccepted' | 'linkedin.jobRefused') {
  await work.record({ kind, subject: { kind: 'job', id: record.subjectId }, jobId: record.subjectId })
}
