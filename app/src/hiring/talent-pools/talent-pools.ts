import { sql } from 'kysely'
import { isSqlState } from '../../platform/db/sql-state.ts'
import { conflict, notAllowed, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { worksWithAllCandidates } from '../candidates/candidate.policy.ts'
import { isVisiblePool, permissionsOnPool } from './talent-pool.policy.ts'
import { getPool } from './talent-pools.queries.ts'
import type { NewTalentPool, TalentPool } from './talent-pools.shapes.ts'

/** Whoever makes a pool owns it. */
export async function createPool(work: Work, input: NewTalentPool): Promise<TalentPool> {
  const { actor } = work
  if (actor.kind !== 'user' || !worksWithAllCandidates(actor)) {
    throw notAllowed(
      'talentPool.mayNotCreate',
      'Only recruiters, hiring managers and administrators make talent pools. An administrator gives app roles.',
    )
  }
  const id = newId('talentPool')
  await refusingSameName(input.name, () =>
    work.tx
      .insertInto('talent_pool')
      .values({
        tenant_id: work.tenantId,
        id,
        kind: 'plain',
        owner_id: actor.userId,
        name: input.name,
        created_at: work.now,
        updated_at: work.now,
      })
      .execute(),
  )
  await work.record({ kind: 'talentPool.created', ...about({ id, ownerId: actor.userId }) })
  return getPool(work.tx, actor, id)
}

export async function renamePool(work: Work, poolId: string, { name }: NewTalentPool): Promise<TalentPool> {
  const pool = await lockPool(work, poolId)
  refuseUnlessEditor(pool)
  await refusingSameName(name, () =>
    work.tx
      .updateTable('talent_pool')
      .set({ name, updated_at: work.now })
      .where('tenant_id', '=', work.tenantId)
      .where('id', '=', poolId)
      .execute(),
  )
  await work.record({ kind: 'talentPool.renamed', ...about(pool) })
  return getPool(work.tx, work.actor, poolId)
}

/** The people stay candidates, with all that is known of them; only their being together ends. */
export async function deletePool(work: Work, poolId: string): Promise<void> {
  const pool = await lockPool(work, poolId)
  refuseUnlessEditor(pool)
  await work.tx.deleteFrom('talent_pool').where('tenant_id', '=', work.tenantId).where('id', '=', poolId).execute()
  await work.record({ kind: 'talentPool.deleted', ...about(pool) })
}

export interface LockedPool {
  id: string
  ownerId: string | null
  permissions: TalentPool['permissions']
}

/**
 * The pool that a verb is about, locked until its end; `share` only keeps others from changing it.
 * A pool that the actor may not see does not exist for him.
 */
export async function lockPool(
  work: Work,
  poolId: string,
  strength: 'update' | 'share' = 'update',
): Promise<LockedPool> {
  const answer = await sql<{ owner_id: string | null }>`
    select p.owner_id from talent_pool p
    where p.tenant_id = ${work.tenantId} and p.id = ${poolId} and ${isVisiblePool(work.actor)}
    for ${sql.raw(strength)} of p`.execute(work.tx)
  const row = answer.rows[0]
  if (!row) throw notFound('talent pool')
  return { id: poolId, ownerId: row.owner_id, permissions: permissionsOnPool(work.actor, row.owner_id) }
}

/** The owner goes along, so that he hears of it when there is no pool any more to ask. The name does not: it can hold a person's. */
export function about({ id, ownerId }: Pick<LockedPool, 'id' | 'ownerId'>) {
  return { subject: { kind: 'talentPool', id }, change: { ownerId } }
}

function refuseUnlessEditor(pool: LockedPool): void {
  if (pool.permissions.edit) return
  throw notAllowed(
    'talentPool.mayNotEdit',
    'Only the owner of this talent pool and administrators rename or delete it. Make a pool of your own instead.',
  )
}

async function refusingSameName(name: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!isSqlState(error, '23505')) throw error
    throw conflict({
      code: 'talentPool.nameTaken',
      message: `There is a pool named ${name} of the same owner already. Take another name, or use that pool.`,
      params: { name },
      errors: [{ field: 'name', message: 'is the name of another pool of this owner', code: 'talentPool.nameTaken' }],
    })
  }
}
