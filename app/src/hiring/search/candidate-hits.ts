import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/db.ts'
import { cursorTimeOf } from '../../platform/http/paging.ts'
import type { CandidateQuestion } from './candidate-question.ts'
import { textOf } from './candidate-question.ts'

/**
 * How far along the list hits are looked for one by one. A word that is frequent fills a page within it; one that does not
 * is rare, so that the index has few rows for it. Neither depends on what the planner thinks of a word.
 */
export const WALK = 4_000
/** So many of the newest hits are ranked; older ones follow by age. */
export const RANKED = 200

/** Where a candidate stands in each order. */
export interface Place {
  id: string
  createdAt: string
  sortName: string
}

export interface Hit extends Place {
  rank: number
}

type Order = 'newest' | 'name'
export interface Stretch {
  order: Order
  /** Backwards: from the end of the list to its beginning. */
  backwards?: boolean
  after?: Place | undefined
  /** Up to and including this one. */
  until?: Place | undefined
  limit: number
}

/** Hits in the order of the list. */
export async function listHits(tx: Tx, question: CandidateQuestion, stretch: Stretch): Promise<Hit[]> {
  const answer = await sql<HitRow>`${hitsOf(question, stretch)}
    select h.candidate_id, ${cursorTimeOf('h.created_at')} as created_at, h.sort_name, 0 as rank from hits h order by ${orderOf('h', stretch)}`.execute(
    tx,
  )
  return answer.rows.map(toHit)
}

/** The newest hits, best first: what stands in the name weighs most, then title and company, then the rest. */
export async function listRankedHits(
  tx: Tx,
  question: CandidateQuestion,
  { until, limit = RANKED }: { until?: Place | undefined; limit?: number } = {},
): Promise<Hit[]> {
  const answer = await sql<HitRow>`${hitsOf(question, { order: 'newest', until, limit })}
    select h.candidate_id, ${cursorTimeOf('h.created_at')} as created_at, h.sort_name, ts_rank(w.words, ${textOf(question)})::float8 as rank
    from hits h join candidate_search w on w.candidate_id = h.candidate_id
    order by rank desc, h.created_at desc, h.candidate_id desc`.execute(tx)
  return answer.rows.map(toHit)
}

interface HitRow {
  candidate_id: string
  created_at: string
  sort_name: string
  rank: number
}

function toHit(row: HitRow): Hit {
  return { id: row.candidate_id, createdAt: row.created_at, sortName: row.sort_name, rank: row.rank }
}

const columns = sql`w.candidate_id, w.created_at, w.sort_name`

/** The beginning of a statement that then reads from `hits`. */
function hitsOf(question: CandidateQuestion, stretch: Stretch): RawBuilder<unknown> {
  const part = sql.join([sql`true`, ...placeConditions(stretch)], sql` and `)
  const match = sql.join([sql`true`, ...question.where], sql` and `)
  const order = orderOf('w', stretch)
  const { limit } = stretch
  if (question.where.length === 0) {
    return sql`with hits as (select ${columns} from candidate_search w where ${part} order by ${order} limit ${limit})`
  }
  // "offset 0" keeps the planner from walking along the list in the hope of an early hit.
  const all = sql`select ${columns} from candidate_search w where ${part} and ${match} offset 0`
  if (question.isNarrow) return sql`with hits as (select * from (${all}) w order by ${order} limit ${limit})`
  return sql`
    with near as materialized (
      select ${columns} from (
        select w.* from candidate_search w where ${part} order by ${order} limit ${WALK}) w
      where ${match} order by ${order} limit ${limit}),
    far as materialized (
      select * from (${all}) w
      where (select count(*) from near) < ${limit}
        and exists (select from candidate_search w where ${part} order by ${order} offset ${WALK} limit 1)
      order by ${order} limit ${limit}),
    hits as (select * from far union all select * from near where not exists (select from far))`
}

function orderOf(alias: string, { order, backwards = false }: Stretch): RawBuilder<unknown> {
  const [first, direction] = order === 'newest' ? ['created_at', !backwards] : ['sort_name', backwards]
  const way = sql.raw(direction ? 'desc' : 'asc')
  return sql`${sql.ref(`${alias}.${first}`)} ${way}, ${sql.ref(`${alias}.candidate_id`)} ${way}`
}

function placeConditions({ order, backwards = false, after, until }: Stretch): RawBuilder<unknown>[] {
  const isFalling = (order === 'newest') !== backwards
  const conditions: RawBuilder<unknown>[] = []
  if (after) conditions.push(sql`${keyOf(order)} ${sql.raw(isFalling ? '<' : '>')} ${keyValues(order, after)}`)
  if (until) conditions.push(sql`${keyOf(order)} ${sql.raw(isFalling ? '>=' : '<=')} ${keyValues(order, until)}`)
  return conditions
}

function keyOf(order: Order): RawBuilder<unknown> {
  return order === 'newest' ? sql`(w.created_at, w.candidate_id)` : sql`(w.sort_name, w.candidate_id)`
}

function keyValues(order: Order, { id, createdAt, sortName }: Place): RawBuilder<unknown> {
  return order === 'newest' ? sql`(${createdAt}::timestamptz, ${id}::text)` : sql`(${sortName}::text, ${id}::text)`
}
