import type { UserActor } from '../../platform/actor.ts'
import { hasRole } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'

/** Recruiters and hiring managers, by their app role or by their role on a job; their delegates as well. */
export async function mayUseLinkedIn(tx: Tx, actor: UserActor): Promise<boolean> {
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
