import type { RecordVerdict } from '@lodestone/rsc/batch'
import { sql } from 'kysely'
import { crashPoint } from '../../platform/crash-point.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import type { Endpoint } from '../access/call-count.ts'
import { countCall } from '../access/call-count.ts'
import { holdChildren, wakeChildren } from './children.ts'
import type { DeliveryReason } from './delivery-reason.shapes.ts'
import { reasonOf } from './delivery-reason.shapes.ts'
import type { LockedRecord, SentRecord } from './ledger.ts'
import { acceptAll, acceptUnsent, hold, lockDue, refuse, settleNeverSent, tryAgain } from './ledger.ts'
import { isReady } from './parents.ts'
import type { Sending, Verdict } from './sending.ts'
import { callLinkedIn, isAsWanted, isWindowFull, mayGoOn } from './sending.ts'

export type Rendered<Body> = { ok: true; body: Body; hash: string } | { ok: false; reason: DeliveryReason }

/** Records of one kind that a call replaces whole, up to a hundred of them: candidates, applications. */
export interface WholeRecords<Body> {
  resource: 'candidate' | 'application'
  endpoint: Endpoint
  /** As they are now, by key. Whoever is missing may not go to LinkedIn. */
  render(work: Work, sending: Sending, keys: readonly string[]): Promise<Map<string, Rendered<Body>>>
  put(sending: Sending, records: readonly { key: string; body: Body }[]): Promise<RecordVerdict<unknown>[]>
  remove(sending: Sending, keys: readonly string[]): Promise<RecordVerdict<unknown>[]>
  afterAccepting(work: Work, wanted: 'present' | 'absent', keys: readonly string[]): Promise<void>
}

const LARGEST_BATCH = 100

/** Sends one batch: first what has to go, or what has to come. False: there was none. */
export async function sendWholeRecords<Body>(
  sending: Sending,
  kind: WholeRecords<Body>,
  wanted: 'present' | 'absent',
): Promise<boolean> {
  const { app, actor } = sending
  const { resource, endpoint } = kind
  const claimed = await perform(app, actor, work => claim(work, sending, { kind, wanted }))
  if (claimed === 'nothingDue') return false
  if (claimed.size === 0) return true
  crashPoint(`${resource}s:after-claim`)
  await callLinkedIn(sending, {
    resource,
    endpoint,
    permission: 'indicatorEnabled',
    records: [...claimed.keys()],
    call: async records => {
      const answers = await call(sending, { kind, wanted, records, claimed })
      crashPoint(`${resource}s:after-call`)
      return records.map((record, i) => toVerdict(record, answers[i]))
    },
    judge: (work, verdicts) => judge(work, { kind, wanted, verdicts }),
  })
  return true
}

type Claimed<Body> = Map<SentRecord, Body | null>

interface Call<Body> {
  kind: WholeRecords<Body>
  wanted: 'present' | 'absent'
  records: readonly SentRecord[]
  claimed: Claimed<Body>
}

function call<Body>(sending: Sending, { kind, wanted, records, claimed }: Call<Body>) {
  const keys = records.map(record => record.key)
  if (wanted === 'absent') return kind.remove(sending, keys)
  const bodies = records.flatMap(record => {
    const body = claimed.get(record)
    return body ? [{ key: record.key, body }] : []
  })
  return kind.put(sending, bodies)
}

/** Renders what is due as it is now, and marks it as sent before it leaves: a crash then only sends it again. */
async function claim<Body>(
  work: Work,
  sending: Sending,
  { kind, wanted }: Pick<Call<Body>, 'kind' | 'wanted'>,
): Promise<Claimed<Body> | 'nothingDue'> {
  const { resource, endpoint } = kind
  if (isWindowFull(sending, endpoint, work.now)) return 'nothingDue'
  if (!(await mayGoOn(work, sending, 'indicatorEnabled'))) return 'nothingDue'
  await settleNeverSent(work, resource)
  const due = await sql<{ key: string }>`
    select key from sync_record record
    where tenant_id = ${work.tenantId} and resource = ${resource} and state = 'queued' and wanted = ${wanted}
      and next_try_at <= ${work.now} and ${isReady[resource]}
    order by next_try_at, key limit ${LARGEST_BATCH}`.execute(work.tx)
  if (due.rows.length === 0) return 'nothingDue'
  const keys = due.rows.map(row => row.key)
  const rows = (await lockDue(work, resource, keys)).filter(row => row.wanted === wanted)
  const leaving =
    wanted === 'absent' ? rows.map((row): Leaving<Body> => ({ row })) : await prepare(work, sending, { kind, rows })
  const waitUntil = leaving.length > 0 ? await countCall(work, endpoint, leaving.length) : undefined
  if (waitUntil) {
    sending.windows.set(endpoint, waitUntil)
    return 'nothingDue'
  }
  const records = await markSent(work, resource, leaving)
  return new Map(records.map((record, i) => [record, leaving[i]?.rendered?.body ?? null]))
}

