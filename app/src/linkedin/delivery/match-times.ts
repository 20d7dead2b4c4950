import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'

const FIRST_MS = 5_000
const LONGEST_MS = 7 * 24 * 3_600_000

/** LinkedIn matches in its own time: it is asked after 5 and 30 seconds, 3 and 18 minutes, and so on up to a week. */
export async function waitForMatch(work: Work, candidateIds: readonly string[]): Promise<void> {
  await setTimes(work, candidateIds, { at: new Date(work.now.getTime() + FIRST_MS), readings: 0 })
}

/** Once more, later. Whoever is matched is looked at again after the longest time: members come and go. */
export async function askAgain(
  work: Work,
  candidateIds: readonly string[],
  { isMatched }: { isMatched: boolean },
): Promise<void> {
  const waitMs = isMatched
    ? sql<number>`${LONGEST_MS}`
    : sql<number>`least(${FIRST_MS} * power(6, least(match_readings + 1, 10)), ${LONGEST_MS})`
  const at = sql<Date>`${work.now}::timestamptz + ${waitMs} * interval '1 millisecond'`
  await setTimes(work, candidateIds, { at, readings: sql<number>`match_readings + 1` })
}

export async function stopAskingForMatch(work: Work, candidateIds: readonly string[]): Promise<void> {
  await setTimes(work, candidateIds, { at: null, readings: 0 })
}

type Times = { at: Date | null | ReturnType<typeof sql<Date>>; readings: number | ReturnType<typeof sql<number>> }

async function setTimes(work: Work, candidateIds: readonly string[], { at, readings }: Times): Promise<void> {
  await work.tx
    .updateTable('sync_record')
    .set({ match_next_at: at, match_readings: readings })
    .where('tenant_id', '=', work.tenantId)
    .where('resource', '=', 'candidate')
    .where('key', 'in', [...candidateIds])
    .execute()
}
