import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import type { SameJob } from '../applications/hand-over-applications.ts'

/** The notes on one person or application that became another's. */
interface Handed {
  fromId: string
  toId: string
  noteIds: string[]
}
export type HandedNotes = Handed[]

/** While both are still there: what is written about the one, by whomever, is about the other from now on. */
export async function handOverNotes(
  work: Work,
  { keptId, absorbedId }: { keptId: string; absorbedId: string },
  sameJobs: readonly SameJob[],
): Promise<HandedNotes> {
  const ways = [
    { fromId: absorbedId, toId: keptId },
    ...sameJobs.map(({ waitsId, staysId }) => ({ fromId: waitsId, toId: staysId })),
  ]
  const handed: HandedNotes = []
  for (const way of ways) {
    const noteIds = await handOver(work, way, null)
    if (noteIds.length > 0) handed.push({ ...way, noteIds })
  }
  return handed
}

/** When both are there again. What was written meanwhile stays with who was kept. */
export async function handBackNotes(work: Work, handed: HandedNotes): Promise<void> {
  for (const { fromId, toId, noteIds } of handed) await handOver(work, { fromId: toId, toId: fromId }, noteIds)
}

async function handOver(
  work: Work,
  { fromId, toId }: { fromId: string; toId: string },
  only: readonly string[] | null,
): Promise<string[]> {
  const answer = await sql<{ ids: string[] }>`
    select hand_over_notes(${fromId}, ${toId}, ${only && [...only]}::text[]) as ids`.execute(work.tx)
  return answer.rows[0]?.ids ?? []
}

/** All of them, private ones of others included. */
export async function eraseNotes(work: Work, candidateId: string): Promise<void> {
  await sql`select erase_notes(${candidateId})`.execute(work.tx)
}
