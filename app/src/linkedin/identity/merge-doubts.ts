import { sql } from 'kysely'
import type { TakenRow } from '../../hiring/candidates/set-candidate-aside.ts'
import { bringBack } from '../../hiring/candidates/set-candidate-aside.ts'
import type { MergedPair } from '../../hiring/merging/merge-candidates.ts'
import type { Work } from '../../platform/work.ts'

export interface HandedDoubts {
  taken: TakenRow[]
  added: { oneId: string; otherId: string }[]
}

/** Who may be the absorbed one may be the merged person; who was said to be somebody else still is. */
export async function handOverDoubts(work: Work, { keptId, absorbedId }: MergedPair): Promise<HandedDoubts> {
  const answer = await sql<{ row: TakenRow }>`
    delete from linkedin_doubt d where d.tenant_id = ${work.tenantId} and ${absorbedId} in (d.one_id, d.other_id)
    returning to_jsonb(d) as row`.execute(work.tx)
  const taken = answer.rows.map(one => one.row)
  const added = await sql<HandedDoubts['added'][number]>`
    insert into linkedin_doubt as d (tenant_id, one_id, other_id, evidence, state, raised_at, settled_at, settled_by)
    select tenant_id, least(${keptId}::text, third.id), greatest(${keptId}::text, third.id), evidence, state, raised_at, settled_at,
      settled_by
    from jsonb_populate_recordset(null::linkedin_doubt, ${JSON.stringify(taken)}::jsonb) was,
      lateral (select case was.one_id when ${absorbedId} then was.other_id else was.one_id end as id) third
    where third.id <> ${keptId}
    on conflict do nothing returning d.one_id as "oneId", d.other_id as "otherId"`.execute(work.tx)
  return { taken, added: added.rows }
}

/** The pair itself is in doubt again: undoing a merge does not say that they are two people. */
export async function handBackDoubts(work: Work, { taken, added }: HandedDoubts): Promise<void> {
  for (const { oneId, otherId } of added) {
    await sql`
      delete from linkedin_doubt
      where tenant_id = ${work.tenantId} and one_id = ${oneId} and other_id = ${otherId}`.execute(work.tx)
  }
  const thirds = taken.flatMap(row => [String(row.one_id), String(row.other_id)])
  const there = await sql<{ id: string }>`
    select id from candidate where tenant_id = ${work.tenantId} and id = any(${thirds}::text[])`.execute(work.tx)
  const ids = new Set(there.rows.map(row => row.id))
  const isThere = (row: TakenRow) => ids.has(String(row.one_id)) && ids.has(String(row.other_id))
  await bringBack(work, 'linkedin_doubt', taken.filter(isThere))
}
