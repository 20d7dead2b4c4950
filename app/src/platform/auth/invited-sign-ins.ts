import type { App } from '../app.ts'
import type { Tx } from '../db/db.ts'
import { invalid } from '../errors.ts'
import { setPassword } from './set-password.ts'

interface Invited {
  email: string
  name: string
  /** Of the password that was chosen on the page behind the link. */
  hash: string | undefined
  now: Date
}

/** A password counts once its owner has proved the mailbox; one that somebody else may have chosen does not. */
export async function needsPassword(db: App['db']['owner'], email: string): Promise<boolean> {
  return !(await findProved(db, email))
}

/** The sign-in of a person who came with a mailed link: the one he has, or a new one. */
export async function settleInvitedSignIn(
  tx: Tx,
  { email, name, hash, now }: Invited,
): Promise<{ signInId: string; isPasswordNew: boolean }> {
  const proved = await findProved(tx, email)
  if (proved) return { signInId: proved.id, isPasswordNew: false }
  if (hash === undefined) throw passwordMissing()
  await tx
    .insertInto('sign_in')
    .values({ id: `sign_${crypto.randomUUID()}`, name, email, created_at: now, updated_at: now })
    .onConflict(conflict => conflict.column('email').doNothing())
    .execute()
  const { id } = await tx.selectFrom('sign_in').select('id').where('email', '=', email).executeTakeFirstOrThrow()
  await setPassword(tx, { signInId: id, hash, now, mailboxProved: true })
  return { signInId: id, isPasswordNew: true }
}

/**
 * The sign-in of a person whom a company vouches for: the one he has, or one without a password. Undefined where somebody
 * else may have chosen the password of the one that is there: it would open this company, too.
 */
export async function settleVouchedSignIn(
  tx: Tx,
  { email, name, language, now }: { email: string; name: string; language: 'en' | 'nl'; now: Date },
): Promise<string | undefined> {
  await tx
    .insertInto('sign_in')
    .values({ id: `sign_${crypto.randomUUID()}`, name, email, language, created_at: now, updated_at: now })
    .onConflict(conflict => conflict.column('email').doNothing())
    .execute()
  const there = await tx
    .selectFrom('sign_in')
    .leftJoin('sign_in_account as account', 'account.sign_in_id', 'sign_in.id')
    .select(['sign_in.id', 'sign_in.email_verified', 'account.password_hash'])
    .where('sign_in.email', '=', email)
    .execute()
  const isOwn = there.every(row => row.email_verified || row.password_hash === null)
  return isOwn ? there[0]?.id : undefined
}

function findProved(tx: Tx, email: string) {
  return tx
    .selectFrom('sign_in')
    .innerJoin('sign_in_account as account', 'account.sign_in_id', 'sign_in.id')
    .select('sign_in.id')
    .where('sign_in.email', '=', email)
    .where('sign_in.email_verified', '=', true)
    .where('account.password_hash', 'is not', null)
    .executeTakeFirst()
}

function passwordMissing() {
  return invalid({
    code: 'invitation.passwordMissing',
    message: 'Choose a password: there is none yet that only you know.',
    errors: [{ field: 'password', code: 'invalid_type', message: 'is missing' }],
  })
}
