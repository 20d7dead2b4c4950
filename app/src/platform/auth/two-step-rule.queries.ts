import { sql } from 'kysely'
import type { App } from '../app.ts'

export async function wantsTwoSteps(app: App, tenantId: string): Promise<boolean> {
  const row = await app.db.owner
    .selectFrom('sign_in_rules')
    .select('two_step_required')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  return row?.two_step_required ?? false
}

/** For statements over `session` and `user`: a company that wants two steps is closed to whoever has one only. */
export const hasTheStepsWanted = sql<boolean>`(
  not exists (select from sign_in_rules rules where rules.tenant_id = "user".tenant_id and rules.two_step_required)
  or exists (select from sign_in_two_step steps
    where steps.sign_in_id = session.sign_in_id and steps.confirmed_at is not null))`