interface Leaving<Body> {
  row: LockedRecord
  rendered?: Rendered<Body> & { ok: true }
}

/** What really leaves. What stays, because LinkedIn has it as it is or could not take it, is settled here. */
async function prepare<Body>(
  work: Work,
  sending: Sending,
  { kind, rows }: { kind: WholeRecords<Body>; rows: readonly LockedRecord[] },
): Promise<Leaving<Body>[]> {
  const bodies = await kind.render(
    work,
    sending,
    rows.map(row => row.key),
  )
  const leaving: Leaving<Body>[] = []
  for (const row of rows) {
    const rendered = bodies.get(row.key)
    const settle = async () => markUnsent(work, kind.resource, row)
    const holdIt = async (reason: DeliveryReason) => {
      await hold(work, await settle(), reason)
      await holdChildren(work, { resource: kind.resource, keys: [row.key] })
    }
    // The gate has closed since it was wanted. Its own event says what is to be done.
    if (!rendered) await holdIt(reasonOf('gateClosed'))
    else if (!rendered.ok) await holdIt(rendered.reason)
    else if (row.known_there && row.payload_hash === rendered.hash) await acceptUnsent(work, await settle())
    else leaving.push({ row, rendered })
  }
  return leaving
}

/** One statement for all. What is to be forgotten there is not remembered here either. */
async function markSent<Body>(
  work: Work,
  resource: SentRecord['resource'],
  leaving: readonly Leaving<Body>[],
): Promise<SentRecord[]> {
  const payloads = leaving.map(({ rendered }) => (rendered ? JSON.stringify(rendered.body) : null))
  await sql`
    update sync_record set state = 'sent', sent_version = wanted_version, sent_at = ${work.now},
      payload = leaving.payload::jsonb, payload_hash = leaving.hash, known_there = known_there or leaving.payload is not null
    from unnest(${leaving.map(({ row }) => row.key)}::text[], ${payloads}::text[],
      ${leaving.map(({ rendered }) => rendered?.hash ?? null)}::text[]) as leaving (key, payload, hash)
    where tenant_id = ${work.tenantId} and resource = ${resource} and sync_record.key = leaving.key`.execute(work.tx)
  return leaving.map(({ row }) => toSent(work, resource, row))
}

/** What does not leave is settled as if it had been on its way. */
export async function markUnsent(work: Work, resource: SentRecord['resource'], row: LockedRecord): Promise<SentRecord> {
  await work.tx
    .updateTable('sync_record')
    .set({ state: 'sent', sent_version: sql`wanted_version`, sent_at: work.now })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', resource)
    .where('key', '=', row.key)
    .execute()
  return toSent(work, resource, row)
}

export function toSent(work: Work, resource: SentRecord['resource'], row: LockedRecord): SentRecord {
  return { resource, key: row.key, subjectId: row.subject_id, wanted: row.wanted, sentAt: work.now }
}

function toVerdict(record: SentRecord, answer: RecordVerdict<unknown> | undefined): Verdict<null> {
  if (answer?.ok) return { record, ok: true, good: null }
  if (!answer || answer.reason === 'unanswered') return { record, ok: false, words: null, status: 0, later: true }
  return { record, ok: false, words: answer.message, status: answer.status, later: answer.retry !== 'never' }
}

async function judge<Body>(
  work: Work,
  { kind, wanted, verdicts }: Pick<Call<Body>, 'kind' | 'wanted'> & { verdicts: readonly Verdict<null>[] },
): Promise<void> {
  const accepted = verdicts.filter(isAsWanted).map(one => one.record)
  await acceptAll(work, accepted)
  const keys = accepted.map(record => record.key)
  if (keys.length > 0) await kind.afterAccepting(work, wanted, keys)
  if (keys.length > 0 && wanted === 'present') await wakeChildren(work, { resource: kind.resource, keys })
  for (const verdict of verdicts) {
    if (isAsWanted(verdict)) continue
    await judgeRefusal(work, verdict)
    if (!verdict.ok && !verdict.later) {
      await holdChildren(work, { resource: kind.resource, keys: [verdict.record.key] })
    }
  }
}

export async function judgeRefusal(work: Work, verdict: Verdict<null>): Promise<void> {
  if (verdict.ok) return
  const { record, words, status } = verdict
  if (verdict.later) {
    return tryAgain(work, record, { reason: reasonOf(status === 0 ? 'unanswered' : 'failedThere', { words }) })
  }
  return refuse(work, record, reasonOf('refused', { words }))
}
