import { sql } from 'kysely'
import type { UserActor } from '../../platform/actor.ts'
import { hasRole } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { levelOf } from '../access/access.queries.ts'
import type { UserConnection } from './user-connection.shapes.ts'

export async function readUserConnection(tx: Tx, actor: UserActor, now: Date): Promise<UserConnection> {
  const instanceLevel = await levelOf(tx, actor.tenantId)
  const row = await findConnection(tx, actor)
  return {
    allowed: await mayConnect(tx, actor),
    instanceLevel,
    connected: row !== undefined,
    personUrn: row?.personUrn ?? null,
    seat: row ? seatOf(row.hasSeat, instanceLevel) : null,
    connectedAt: row?.connectedAt.toISOString() ?? null,
    expired: row !== undefined && row.expiresAt <= now,
  }
}

/** Recruiters and hiring managers, by their app role or by their role on a job; their delegates as well. */
export async function mayConnect(tx: Tx, actor: UserActor): Promise<boolean> {
  if (hasRole(actor, 'recruiter') || hasRole(actor, 'hiring_manager')) return true
  const rows = await tx
    .selectFrom('hiring_team_member')
    .select('job_id')
    .where('tenant_id', '=', actor.tenantId)
    .where('user_id', '=', actor.userId)
    .where('role', 'in', ['recruiter', 'hiring_manager', 'delegate'])
    .limit(1)
    .execute()
  return rows.length > 0
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
