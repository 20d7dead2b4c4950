import type { CandidateKey, CandidateMatches } from '@lodestone/rsc/ats-candidates'
import { getCandidateMatches, linkCandidates } from '@lodestone/rsc/ats-candidates'
import type { RecordReading } from '@lodestone/rsc/batch'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { countCall } from '../access/call-count.ts'
import { endPause } from '../access/later.ts'
import { storeMatches } from '../identity/store-matches.ts'
import { callInParts } from './call-in-parts.ts'
import { candidateKeyOf } from './candidate-record.ts'
import { askAgain } from './match-times.ts'
import type { Sending } from './sending.ts'
import { isStillAllowed, isWindowFull, mayGoOn } from './sending.ts'

const LARGEST_BATCH = 100

/** Reads whom LinkedIn matched with candidates, one batch. False: nobody was due. */
export async function readMatchBatch(sending: Sending): Promise<boolean> {
  const { app, actor } = sending
  const due = await perform(app, actor, work => claim(work, sending))
  if (due.length === 0) return false
  const stop = await callInParts(due, {
    call: candidateIds => readMatches(sending, candidateIds),
    refuse: candidateId => perform(app, actor, work => askAgain(work, [candidateId], { isMatched: false })),
    count: candidateIds => perform(app, actor, work => countCall(work, 'atsCandidates', candidateIds.length)),
    isStillAllowed: () => isStillAllowed(sending, 'indicatorEnabled'),
  })
  if (stop?.why.kind === 'failure') throw stop.why.failure
  if (stop?.why.kind === 'window') sending.windows.set('atsCandidates', stop.why.until)
  if (stop) await perform(app, actor, work => askAgain(work, stop.left, { isMatched: false }))
  return true
}

async function claim(work: Work, sending: Sending): Promise<string[]> {
  if (isWindowFull(sending, 'atsCandidates', work.now)) return []
  if (!(await mayGoOn(work, sending, 'indicatorEnabled'))) return []
  const rows = await work.tx
    .selectFrom('sync_record')
    .select('key')
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', 'candidate')
    .where('wanted', '=', 'present')
    .where('match_next_at', '<=', work.now)
    .orderBy('match_next_at')
    .limit(LARGEST_BATCH)
    .execute()
  const waitUntil = rows.length > 0 ? await countCall(work, 'atsCandidates', rows.length) : undefined
  if (!waitUntil) return rows.map(row => row.key)
  sending.windows.set('atsCandidates', waitUntil)
  return []
}

async function readMatches(sending: Sending, candidateIds: readonly string[]): Promise<void> {
  const { app, actor, client, organizationUrn } = sending
  const keys = candidateIds.map(candidateId => candidateKeyOf(candidateId, organizationUrn))
  const readings = await getCandidateMatches(client, keys)
  await endPause(app, actor.tenantId)
  const { matched, toTakeBack } = await storeMatches(app, actor, readings.flatMap(toFound))
  if (toTakeBack.length > 0) await takeBack(sending, toTakeBack)
  await perform(app, actor, async work => {
    const others = candidateIds.filter(candidateId => !matched.includes(candidateId))
    if (matched.length > 0) await askAgain(work, matched, { isMatched: true })
    if (others.length > 0) await askAgain(work, others, { isMatched: false })
  })
}

/** LinkedIn still holds a link that somebody here has undone. Should it not be heard, the next reading finds it once more. */
async function takeBack(
  { app, actor, client, organizationUrn }: Sending,
  candidateIds: readonly string[],
): Promise<void> {
  const waitUntil = await perform(app, actor, work => countCall(work, 'atsCandidates', candidateIds.length))
  if (waitUntil) return
  await linkCandidates(
    client,
    candidateIds.map(candidateId => ({ key: candidateKeyOf(candidateId, organizationUrn), manualMatchedMember: null })),
  )
}

function toFound(reading: RecordReading<CandidateKey, CandidateMatches>) {
  return reading.ok ? [{ candidateId: reading.key.atsCandidateId, ...reading.value }] : []
}
