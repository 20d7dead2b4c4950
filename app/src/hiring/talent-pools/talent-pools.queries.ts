import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Page } from '../../platform/http/paging.ts'
import { decodeCursor, toPage } from '../../platform/http/paging.ts'
import { searchPattern, wordsOf } from '../search/words.ts'
import { isVisiblePool, permissionsOnPool } from './talent-pool.policy.ts'
import type { PoolFilter, TalentPool } from './talent-pools.shapes.ts'

const cursor = z.tuple([z.string(), z.string()])

/** By name: the pools that the actor may see. */
export async function listPools(
  tx: Tx,
  actor: Actor,
  filter: PoolFilter & { limit: number; next?: string | undefined },
): Promise<Page<TalentPool>> {
  const where = [sql`p.tenant_id = ${actor.tenantId}`, isVisiblePool(actor)]
  for (const word of wordsOf(filter.q ?? '')) where.push(sql`p.search_text like findable(${searchPattern(word)})`)
  if (filter.candidateId !== undefined) {
    // An array and not a join, because a person is in few pools.
    where.push(sql`p.id = any(array(select m.pool_id from talent_pool_member m
      where m.tenant_id = ${actor.tenantId} and m.candidate_id = ${filter.candidateId}))`)
  }
  if (filter.next) {
    const [name, id] = decodeCursor(filter.next, cursor)
    where.push(sql`(p.search_text, p.id) > (${name}, ${id})`)
  }
  const answer = await sql<PoolRow>`
    with page as (
      select * from talent_pool p where ${sql.join(where, sql` and `)}
      order by p.search_text, p.id limit ${filter.limit + 1})
    select ${poolColumns} from page p ${owner} order by p.search_text, p.id`.execute(tx)
  return toPage(answer.rows, filter.limit, {
    cursor: row => [row.search_text, row.id],
    item: row => toPool(row, actor),
  })
}

export async function getPool(tx: Tx, actor: Actor, poolId: string): Promise<TalentPool> {
  const answer = await sql<PoolRow>`
    select ${poolColumns} from talent_pool p ${owner}
    where p.tenant_id = ${actor.tenantId} and p.id = ${poolId} and ${isVisiblePool(actor)}`.execute(tx)
  const row = answer.rows[0]
  if (!row) throw notFound('talent pool')
  return toPool(row, actor)
}

interface PoolRow {
  id: string
  kind: TalentPool['kind']
  name: string
  search_text: string
  owner_id: string | null
  owner_name: string | null
  member_count: number
  created_at: Date
  updated_at: Date
}

const poolColumns = sql`
  p.id, p.kind, p.name, p.search_text, p.owner_id, u.first_name || ' ' || u.last_name as owner_name, p.created_at, p.updated_at,
  (select count(*) from talent_pool_member m where m.tenant_id = p.tenant_id and m.pool_id = p.id) as member_count`

const owner: RawBuilder<unknown> = sql`left join app_user u on u.tenant_id = p.tenant_id and u.id = p.owner_id`

function toPool(row: PoolRow, actor: Actor): TalentPool {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    memberCount: row.member_count,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    permissions: permissionsOnPool(actor, row.owner_id),
  }
}
