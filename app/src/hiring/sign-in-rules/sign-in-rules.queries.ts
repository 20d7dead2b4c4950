import type { z } from 'zod'
import type { Tx } from '../../platform/db/db.ts'
import type { failedMails, SignInRules } from './sign-in-rules.shapes.ts'

export async function getSignInRules(tx: Tx, tenantId: string): Promise<SignInRules> {
  const row = await tx
    .selectFrom('sign_in_rules')
    .select('two_step_required')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  return { twoStepRequired: row?.two_step_required ?? false }
}

const MOST = 50

/** What could not be mailed, the newest first. */
export async function listFailedMails(tx: Tx, tenantId: string): Promise<z.infer<typeof failedMails>['data']> {
  const rows = await tx
    .selectFrom('mail')
    .innerJoin('app_user as user', join =>
      join.onRef('user.tenant_id', '=', 'mail.tenant_id').onRef('user.id', '=', 'mail.user_id'),
    )
    .select(['mail.id', 'mail.kind', 'mail.reason', 'mail.created_at', 'user.first_name', 'user.last_name'])
    .where('mail.tenant_id', '=', tenantId)
    .where('mail.state', '=', 'failed')
    .orderBy('mail.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    person: `${row.first_name} ${row.last_name}`,
    reason: row.reason,
    askedAt: row.created_at.toISOString(),
  }))
}
