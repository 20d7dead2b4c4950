import { randomBytes } from 'node:crypto'
import type { App } from '../app.ts'
import type { Tx } from '../db/db.ts'
import { Refusal } from '../errors.ts'
import { hashToken } from './hashed-tokens.ts'

const HOUR_MS = 60 * 60_000
const lifetimesMs = { password: HOUR_MS, invitation: 7 * 24 * HOUR_MS }

/** Whom a mailed link is for: a sign-in that wants a new password, or an invited user. */
export type LinkSubject =
  | { purpose: 'password'; signInId: string }
  | { purpose: 'invitation'; tenantId: string; userId: string }

/** A new link ends the one before it. Called when the mail leaves, so that only the mail holds the token. */
export async function makeLink(app: App, subject: LinkSubject): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = app.clock.now()
  await app.db.transactAsOwner(async tx => {
    await tx.deleteFrom('sign_in_link').where('expires_at', '<=', now).execute()
    await endLinks(tx, subject)
    await tx
      .insertInto('sign_in_link')
      .values({
        token_hash: hashToken(token),
        purpose: subject.purpose,
        sign_in_id: subject.purpose === 'password' ? subject.signInId : null,
        invited_tenant_id: subject.purpose === 'invitation' ? subject.tenantId : null,
        invited_user_id: subject.purpose === 'invitation' ? subject.userId : null,
        expires_at: new Date(now.getTime() + lifetimesMs[subject.purpose]),
        created_at: now,
      })
      .execute()
  })
  // Behind the #, which browsers send to nobody and proxies do not log.
  return `${app.config.publicUrl}/${subject.purpose === 'password' ? 'reset-password' : 'invitation'}#${token}`
}

/** Ends the links of one subject, as after a password was set some other way. */
export async function endLinks(tx: Tx, subject: LinkSubject): Promise<void> {
  const links = tx.deleteFrom('sign_in_link').where('purpose', '=', subject.purpose)
  await (subject.purpose === 'password'
    ? links.where('sign_in_id', '=', subject.signInId)
    : links.where('invited_tenant_id', '=', subject.tenantId).where('invited_user_id', '=', subject.userId)
  ).execute()
}

/** Whose link this is, without using it up. */
export async function readLink(app: App, purpose: LinkSubject['purpose'], token: string): Promise<LinkSubject> {
  const row = await app.db.owner
    .selectFrom('sign_in_link')
    .select(['sign_in_id', 'invited_tenant_id', 'invited_user_id'])
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', app.clock.now())
    .executeTakeFirst()
  return toSubject(row)
}

/** Uses a link up: of two that come at once, one gets it. */
export async function useLink(
  tx: Tx,
  link: { purpose: LinkSubject['purpose']; token: string; now: Date },
): Promise<LinkSubject> {
  const row = await tx
    .deleteFrom('sign_in_link')
    .where('token_hash', '=', hashToken(link.token))
    .where('purpose', '=', link.purpose)
    .where('expires_at', '>', link.now)
    .returning(['sign_in_id', 'invited_tenant_id', 'invited_user_id'])
    .executeTakeFirst()
  return toSubject(row)
}

interface LinkRow {
  sign_in_id: string | null
  invited_tenant_id: string | null
  invited_user_id: string | null
}

function toSubject(row: LinkRow | undefined): LinkSubject {
  if (row?.sign_in_id) return { purpose: 'password', signInId: row.sign_in_id }
  if (row?.invited_tenant_id && row.invited_user_id) {
    return { purpose: 'invitation', tenantId: row.invited_tenant_id, userId: row.invited_user_id }
  }
  throw linkIsGone()
}

export function linkIsGone(): Refusal {
  return new Refusal('notFound', {
    code: 'link.gone',
    message: 'This link was used already, has run out, or was replaced by a newer one. Ask for a new one.',
  })
}
