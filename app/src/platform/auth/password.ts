import type { z } from 'zod'
import type { App } from '../app.ts'
import { conflict, invalid } from '../errors.ts'
import { canMail } from '../mail/mail.ts'
import { mailTo } from './notices.ts'
import { refuseVouched } from './own-sign-in.policy.ts'
import type { changePasswordInput, resetPasswordInput } from './password.shapes.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { endSessions } from './sessions.ts'
import { setPassword } from './set-password.ts'
import { countAttempt, forgetAttempt } from './sign-in-attempts.ts'
import { endLinks, useLink } from './sign-in-links.ts'

export const PASSWORD_RESET = 'passwordReset'

const ANSWER_AFTER_MS = 150

/** Mails a link to whoever has this address. Known or not, the caller gets the same answer at the same time. */
export async function askForReset(app: App, input: { email: string }, caller: { address: string }): Promise<void> {
  if (!canMail(app)) {
    throw conflict({
      code: 'password.noMail',
      message: 'This installation cannot send mail. Ask whoever runs it to set a new password for you.',
    })
  }
  await countAttempt(app, { kind: 'reset', who: input.email, address: caller.address })
  await Promise.all([mailReset(app, input.email), atLeast(ANSWER_AFTER_MS)])
}

async function mailReset(app: App, email: string): Promise<void> {
  const known = await app.db.owner.selectFrom('sign_in').select('id').where('email', '=', email).executeTakeFirst()
  if (known) await mailTo(app, known.id, PASSWORD_RESET)
}

function atLeast(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}

/** Sets the password of the link's owner, whose mailbox it has proved, and ends all that was open with the old one. */
export async function resetPassword(
  app: App,
  input: z.infer<typeof resetPasswordInput>,
  caller: { address: string },
): Promise<void> {
  await countAttempt(app, { kind: 'link', who: input.token, address: caller.address })
  const hash = await hashPassword(input.password)
  const now = app.clock.now()
  const signInId = await app.db.transactAsOwner(async tx => {
    const subject = await useLink(tx, { purpose: 'password', token: input.token, now })
    if (subject.purpose !== 'password') throw new Error('A link of another purpose was found.')
    await setPassword(tx, { signInId: subject.signInId, hash, now, mailboxProved: true })
    return subject.signInId
  })
  await endSessions(app, { signInId })
  await mailTo(app, signInId, 'passwordChanged')
  const { email } = await app.db.owner
    .selectFrom('sign_in')
    .select('email')
    .where('id', '=', signInId)
    .executeTakeFirstOrThrow()
  // Whoever forgot it has tried a few times before.
  await forgetAttempt(app, { kind: 'password', who: email, address: caller.address })
}

/** The person's own change, from a session that stays while all others end. */
export async function changePassword(
  app: App,
  by: { id: string; signInId: string; vouchedBy: string | null },
  input: z.infer<typeof changePasswordInput>,
  caller: { address: string },
): Promise<void> {
  refuseVouched(by)
  await refuseWrongPassword(app, by.signInId, input.current, caller)
  const hash = await hashPassword(input.password)
  await app.db.transactAsOwner(async tx => {
    await setPassword(tx, { signInId: by.signInId, hash, now: app.clock.now() })
    await endLinks(tx, { purpose: 'password', signInId: by.signInId })
  })
  await endSessions(app, { signInId: by.signInId, except: by.id })
  await mailTo(app, by.signInId, 'passwordChanged')
}

/** For what a session alone must not open: somebody may have left a window open. */
export async function refuseWrongPassword(
  app: App,
  signInId: string,
  password: string,
  caller: { address: string },
): Promise<void> {
  const attempt = { kind: 'code', who: `password of ${signInId}`, address: caller.address } as const
  await countAttempt(app, attempt)
  const account = await app.db.owner
    .selectFrom('sign_in_account')
    .select('password_hash')
    .where('sign_in_id', '=', signInId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  if (!account?.password_hash || !(await isPassword({ hash: account.password_hash, password }))) {
    throw invalid({
      code: 'password.wrong',
      message: 'The current password is wrong. Check it and try again.',
      errors: [{ field: 'current', code: 'password.wrong', message: 'is wrong' }],
    })
  }
  await forgetAttempt(app, attempt)
}
