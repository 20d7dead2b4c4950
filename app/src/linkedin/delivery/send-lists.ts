import { createHash } from 'node:crypto'
import type { RecordVerdict } from '@lodestone/rsc/batch'
import { sql } from 'kysely'
import { crashPoint } from '../../platform/crash-point.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { countCall } from '../access/call-count.ts'
import { sayListsAgain } from './children.ts'
import { reasonOf } from './delivery-reason.shapes.ts'
import type { LockedRecord, SentRecord } from './ledger.ts'
import { acceptAll, acceptUnsent, hold, lockDue, sayParentAgain, settleNeverSent, tryAgain } from './ledger.ts'
import type { Item, List } from './lists.ts'
import { isReady } from './parents.ts'
import type { Sending, Verdict } from './sending.ts'
import { callLinkedIn, isWindowFull, mayGoOn } from './sending.ts'
import { judgeRefusal, markUnsent, toSent } from './whole-records.ts'

/** So many are looked at together. The first that has to leave is taken up alone: nothing is sent long after it was read. */
const LISTS_AT_ONCE = 20
const LARGEST_BATCH = 100

/** Sends one list, as it is now. False: none was due. */
export async function sendLists<Body>(sending: Sending, list: List<Body>): Promise<boolean> {
  const { app, actor } = sending
  const claimed = await perform(app, actor, work => claim(work, sending, list))
  if (claimed === 'nothingDue') return false
  if (claimed !== 'settled') await sendList(sending, list, claimed)
  return true
}

interface Claimed<Body> {
  record: SentRecord
  items: Item<Body>[]
  /** What LinkedIn may hold and should no longer. */
  stale: string[]
}

async function sendList<Body>(sending: Sending, list: List<Body>, { record, items, stale }: Claimed<Body>) {
  await callLinkedIn(sending, {
    resource: list.resource,
    endpoint: list.endpoint,
    permission: 'indicatorEnabled',
    records: [record],
    call: async () => {
      const verdict = await call(sending, list, { record, items, stale })
      crashPoint('lists:after-call')
      return [verdict]
    },
    judge: (work, [verdict]) => (verdict ? judge(work, verdict, { list, items }) : Promise.resolve()),
  })
}

/** Takes away what is no longer, and then puts what is. A no to one entry keeps no other from its place. */
async function call<Body>(
  sending: Sending,
  list: List<Body>,
  { record, items, stale }: Claimed<Body>,
): Promise<Verdict<null>> {
  const { app, actor } = sending
  const { key } = record
  const calls = [
    ...inBatches(stale).map(some => ({
      size: some.length,
      make: async () => unlessGone(await list.remove(sending, key, some)),
    })),
    ...inBatches(items).map(some => ({ size: some.length, make: () => list.put(sending, key, some) })),
  ]
  let firstNo: RecordVerdict<string> | undefined
  for (const [number, { size, make }] of calls.entries()) {
    // The first was counted when the list was taken up.
    const waitUntil = number > 0 ? await perform(app, actor, work => countCall(work, list.endpoint, size)) : undefined
    if (waitUntil) return { record, ok: false, words: null, status: 0, later: true }
    firstNo ??= (await make()).find(answer => !answer.ok)
  }
  return firstNo ? toVerdict(record, firstNo) : { record, ok: true, good: null }
}

/** A delete of what is not there has nothing left to do. */
function unlessGone(answers: readonly RecordVerdict<string>[]): RecordVerdict<string>[] {
  return answers.filter(answer => answer.ok || answer.status !== 404)
}

function toVerdict(record: SentRecord, answer: RecordVerdict<string>): Verdict<null> {
  if (answer.ok) return { record, ok: true, good: null }
  if (answer.reason === 'unanswered') return { record, ok: false, words: null, status: 0, later: true }
  return { record, ok: false, words: answer.message, status: answer.status, later: answer.retry !== 'never' }
}

function inBatches<T>(all: readonly T[]): T[][] {
  const batches: T[][] = []
  for (let from = 0; from < all.length; from += LARGEST_BATCH) batches.push(all.slice(from, from + LARGEST_BATCH))
  return batches
}

