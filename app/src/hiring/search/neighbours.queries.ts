import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import { cursorTimeOf } from '../../platform/http/paging.ts'
import type { Hit, Place } from './candidate-hits.ts'
import { listHits, listRankedHits, RANKED } from './candidate-hits.ts'
import { isOlder, oldestOf, sortOf } from './candidate-pages.ts'
import type { CandidateQuestion } from './candidate-question.ts'
import { askForCandidates } from './candidate-question.ts'
import type { CandidateQuery, Neighbours } from './search.shapes.ts'

/** Further down, nobody counts along. */
const COUNTED = 1_000

/** Who stands before and after a candidate on a list. */
export function getNeighbours(tx: Tx, actor: Actor, candidateId: string, query: CandidateQuery): Promise<Neighbours> {
  return askForCandidates(tx, actor, query, {
    run: question => neighboursIn(tx, question, candidateId, query.sort),
    isEmpty: neighbours => neighbours.position === null,
  })
}

async function neighboursIn(
  tx: Tx,
  question: CandidateQuestion,
  candidateId: string,
  wanted: CandidateQuery['sort'],
): Promise<Neighbours> {
  const order = sortOf(question, wanted)
  const { place, isHit } = await findPlace(tx, question, candidateId)
  if (order !== 'relevance') return around(tx, question, { order, place, isHit })
  const ranked = await listRankedHits(tx, question)
  const at = ranked.findIndex(hit => hit.id === candidateId)
  const oldest = oldestOf(ranked)
  if (at >= 0 && oldest) {
    const next = ranked[at + 1] ?? (await nextOlder(tx, question, oldest))
    return { previousId: ranked[at - 1]?.id ?? null, nextId: next?.id ?? null, position: at + 1 }
  }
  if (ranked.length < RANKED || !oldest || !isOlder(place, oldest)) return nobody
  const behind = await around(tx, question, { order: 'newest', place, isHit })
  const isFirstBehind = (await nextOlder(tx, question, oldest))?.id === candidateId
  return isFirstBehind ? { ...behind, previousId: ranked.at(-1)?.id ?? null } : behind
}

const nobody: Neighbours = { previousId: null, nextId: null, position: null }

async function around(
  tx: Tx,
  question: CandidateQuestion,
  { order, place, isHit }: { order: 'newest' | 'name'; place: Place; isHit: boolean },
): Promise<Neighbours> {
  const [next] = await listHits(tx, question, { order, after: place, limit: 1 })
  const before = await listHits(tx, question, { order, backwards: true, after: place, limit: COUNTED })
  const position = isHit && before.length < COUNTED ? before.length + 1 : null
  return { previousId: before[0]?.id ?? null, nextId: next?.id ?? null, position }
}

async function nextOlder(tx: Tx, question: CandidateQuestion, than: Place): Promise<Hit | undefined> {
  const [hit] = await listHits(tx, question, { order: 'newest', after: than, limit: 1 })
  return hit
}

async function findPlace(
  tx: Tx,
  question: CandidateQuestion,
  candidateId: string,
): Promise<{ place: Place; isHit: boolean }> {
  const match = sql.join([sql`true`, ...question.where], sql` and `)
  const answer = await sql<{ created_at: string; sort_name: string; is_hit: boolean }>`
    select ${cursorTimeOf('w.created_at')} as created_at, w.sort_name, ${match} as is_hit from candidate_search w
    where w.candidate_id = ${candidateId} and ${question.mayKnow}`.execute(tx)
  const row = answer.rows[0]
  if (!row) throw notFound('candidate')
  return {
    place: { id: candidateId, createdAt: row.created_at, sortName: row.sort_name },
    isHit: row.is_hit,
  }
}
