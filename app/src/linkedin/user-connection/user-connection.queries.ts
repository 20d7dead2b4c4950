import { sql } from 'kysely'
import type { UserActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { levelOf } from '../access/access.queries.ts'
import { mayUseLinkedIn } from '../access/linkedin-users.queries.ts'
import type { UserConnection } from './user-connection.shapes.ts'

export async function readUserConnection(tx: Tx, actor: UserActor, now: Date): Promise<UserConnection> {
  const instanceLevel = await levelOf(tx, actor.tenantId)
  const row = await findConnection(tx, actor)
  return {
    allowed: await mayUseLinkedIn(tx, actor),
    instanceLevel,
    connected: row !== undefined,
    personUrn: row?.personUrn ?? null,
    seat: row ? seatOf(row.hasSeat, instanceLevel) : null,
    connectedAt: row?.connectedAt.toISOString() ?? null,
    expired: row !== undefined && row.expiresAt <= now,
  }
}

async function findConnection(tx: Tx, { tenantId, userId }: UserActor) {
  return tx
    .selectFrom('linkedin_user_connection as c')
    .select(['c.person_urn as personUrn', 'c.connected_at as connectedAt', 'c.expires_at as expiresAt'])
    .select(
      sql<boolean>`exists (select from linkedin_seat seat where seat.tenant_id = c.tenant_id
        and seat.person_urn = c.person_urn and seat.state = 'ACTIVE')`.as('hasSeat'),
    )
    .where('c.tenant_id', '=', tenantId)
    .where('c.user_id', '=', userId)
    .executeTakeFirst()
}

/** LinkedIn names the seats at contract level only. */
function seatOf(hasSeat: boolean, level: UserConnection['instanceLevel']): UserConnection['seat'] {
  if (level !== 'contract') return 'unknown'
  return hasSeat ? 'found' : 'missing'
}
