import { randomBytes } from 'node:crypto'
import type { App } from '../app.ts'
import { hashToken } from './hashed-tokens.ts'
import { cachedSessions } from './session-cache.ts'
import { announceSession, removeEndedSessions } from './sessions.ts'

// A working day: whoever left the company is out tomorrow, without anybody having told Lodestone.
const HOURS = 12

export const VOUCHED_SECONDS = HOURS * 60 * 60

interface Vouched {
  signInId: string
  /** The company that vouches, and the only one that is opened. */
  tenantId: string
  address: string
  userAgent: string
}

/** Opens a session on a company's word. No second step: the company has seen to that. */
export async function openVouchedSession(app: App, input: Vouched): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = app.clock.now()
  await app.db.owner
    .insertInto('sign_in_session')
    .values({
      id: `session_${crypto.randomUUID()}`,
      sign_in_id: input.signInId,
      token_hash: hashToken(token),
      active_tenant_id: input.tenantId,
      vouched_by: input.tenantId,
      ip_address: input.address,
      user_agent: input.userAgent,
      expires_at: new Date(now.getTime() + VOUCHED_SECONDS * 1000),
      created_at: now,
      updated_at: now,
    })
    .execute()
  await removeEndedSessions(app)
  return token
}

/** A company's word no longer holds, or no longer for this person. */
export async function endVouchedSessions(
  app: App,
  { tenantId, signInId, except }: { tenantId: string; signInId?: string; except?: string | undefined },
): Promise<void> {
  await app.db.transactAsOwner(async tx => {
    let sessions = tx.deleteFrom('sign_in_session').where('vouched_by', '=', tenantId)
    if (signInId !== undefined) sessions = sessions.where('sign_in_id', '=', signInId)
    if (except !== undefined) sessions = sessions.where('id', '!=', except)
    for (const row of await sessions.returning(['id', 'active_tenant_id']).execute()) {
      await announceSession(tx, row.id, row.active_tenant_id)
    }
  })
  cachedSessions(app).forget(session => session.vouchedBy === tenantId)
}
