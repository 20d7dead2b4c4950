import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { hasRole } from '../../platform/actor.ts'
import { userIdOf } from '../jobs/standing.queries.ts'

/** For a statement over `note n` of a place that the actor may see. The database holds everybody to it as well. */
export function isReadable(actor: Actor): RawBuilder<boolean> {
  return sql`(n.visibility = 'shared' or (n.author_id = ${userIdOf(actor)} and n.withdrawn_at is null))`
}

interface Written {
  authorId: string
  isWithdrawn: boolean
}

/** Words are changed by whoever wrote them. An administrator can take them away. */
export function permissionsOn(actor: Actor, note: Written) {
  const isOwn = note.authorId === userIdOf(actor)
  return {
    edit: !note.isWithdrawn && isOwn,
    withdraw: !note.isWithdrawn && (isOwn || hasRole(actor, 'administrator')),
  }
}
