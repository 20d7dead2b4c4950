import { z } from 'zod'
import type { Tx } from '../../platform/db/db.ts'
import type { Page } from '../../platform/http/paging.ts'
import { cursorTime, decodeCursor, toPage } from '../../platform/http/paging.ts'
import type { Hit, Place } from './candidate-hits.ts'
import { listHits, listRankedHits, RANKED } from './candidate-hits.ts'
import type { CandidateQuestion } from './candidate-question.ts'
import type { CandidateQuery } from './search.shapes.ts'

const place = z.tuple([z.string(), cursorTime, z.string()])
const cursor = z.union([
  z.tuple([z.literal('newest'), place]),
  z.tuple([z.literal('name'), place]),
  // In the ranked part: the last one shown, its rank, and the oldest of those that are ranked.
  z.tuple([z.literal('relevance'), place, z.number(), place]),
])

export type HitPage = Page<string>

type Sort = NonNullable<CandidateQuery['sort']>

export function sortOf(question: CandidateQuestion, sort: CandidateQuery['sort']): Sort {
  if (question.parsed === undefined) return sort === 'name' ? 'name' : 'newest'
  return sort ?? 'relevance'
}

/** One page of the list. A cursor keeps the order in which the list was begun. */
export async function pageOfHits(
  tx: Tx,
  question: CandidateQuestion,
  { sort, limit, next }: { sort?: CandidateQuery['sort']; limit: number; next?: string | undefined },
): Promise<HitPage> {
  const from = next === undefined ? undefined : decodeCursor(next, cursor)
  const order = from?.[0] ?? sortOf(question, sort)
  if (order === 'relevance') {
    if (question.parsed === undefined)
      return toPage<Hit, string>([], limit, { cursor: () => null, item: hit => hit.id })
    return rankedPage(tx, question, { limit, from: from?.[0] === 'relevance' ? from : undefined })
  }
  const after = from && toPlace(from[1])
  const hits = await listHits(tx, question, { order, after, limit: limit + 1 })
  return toHitPage(hits, limit, last => [order, fromPlace(last)])
}

type RankedCursor = Extract<z.infer<typeof cursor>, ['relevance', ...unknown[]]>

async function rankedPage(
  tx: Tx,
  question: CandidateQuestion,
  { limit, from }: { limit: number; from: RankedCursor | undefined },
): Promise<HitPage> {
  // Who came in since the first page is among the ranked now: room for as many again.
  const ranked = await listRankedHits(tx, question, from && { until: toPlace(from[3]), limit: 2 * RANKED })
  const oldest = from ? toPlace(from[3]) : oldestOf(ranked)
  const rest = from ? ranked.filter(hit => isBehind(hit, toPlace(from[1]), from[2])) : ranked
  const missing = limit + 1 - rest.length
  const isAll = from === undefined && ranked.length < RANKED
  if (missing <= 0 || oldest === undefined || isAll) {
    return toHitPage(rest, limit, last => ['relevance', fromPlace(last), last.rank, fromPlace(oldest ?? last)])
  }
  const older = await listHits(tx, question, { order: 'newest', after: oldest, limit: missing })
  const endsWithRanked = rest.length === limit
  return toHitPage([...rest, ...older], limit, last => ['newest', fromPlace(endsWithRanked ? oldest : last)])
}

function toHitPage(hits: readonly Hit[], limit: number, cursorAt: (last: Hit) => z.infer<typeof cursor>): HitPage {
  return toPage(hits, limit, { cursor: cursorAt, item: hit => hit.id })
}

/** In the ranked part: further down the list than this one? */
function isBehind(hit: Hit, there: Place, rank: number): boolean {
  if (hit.rank !== rank) return hit.rank < rank
  return isOlder(hit, there)
}

export function isOlder(one: Place, other: Place): boolean {
  return one.createdAt === other.createdAt ? one.id < other.id : one.createdAt < other.createdAt
}

export function oldestOf(hits: readonly Hit[]): Hit | undefined {
  return hits.reduce<Hit | undefined>((oldest, hit) => (oldest && isOlder(oldest, hit) ? oldest : hit), undefined)
}

function toPlace([id, createdAt, sortName]: z.infer<typeof place>): Place {
  return { id, createdAt, sortName }
}

function fromPlace({ id, createdAt, sortName }: Place): z.infer<typeof place> {
  return [id, createdAt, sortName]
}