/** Reads what is due as it is now, and marks it as sent before it leaves: a crash then only sends it again. */
async function claim<Body>(
  work: Work,
  sending: Sending,
  list: List<Body>,
): Promise<Claimed<Body> | 'settled' | 'nothingDue'> {
  const { resource, endpoint } = list
  if (isWindowFull(sending, endpoint, work.now)) return 'nothingDue'
  if (!(await mayGoOn(work, sending, 'indicatorEnabled'))) return 'nothingDue'
  await settleNeverSent(work, resource)
  const due = await sql<{ key: string }>`
    select key from sync_record record
    where tenant_id = ${work.tenantId} and resource = ${resource} and state = 'queued' and next_try_at <= ${work.now}
      and ${isReady[resource]}
    order by next_try_at, key limit ${LISTS_AT_ONCE}`.execute(work.tx)
  if (due.rows.length === 0) return 'nothingDue'
  const keys = due.rows.map(row => row.key)
  const rows = (await lockDue(work, resource, keys)).filter(row => row.wanted === 'present')
  const lists = await list.read(work, keys)
  for (const row of rows) {
    const items = lists.get(row.key)
    const leaving = items && leavingOf(row, items)
    // The gate has closed since it was wanted. Its own event says what is to be done.
    if (!items) await hold(work, await markUnsent(work, resource, row), reasonOf('gateClosed'))
    else if (!leaving) await acceptUnsent(work, await markUnsent(work, resource, row))
    else {
      const waitUntil = await countCall(work, endpoint, Math.min(leaving.stale.length || items.length, LARGEST_BATCH))
      if (!waitUntil) {
        const record = await markSent(work, list, { row, items, hash: leaving.hash })
        return { record, items, stale: leaving.stale }
      }
      sending.windows.set(endpoint, waitUntil)
      return 'settled'
    }
  }
  return 'settled'
}

/** Undefined: LinkedIn has exactly this. */
function leavingOf<Body>(
  row: LockedRecord,
  items: readonly Item<Body>[],
): { hash: string; stale: string[] } | undefined {
  const hash = createHash('sha256').update(JSON.stringify(items)).digest('base64url')
  const ids = new Set(items.map(item => item.id))
  const stale = row.there_ids.filter(id => !ids.has(id))
  const isThere = row.payload_hash === hash || items.length === 0
  return isThere && stale.length === 0 ? undefined : { hash, stale }
}

async function markSent<Body>(
  work: Work,
  { resource, isKept }: List<Body>,
  { row, items, hash }: { row: LockedRecord; items: readonly Item<Body>[]; hash: string },
): Promise<SentRecord> {
  const ids = new Set([...row.there_ids, ...items.map(item => item.id)])
  await work.tx
    .updateTable('sync_record')
    .set({
      state: 'sent',
      sent_version: sql`wanted_version`,
      sent_at: work.now,
      payload: isKept ? JSON.stringify(items) : null,
      payload_hash: hash,
      known_there: true,
      there_ids: [...ids],
    })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', resource)
    .where('key', '=', row.key)
    .execute()
  return toSent(work, resource, row)
}

async function judge<Body>(
  work: Work,
  verdict: Verdict<null>,
  { list, items }: { list: List<Body>; items: readonly Item<Body>[] },
): Promise<void> {
  const { record } = verdict
  if (verdict.ok) {
    await acceptAll(work, [record])
    return rememberThere(work, record, items)
  }
  if (verdict.status !== 404) return judgeRefusal(work, verdict)
  await sayParentAgain(work, { resource: list.parent, key: record.key })
  await sayListsAgain(work, list.parent, record.key)
  return tryAgain(work, record, { reason: reasonOf('parentMissing', { words: verdict.words }) })
}

async function rememberThere<Body>(work: Work, record: SentRecord, items: readonly Item<Body>[]): Promise<void> {
  await work.tx
    .updateTable('sync_record')
    .set({ there_ids: items.map(item => item.id) })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', record.resource)
    .where('key', '=', record.key)
    .where('sent_at', '=', record.sentAt)
    .execute()
}
