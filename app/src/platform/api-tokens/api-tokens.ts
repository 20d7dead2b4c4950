import { randomBytes } from 'node:crypto'
import type { UserActor } from '../actor.ts'
import { hasRole } from '../actor.ts'
import { hashToken } from '../auth/hashed-tokens.ts'
import { notAllowed, notFound } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Work } from '../work.ts'
import { findApiToken } from './api-tokens.queries.ts'
import type { ApiToken, NewApiToken } from './api-tokens.shapes.ts'

const PREFIX_LENGTH = 11
const DAY_MS = 24 * 60 * 60 * 1000

/** The token is in this answer and nowhere else: only its hash is kept. */
export async function createApiToken(
  work: Work,
  owner: UserActor,
  input: NewApiToken,
): Promise<{ token: string; apiToken: ApiToken }> {
  refuseUnlessMayManageTokens(owner)
  const token = `ls_${randomBytes(32).toString('hex')}`
  const id = newId('apiToken')
  const scopes = [...new Set(input.scopes)].sort()
  const expiresAt = input.expiresInDays === null ? null : new Date(work.now.getTime() + input.expiresInDays * DAY_MS)
  await work.tx
    .insertInto('api_token')
    .values({
      tenant_id: work.tenantId,
      id,
      owner_id: owner.userId,
      name: input.name,
      role: input.role,
      scopes,
      token_hash: hashToken(token),
      prefix: token.slice(0, PREFIX_LENGTH),
      created_at: work.now,
      expires_at: expiresAt,
    })
    .execute()
  await work.record({
    kind: 'apiToken.created',
    subject: { kind: 'apiToken', id },
    change: { name: input.name, role: input.role, scopes, expiresAt: expiresAt?.toISOString() ?? null },
  })
  return { token, apiToken: await getApiToken(work, id) }
}

/** For good: a token that was revoked never works again. A second time changes nothing. */
export async function revokeApiToken(work: Work, id: string): Promise<ApiToken> {
  refuseUnlessMayManageTokens(work.actor)
  const revoked = await work.tx
    .updateTable('api_token')
    .set({ revoked_at: work.now })
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  if (revoked) {
    await work.record({
      kind: 'apiToken.revoked',
      subject: { kind: 'apiToken', id },
      change: { name: revoked.name },
    })
  }
  return getApiToken(work, id)
}

/** A token makes no tokens, or it could outlive its own end. */
export function refuseUnlessMayManageTokens(actor: Work['actor']): void {
  if (hasRole(actor, 'administrator') && !(actor.kind === 'user' && actor.token)) return
  throw notAllowed('token.onlyAdministrators', 'Only administrators see and make API tokens. Ask one of them.')
}

async function getApiToken(work: Work, id: string): Promise<ApiToken> {
  const token = await findApiToken(work.tx, work.tenantId, { id, now: work.now })
  if (!token) throw notFound('API token')
  return token
}
