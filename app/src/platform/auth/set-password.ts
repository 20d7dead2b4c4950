import type { Tx } from '../db/db.ts'

interface PasswordToSet {
  signInId: string
  hash: string
  now: Date
  /** Set by somebody who reads the mail of this address. */
  mailboxProved?: boolean
}

/** Also for a person who had none so far. */
export async function setPassword(
  tx: Tx,
  { signInId, hash, now, mailboxProved = false }: PasswordToSet,
): Promise<void> {
  const changed = await tx
    .updateTable('sign_in_account')
    .set({ password_hash: hash, updated_at: now })
    .where('sign_in_id', '=', signInId)
    .where('provider_id', '=', 'credential')
    .returning('id')
    .execute()
  if (changed.length === 0) {
    await tx
      .insertInto('sign_in_account')
      .values({
        id: `account_${crypto.randomUUID()}`,
        sign_in_id: signInId,
        account_id: signInId,
        provider_id: 'credential',
        password_hash: hash,
        created_at: now,
        updated_at: now,
      })
      .execute()
  }
  await tx
    .updateTable('sign_in')
    .set({ updated_at: now, ...(mailboxProved ? { email_verified: true } : {}) })
    .where('id', '=', signInId)
    .execute()
}
