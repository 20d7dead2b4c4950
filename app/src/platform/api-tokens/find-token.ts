import type { UserActor } from '../actor.ts'
import type { App } from '../app.ts'
import { hashToken } from '../auth/hashed-tokens.ts'
import { Refusal } from '../errors.ts'
import { stateOf } from './api-tokens.queries.ts'

const USE_NOTED_EVERY_MS = 60_000

/**
 * Who a token acts for: one statement. Asked each time and not remembered, so that a revoked token is shut out at once
 * by every process.
 */
export async function findTokenActor(app: App, token: string): Promise<UserActor> {
  const now = app.clock.now()
  const row = await app.db.owner
    .selectFrom('api_token as token')
    .innerJoin('app_user as owner', join =>
      join.onRef('owner.tenant_id', '=', 'token.tenant_id').onRef('owner.id', '=', 'token.owner_id'),
    )
    .select(['token.tenant_id', 'token.id', 'token.name', 'token.role', 'token.scopes', 'token.last_used_at'])
    .select(['token.expires_at', 'token.revoked_at', 'token.owner_id'])
    .select(['owner.active', 'owner.roles', 'owner.first_name', 'owner.last_name'])
    .where('token.token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!row) throw refused('unknown', 'This API token is not known here. Check that it was copied whole.')
  const state = stateOf(row, now)
  if (state !== 'active') throw refused(state, reasons[state])
  if (now.getTime() - (row.last_used_at?.getTime() ?? 0) > USE_NOTED_EVERY_MS) await noteUse(app, row, now)
  return {
    kind: 'user',
    tenantId: row.tenant_id,
    userId: row.owner_id,
    name: `${row.first_name} ${row.last_name}`,
    roles: [row.role],
    token: { id: row.id, name: row.name, scopes: row.scopes },
  }
}

const reasons = {
  expired: 'This API token has expired. Make a new one under Admin > API tokens.',
  revoked: 'This API token was revoked. Make a new one under Admin > API tokens.',
  stopped:
    'The person who answers for this API token was switched off or lost a role. Another administrator can make a new token.',
}

async function noteUse(app: App, token: { tenant_id: string; id: string }, now: Date): Promise<void> {
  await app.db.owner
    .updateTable('api_token')
    .set({ last_used_at: now })
    .where('tenant_id', '=', token.tenant_id)
    .where('id', '=', token.id)
    .execute()
}

function refused(reason: string, message: string): Refusal {
  return new Refusal('notSignedIn', { code: `token.${reason}`, message, challenge: 'Bearer error="invalid_token"' })
}
