import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Page } from '../../platform/http/paging.ts'
import { cursorTime, cursorTimeOf, decodeCursor, toPage } from '../../platform/http/paging.ts'
import type { Neighbours } from '../search/search.shapes.ts'
import { isVisiblePool } from './talent-pool.policy.ts'
import type { PoolMember, PoolSort } from './talent-pools.shapes.ts'

/** Where somebody stands in an order of the pool. */
type Place = { sort: PoolSort; at: string; id: string }

const cursor = z.union([
  z.tuple([z.literal('added'), cursorTime, z.string()]),
  z.tuple([z.literal('name'), z.string(), z.string()]),
])

/** A page of the people in a pool. A cursor keeps the order in which the list was begun. */
export async function listMembers(
  tx: Tx,
  actor: Actor,
  request: { poolId: string; sort: PoolSort; limit: number; next?: string | undefined },
): Promise<Page<PoolMember>> {
  await refuseUnlessVisible(tx, actor, request.poolId)
  const from = request.next === undefined ? undefined : decodeCursor(request.next, cursor)
  const sort = from?.[0] ?? request.sort
  const where = [isIn(actor, request.poolId)]
  if (from) where.push(isBehind({ sort: from[0], at: from[1], id: from[2] }))
  const rows = await readMembers(
    tx,
    actor,
    sql`where ${sql.join(where, sql` and `)} order by ${orderOf(sort)} limit ${request.limit + 1}`,
    sort,
  )
  return toPage(rows, request.limit, {
    cursor: row => [sort, sort === 'name' ? row.sort_name : row.cursor_time, row.candidate_id],
    item: toMember,
  })
}

export async function getMember(
  tx: Tx,
  actor: Actor,
  { poolId, candidateId }: { poolId: string; candidateId: string },
): Promise<PoolMember> {
  const one = sql`where ${isIn(actor, poolId)} and m.candidate_id = ${candidateId}`
  const [row] = await readMembers(tx, actor, one, 'added')
  if (!row) throw notFound('person in this talent pool')
  return toMember(row)
}

/** Further down, nobody counts along. */
const COUNTED = 1_000

/** Who stands before and after somebody in a pool. */
export async function getPoolNeighbours(
  tx: Tx,
  actor: Actor,
  { poolId, candidateId, sort }: { poolId: string; candidateId: string; sort: PoolSort },
): Promise<Neighbours> {
  await refuseUnlessVisible(tx, actor, poolId)
  const found = await sql<{ cursor_time: string; sort_name: string }>`
    select ${cursorTimeOf('m.added_at')} as cursor_time, m.sort_name from talent_pool_member m
    where ${isIn(actor, poolId)} and m.candidate_id = ${candidateId}`.execute(tx)
  const here = found.rows[0]
  if (!here) return { previousId: null, nextId: null, position: null }
  const place = { sort, at: sort === 'name' ? here.sort_name : here.cursor_time, id: candidateId }
  const answer = await sql<{ before: string[]; next: string | null }>`
    select array(select m.candidate_id from talent_pool_member m where ${isIn(actor, poolId)} and ${isBefore(place)}
        order by ${orderOf(sort, 'backwards')} limit ${COUNTED})::text[] as before,
      (select m.candidate_id from talent_pool_member m where ${isIn(actor, poolId)} and ${isBehind(place)}
        order by ${orderOf(sort)} limit 1) as next`.execute(tx)
  const { before = [], next = null } = answer.rows[0] ?? {}
  return {
    previousId: before[0] ?? null,
    nextId: next,
    position: before.length < COUNTED ? before.length + 1 : null,
  }
}

async function refuseUnlessVisible(tx: Tx, actor: Actor, poolId: string): Promise<void> {
  const answer = await sql`
    select from talent_pool p where p.tenant_id = ${actor.tenantId} and p.id = ${poolId} and ${isVisiblePool(actor)}`.execute(
    tx,
  )
  if (answer.rows.length === 0) throw notFound('talent pool')
}

interface MemberRow {
  candidate_id: string
  first_name: string
  last_name: string
  headline: string | null
  current_company: string | null
  location: string | null
  email: string | null
  sort_name: string
  added_at: Date
  cursor_time: string
  added_by: string | null
  adder_name: string | null
}

async function readMembers(tx: Tx, actor: Actor, which: RawBuilder<unknown>, sort: PoolSort): Promise<MemberRow[]> {
  const answer = await sql<MemberRow>`
    with page as (select * from talent_pool_member m ${which})
    select m.candidate_id, c.first_name, c.last_name, c.headline, c.current_company, c.location, m.sort_name, m.added_at,
      ${cursorTimeOf('m.added_at')} as cursor_time, m.added_by, u.first_name || ' ' || u.last_name as adder_name,
      (select e.email from candidate_email e where e.tenant_id = m.tenant_id and e.candidate_id = m.candidate_id
        order by e.position limit 1) as email
    from page m
    join candidate c on c.tenant_id = ${actor.tenantId} and c.id = m.candidate_id
    left join app_user u on u.tenant_id = m.tenant_id and u.id = m.added_by
    order by ${orderOf(sort)}`.execute(tx)
  return answer.rows
}

function isIn(actor: Actor, poolId: string): RawBuilder<unknown> {
  return sql`m.tenant_id = ${actor.tenantId} and m.pool_id = ${poolId}`
}

function isBehind(place: Place): RawBuilder<unknown> {
  return place.sort === 'name' ? sql`${byName} > ${valuesOf(place)}` : sql`${byTime} < ${valuesOf(place)}`
}

function isBefore(place: Place): RawBuilder<unknown> {
  return place.sort === 'name' ? sql`${byName} < ${valuesOf(place)}` : sql`${byTime} > ${valuesOf(place)}`
}

const byName = sql`(m.sort_name, m.candidate_id)`
const byTime = sql`(m.added_at, m.candidate_id)`

function valuesOf({ sort, at, id }: Place): RawBuilder<unknown> {
  return sort === 'name' ? sql`(${at}::text, ${id}::text)` : sql`(${at}::timestamptz, ${id}::text)`
}

function orderOf(sort: PoolSort, way: 'forwards' | 'backwards' = 'forwards'): RawBuilder<unknown> {
  const direction = sql.raw((sort === 'added') === (way === 'forwards') ? 'desc' : 'asc')
  const first = sql.ref(sort === 'name' ? 'm.sort_name' : 'm.added_at')
  return sql`${first} ${direction}, m.candidate_id ${direction}`
}

function toMember(row: MemberRow): PoolMember {
  return {
    candidateId: row.candidate_id,
    firstName: row.first_name,
    lastName: row.last_name,
    headline: row.headline,
    currentCompany: row.current_company,
    location: row.location,
    email: row.email,
    addedAt: row.added_at.toISOString(),
    addedBy: row.added_by === null ? null : { id: row.added_by, name: row.adder_name ?? '' },
  }
}
