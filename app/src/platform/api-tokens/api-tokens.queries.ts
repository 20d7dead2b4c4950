import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../db/db.ts'
import type { Page } from '../http/paging.ts'
import { decodeCursor, toPage } from '../http/paging.ts'
import type { ApiToken } from './api-tokens.shapes.ts'

interface Request {
  now: Date
  limit: number
  next?: string | undefined
}

/** Newest first, with those that no longer work. */
export async function listApiTokens(tx: Tx, tenantId: string, request: Request): Promise<Page<ApiToken>> {
  const before = request.next === undefined ? undefined : decodeCursor(request.next, z.string())
  const rows = await tokensOf(tx, tenantId)
    .$if(before !== undefined, query => query.where('token.id', '<', before ?? ''))
    .orderBy('token.id', 'desc')
    .limit(request.limit + 1)
    .execute()
  return toPage(rows, request.limit, { cursor: row => row.id, item: row => toApiToken(row, request.now) })
}

export async function findApiToken(
  tx: Tx,
  tenantId: string,
  which: { id: string; now: Date },
): Promise<ApiToken | undefined> {
  const row = await tokensOf(tx, tenantId).where('token.id', '=', which.id).executeTakeFirst()
  return row && toApiToken(row, which.now)
}

function tokensOf(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('api_token as token')
    .innerJoin('app_user as owner', join =>
      join.onRef('owner.tenant_id', '=', 'token.tenant_id').onRef('owner.id', '=', 'token.owner_id'),
    )
    .select(['token.id', 'token.name', 'token.prefix', 'token.role', 'token.scopes', 'token.owner_id'])
    .select(['token.created_at', 'token.expires_at', 'token.last_used_at', 'token.revoked_at'])
    .select(['owner.active', 'owner.roles', sql<string>`owner.first_name || ' ' || owner.last_name`.as('owner_name')])
    .where('token.tenant_id', '=', tenantId)
}

type TokenRow = Awaited<ReturnType<ReturnType<typeof tokensOf>['executeTakeFirstOrThrow']>>

function toApiToken(row: TokenRow, now: Date): ApiToken {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    role: row.role,
    scopes: row.scopes,
    state: stateOf(row, now),
    owner: { id: row.owner_id, name: row.owner_name },
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}

interface Facts {
  role: string
  revoked_at: Date | null
  expires_at: Date | null
  /** Of the person who answers for it. */
  active: boolean
  roles: readonly string[]
}

/** Whoever leaves knows the tokens that he made: they stop with him, and with the roles that he gave them. */
export function stateOf(token: Facts, now: Date): ApiToken['state'] {
  if (token.revoked_at) return 'revoked'
  if (token.expires_at && token.expires_at <= now) return 'expired'
  const mayStill = token.active && (token.roles.includes('administrator') || token.roles.includes(token.role))
  return mayStill ? 'active' : 'stopped'
}
