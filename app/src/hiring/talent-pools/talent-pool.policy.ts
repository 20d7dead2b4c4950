import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { hasRole } from '../../platform/actor.ts'
import { worksWithAllCandidates } from '../candidates/candidate.policy.ts'
import { rolesOf, userIdOf } from '../jobs/standing.queries.ts'
import type { TalentPool } from './talent-pools.shapes.ts'

/** For a statement over `talent_pool p`. People who hire see their own pools, and who has no app role sees none. */
export function isVisiblePool(actor: Actor): RawBuilder<boolean> {
  return isOwnUnlessAll(actor, sql`p.owner_id`)
}

/** For a statement over `event e` about a pool. When the pool is deleted, only its events still know whose it was. */
export function isVisiblePoolEvent(actor: Actor): RawBuilder<boolean> {
  return isOwnUnlessAll(actor, sql`e.change ->> 'ownerId'`)
}

function isOwnUnlessAll(actor: Actor, ownerId: RawBuilder<unknown>): RawBuilder<boolean> {
  if (seesAllPools(actor)) return sql`true`
  return worksWithAllCandidates(actor) ? sql`${ownerId} = ${userIdOf(actor)}` : sql`false`
}

function seesAllPools(actor: Actor): boolean {
  return actor.kind !== 'user' || hasRole(actor, 'administrator') || hasRole(actor, 'read_only')
}

/** Its owner, and administrators. */
export function permissionsOnPool(actor: Actor, ownerId: string | null): TalentPool['permissions'] {
  const isOwn = ownerId !== null && ownerId === userIdOf(actor) && worksWithAllCandidates(actor)
  const may = isOwn || rolesOf(actor).includes('administrator')
  return { edit: may, editMembers: may }
}
