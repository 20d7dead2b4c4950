import type { Candidate } from '@lodestone/rsc/ats-candidates'
import { deleteCandidates, putCandidates } from '@lodestone/rsc/ats-candidates'
import type { RecordVerdict } from '@lodestone/rsc/batch'
import { sql } from 'kysely'
import { toFields } from '../../hiring/candidates/candidate-fields.ts'
import type { CandidateRow } from '../../hiring/candidates/candidates.queries.ts'
import { candidateColumns } from '../../hiring/candidates/candidates.queries.ts'
import { crashPoint } from '../../platform/crash-point.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { countCall } from '../access/call-count.ts'
import type { RenderedCandidate } from './candidate-record.ts'
import { candidateKeyOf, renderCandidate } from './candidate-record.ts'
import { reasonOf } from './delivery-reason.shapes.ts'
import { isOpen } from './gate.ts'
import type { SentRecord } from './ledger.ts'
import { acceptAll, acceptUnsent, hold, refuse, settleNeverSent, tryAgain } from './ledger.ts'
import { stopAskingForMatch, waitForMatch } from './match-times.ts'
import type { Sending, Verdict } from './sending.ts'
import { callLinkedIn, isAsWanted, isWindowFull, mayGoOn } from './sending.ts'

const LARGEST_BATCH = 100

/** Sends one batch of candidates: first those who have to go, then those who have to come. False: there was none. */
export async function sendCandidateBatch(sending: Sending): Promise<boolean> {
  const { app, actor } = sending
  const claimed = await perform(app, actor, work => claim(work, sending))
  if (claimed === 'nothingDue') return false
  if (claimed.size === 0) return true
  crashPoint('candidates:after-claim')
  await callLinkedIn(sending, {
    resource: 'candidate',
    endpoint: 'atsCandidates',
    permission: 'indicatorEnabled',
    records: [...claimed.keys()],
    call: async records => {
      const answers = await call(sending, records, claimed)
      crashPoint('candidates:after-call')
      return records.map((record, i) => toVerdict(record, answers[i]))
    },
    judge,
  })
  return true
}

type Claimed = Map<SentRecord, Candidate | null>

async function call({ client, organizationUrn }: Sending, records: readonly SentRecord[], claimed: Claimed) {
  const keyOf = (record: SentRecord) => candidateKeyOf(record.key, organizationUrn)
  if (records[0]?.wanted === 'absent') return deleteCandidates(client, records.map(keyOf))
  const candidates = records.flatMap(record => {
    const candidate = claimed.get(record)
    return candidate ? [{ key: keyOf(record), candidate }] : []
  })
  return putCandidates(client, candidates)
}

interface DueRecord {
  key: string
  wanted: 'present' | 'absent'
  known_there: boolean
  payload_hash: string | null
}

/** Renders who is due as he is now, and marks him as sent before he leaves: a crash then only sends him again. */
async function claim(work: Work, sending: Sending): Promise<Claimed | 'nothingDue'> {
  if (isWindowFull(sending, work.now)) return 'nothingDue'
  if (!(await mayGoOn(work, sending, 'indicatorEnabled'))) return 'nothingDue'
  await settleNeverSent(work, 'candidate')
  const due = await sql<DueRecord>`
    select key, wanted, known_there, payload_hash from sync_record
    where tenant_id = ${work.tenantId} and resource = 'candidate' and state = 'queued' and next_try_at <= ${work.now}
    order by wanted, next_try_at, key limit ${LARGEST_BATCH} for update`.execute(work.tx)
  const [first] = due.rows
  if (!first) return 'nothingDue'
  const rows = due.rows.filter(row => row.wanted === first.wanted)
  const leaving = first.wanted === 'absent' ? rows.map((row): Leaving => ({ row })) : await prepare(work, sending, rows)
  const waitUntil = leaving.length > 0 ? await countCall(work, 'atsCandidates', leaving.length) : undefined
  if (waitUntil) {
    sending.candidateWindow.until = waitUntil
    return 'nothingDue'
  }
  const claimed: Claimed = new Map()
  const records = await markSent(work, leaving)
  for (const [i, record] of records.entries()) claimed.set(record, leaving[i]?.rendered?.candidate ?? null)
  return claimed
}

interface Leaving {
  row: DueRecord
  rendered?: RenderedCandidate & { ok: true }
}

