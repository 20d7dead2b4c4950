import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { getCandidate } from './candidates.queries.ts'
import type { Candidate } from './candidates.shapes.ts'

/** As getCandidate. The address of somebody who became part of another candidate leads on to that one. */
export async function getCandidateHere(tx: Tx, actor: Actor, candidateId: string): Promise<Candidate> {
  try {
    return await getCandidate(tx, actor, candidateId)
  } catch (error) {
    const isGone = error instanceof Refusal && error.kind === 'notFound'
    const keptId = isGone ? await findWhoAbsorbed(tx, actor.tenantId, candidateId) : undefined
    if (keptId === undefined) throw error
    return getCandidate(tx, actor, keptId)
  }
}

/** Whose part somebody is now, over however many merges. */
async function findWhoAbsorbed(tx: Tx, tenantId: string, candidateId: string): Promise<string | undefined> {
  const answer = await sql<{ kept_id: string }>`
    with recursive way (kept_id, depth) as (
      select kept_id, 1 from candidate_merge
      where tenant_id = ${tenantId} and absorbed_id = ${candidateId} and unmerged_at is null
      union all
      select m.kept_id, way.depth + 1 from way join candidate_merge m
        on m.tenant_id = ${tenantId} and m.absorbed_id = way.kept_id and m.unmerged_at is null)
    select kept_id from way order by depth desc limit 1`.execute(tx)
  return answer.rows[0]?.kept_id
}

/** Everybody who is part of this candidate now: what happened to them is his history. Part of a statement. */
export function absorbedBy(tenantId: string, candidateId: string) {
  return sql`(
    with recursive part (id) as (
      select ${candidateId}::text collate "C"
      union
      select m.absorbed_id from part join candidate_merge m
        on m.tenant_id = ${tenantId} and m.kept_id = part.id and m.unmerged_at is null)
    select id from part)`
}
