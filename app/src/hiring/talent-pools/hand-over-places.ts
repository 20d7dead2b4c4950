import { sql } from 'kysely'
import { cursorTimeOf } from '../../platform/http/paging.ts'
import type { Work } from '../../platform/work.ts'
import type { TakenRow } from '../candidates/set-candidate-aside.ts'
import { bringBack } from '../candidates/set-candidate-aside.ts'

export interface HandedPlaces {
  /** The rows of the absorbed one. */
  taken: TakenRow[]
  /** The pools that the other came into by it. */
  added: { poolId: string; addedAt: string }[]
}

/** Whoever is kept stands in the pools of both; where he stood already, he stays as he was. */
export async function handOverPlaces(
  work: Work,
  { keptId, absorbedId }: { keptId: string; absorbedId: string },
): Promise<HandedPlaces> {
  const taken = await sql<{ row: TakenRow }>`
    delete from talent_pool_member m where m.tenant_id = ${work.tenantId} and m.candidate_id = ${absorbedId}
    returning to_jsonb(m) as row`.execute(work.tx)
  const rows = taken.rows.map(one => one.row)
  const added = await sql<HandedPlaces['added'][number]>`
    insert into talent_pool_member as m (tenant_id, pool_id, candidate_id, added_by, added_at)
    select tenant_id, pool_id, ${keptId}::text, added_by, added_at
    from jsonb_populate_recordset(null::talent_pool_member, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing returning m.pool_id as "poolId", ${cursorTimeOf('m.added_at')} as "addedAt"`.execute(work.tx)
  return { taken: rows, added: added.rows }
}

/** A pool that was deleted meanwhile has no places; whoever was added anew since stays. */
export async function handBackPlaces(work: Work, keptId: string, { taken, added }: HandedPlaces): Promise<void> {
  for (const { poolId, addedAt } of added) {
    await sql`
      delete from talent_pool_member where tenant_id = ${work.tenantId} and pool_id = ${poolId}
        and candidate_id = ${keptId} and added_at = ${addedAt}::timestamptz`.execute(work.tx)
  }
  const poolIds = taken.map(row => String(row.pool_id))
  const there = await sql<{ id: string }>`
    select p.id from talent_pool p where p.tenant_id = ${work.tenantId} and p.id = any(${poolIds}::text[])
    order by p.id for key share`.execute(work.tx)
  const ids = new Set(there.rows.map(row => row.id))
  await bringBack(
    work,
    'talent_pool_member',
    taken.filter(row => ids.has(String(row.pool_id))),
  )
}