/** Who really leaves. Who stays, because LinkedIn has him as he is or could not take him, is settled here. */
async function prepare(work: Work, sending: Sending, rows: readonly DueRecord[]): Promise<Leaving[]> {
  const people = await readPeople(work, sending, rows)
  const leaving: Leaving[] = []
  for (const row of rows) {
    const rendered = people.get(row.key)
    // The gate has closed since he was wanted. Its own event says what is to be done.
    if (!rendered) await hold(work, await markUnsent(work, row), reasonOf('gateClosed'))
    else if (!rendered.ok) await hold(work, await markUnsent(work, row), rendered.reason)
    else if (row.known_there && row.payload_hash === rendered.hash)
      await acceptUnsent(work, await markUnsent(work, row))
    else leaving.push({ row, rendered })
  }
  return leaving
}

async function readPeople(
  work: Work,
  { app }: Sending,
  rows: readonly DueRecord[],
): Promise<Map<string, RenderedCandidate>> {
  const answer = await sql<CandidateRow & { person_urn: string | null }>`
    select ${candidateColumns}, identity.person_urn
    from candidate c
    left join linkedin_identity identity on identity.tenant_id = c.tenant_id and identity.candidate_id = c.id
      and identity.linked_by <> 'linkedin'
    where c.tenant_id = ${work.tenantId} and c.id = any(${rows.map(row => row.key)})
      and ${isOpen}`.execute(work.tx)
  return new Map(
    answer.rows.map(row => [
      row.id,
      renderCandidate({
        fields: toFields(row),
        createdAt: row.created_at,
        updatedAt: row.updated_at,
        pageUrl: `${app.config.publicUrl}/candidates/${row.id}`,
        personUrn: row.person_urn,
      }),
    ]),
  )
}

/** One statement for all. Whoever is to be forgotten there is not remembered here either. */
async function markSent(work: Work, leaving: readonly Leaving[]): Promise<SentRecord[]> {
  const payloads = leaving.map(({ rendered }) => (rendered ? JSON.stringify(rendered.candidate) : null))
  await sql`
    update sync_record set state = 'sent', sent_version = wanted_version, sent_at = ${work.now},
      payload = leaving.payload::jsonb, payload_hash = leaving.hash, known_there = known_there or leaving.payload is not null
    from unnest(${leaving.map(({ row }) => row.key)}::text[], ${payloads}::text[],
      ${leaving.map(({ rendered }) => rendered?.hash ?? null)}::text[]) as leaving (key, payload, hash)
    where tenant_id = ${work.tenantId} and resource = 'candidate' and sync_record.key = leaving.key`.execute(work.tx)
  return leaving.map(({ row }) => toSent(work, row))
}

/** What does not leave is settled as if it had been on its way. */
async function markUnsent(work: Work, row: DueRecord): Promise<SentRecord> {
  await work.tx
    .updateTable('sync_record')
    .set({ state: 'sent', sent_version: sql`wanted_version`, sent_at: work.now })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', 'candidate')
    .where('key', '=', row.key)
    .execute()
  return toSent(work, row)
}

function toSent(work: Work, row: DueRecord): SentRecord {
  return { resource: 'candidate', key: row.key, subjectId: row.key, wanted: row.wanted, sentAt: work.now }
}

function toVerdict(record: SentRecord, answer: RecordVerdict<unknown> | undefined): Verdict<null> {
  if (answer?.ok) return { record, ok: true, good: null }
  if (!answer || answer.reason === 'unanswered') return { record, ok: false, words: null, status: 0, later: true }
  return { record, ok: false, words: answer.message, status: answer.status, later: answer.retry !== 'never' }
}

async function judge(work: Work, verdicts: readonly Verdict<null>[]): Promise<void> {
  const accepted = verdicts.filter(isAsWanted).map(one => one.record)
  await acceptAll(work, accepted)
  const [present, absent] = (['present', 'absent'] as const).map(wanted =>
    accepted.flatMap(record => (record.wanted === wanted ? [record.key] : [])),
  )
  if (present?.length) await waitForMatch(work, present)
  if (absent?.length) await stopAskingForMatch(work, absent)
  for (const verdict of verdicts) if (!isAsWanted(verdict)) await judgeRefusal(work, verdict)
}

async function judgeRefusal(work: Work, verdict: Verdict<null>): Promise<void> {
  if (verdict.ok) return
  const { record, words, status } = verdict
  if (verdict.later) {
    return tryAgain(work, record, { reason: reasonOf(status === 0 ? 'unanswered' : 'failedThere', { words }) })
  }
  return refuse(work, record, reasonOf('refused', { words }))
}
