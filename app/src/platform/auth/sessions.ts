import { sql } from 'kysely'
import type { AppRole } from '../actor.ts'
import type { App } from '../app.ts'
import type { Tx } from '../db/db.ts'
import { announce } from '../events/announce.ts'
import { mayWorkThere } from './company-rule.queries.ts'
import { hashToken } from './hashed-tokens.ts'
import type { KnownSession } from './session-cache.ts'
import { cachedSessions } from './session-cache.ts'
import { SESSION_DAYS, sessionEnd } from './sign-ins.ts'

/** Who a token belongs to: one statement, or none when it was asked for a moment ago. */
export async function findSession(app: App, token: string): Promise<KnownSession | undefined> {
  const tokenHash = hashToken(token)
  return cachedSessions(app).findOr(tokenHash, app.clock.now(), () => readSession(app, tokenHash))
}

async function readSession(app: App, tokenHash: string): Promise<KnownSession | undefined> {
  const now = app.clock.now()
  const row = await app.db.owner
    .selectFrom('sign_in_session as session')
    .innerJoin('app_user as user', join =>
      join.onRef('user.sign_in_id', '=', 'session.sign_in_id').onRef('user.tenant_id', '=', 'session.active_tenant_id'),
    )
    .select(['session.id', 'session.sign_in_id', 'session.expires_at', 'session.updated_at', 'session.vouched_by'])
    .select('session.created_at')
    .select(['user.tenant_id', 'user.id as user_id'])
    .select(['user.first_name', 'user.last_name', 'user.roles'])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('user.active', '=', true)
    .where(mayWorkThere)
    .executeTakeFirst()
  if (!row) return undefined
  const prolonged = row.vouched_by === null && sessionEnd(now).getTime() - row.expires_at.getTime() > PROLONG_AFTER_MS
  const isLastUseOld = now.getTime() - row.updated_at.getTime() >= NOTE_USE_AFTER_MS
  if (prolonged || isLastUseOld) await noteUse(app, row.id, { now, prolonged })
  return {
    id: row.id,
    signInId: row.sign_in_id,
    vouchedBy: row.vouched_by,
    openedAt: row.created_at,
    prolonged,
    actor: {
      kind: 'user',
      tenantId: row.tenant_id,
      userId: row.user_id,
      name: `${row.first_name} ${row.last_name}`,
      roles: asRoles(row.roles),
    },
  }
}

const PROLONG_AFTER_MS = 24 * 60 * 60 * 1000
const NOTE_USE_AFTER_MS = 60 * 60 * 1000

async function noteUse(app: App, sessionId: string, { now, prolonged }: { now: Date; prolonged: boolean }) {
  await app.db.owner
    .updateTable('sign_in_session')
    .set({ updated_at: now, ...(prolonged ? { expires_at: sessionEnd(now) } : {}) })
    .where('id', '=', sessionId)
    .execute()
}

/** Ends a session here and in every other process. An unknown one has ended already. */
export async function closeSession(app: App, token: string): Promise<void> {
  const tokenHash = hashToken(token)
  await app.db.transactAsOwner(async tx => {
    const closed = await tx
      .deleteFrom('sign_in_session')
      .where('token_hash', '=', tokenHash)
      .returning(['id', 'active_tenant_id'])
      .executeTakeFirst()
    if (closed) await announceSession(tx, closed.id, closed.active_tenant_id)
  })
  cachedSessions(app).forgetToken(tokenHash)
}

interface EndingSessions {
  signInId: string
  except?: string
  only?: string
  /** Only those that this company vouched for. */
  vouchedBy?: string | null
}

/** Ends the sessions of one person: all, all but one, or that one alone. Answers how many there were. */
export async function endSessions(app: App, { signInId, except, only, vouchedBy }: EndingSessions): Promise<number> {
  const ended = await app.db.transactAsOwner(async tx => {
    let sessions = tx.deleteFrom('sign_in_session').where('sign_in_id', '=', signInId)
    if (except !== undefined) sessions = sessions.where('id', '!=', except)
    if (only !== undefined) sessions = sessions.where('id', '=', only)
    if (vouchedBy) sessions = sessions.where('vouched_by', '=', vouchedBy)
    const rows = await sessions.returning(['id', 'active_tenant_id']).execute()
    for (const row of rows) await announceSession(tx, row.id, row.active_tenant_id)
    return rows
  })
  cachedSessions(app).forget(session => session.signInId === signInId)
  return ended.length
}

/** Most people never sign out, so their sessions are swept up when somebody signs in. */
export async function removeEndedSessions(app: App): Promise<void> {
  await app.db.owner.deleteFrom('sign_in_session').where('expires_at', '<=', app.clock.now()).execute()
}

/** The session works in this instance from now on. The caller has checked that its person may. */
export async function enterInstance(app: App, by: { token: string }, tenantId: string): Promise<void> {
  const tokenHash = hashToken(by.token)
  const now = app.clock.now()
  await app.db.transactAsOwner(async tx => {
    const entered = await tx
      .updateTable('sign_in_session')
      // One that was held for the second step had minutes only.
      .set({ active_tenant_id: tenantId, updated_at: now, expires_at: sessionEnd(now) })
      .where('token_hash', '=', tokenHash)
      .returning(['id', 'sign_in_id'])
      .executeTakeFirstOrThrow()
    await tx.updateTable('sign_in').set({ last_tenant_id: tenantId }).where('id', '=', entered.sign_in_id).execute()
    await announceSession(tx, entered.id, tenantId)
  })
  cachedSessions(app).forgetToken(tokenHash)
}

/** Of these sessions the ones that still hold, each with the tenant that it works in now. */
export async function listHoldingSessions(app: App, sessionIds: string[]): Promise<Map<string, string>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await app.db.owner
    .selectFrom('sign_in_session as session')
    .innerJoin('app_user as user', join =>
      join.onRef('user.sign_in_id', '=', 'session.sign_in_id').onRef('user.tenant_id', '=', 'session.active_tenant_id'),
    )
    .select(['session.id', 'user.tenant_id'])
    .where('session.id', '=', sql<string>`any(${sessionIds})`)
    .where('session.expires_at', '>', app.clock.now())
    .where('user.active', '=', true)
    .where(mayWorkThere)
    .execute()
  return new Map(rows.map(row => [row.id, row.tenant_id]))
}

/** It never reaches a browser. */
export async function announceSession(tx: Tx, sessionId: string, tenantId: string | null): Promise<void> {
  await announce(tx, { tenantId, kind: 'session.changed', subject: { kind: 'session', id: sessionId } })
}

export const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60

// The column's check constraint allows exactly these words.
export function asRoles(words: string[]): AppRole[] {
  return words as AppRole[]
}
