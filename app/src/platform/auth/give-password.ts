import type { App } from '../app.ts'
import { hashPassword } from './passwords.ts'
import { endSessions } from './sessions.ts'
import { setPassword } from './set-password.ts'
import { endLinks } from './sign-in-links.ts'

/** Gives a person a password and ends all of the person's sessions. False: nobody signs in with this address. */
export async function givePassword(app: App, input: { email: string; password: string }): Promise<boolean> {
  const email = input.email.trim().toLowerCase()
  const hash = await hashPassword(input.password)
  const signInId = await app.db.transactAsOwner(async tx => {
    const signIn = await tx.selectFrom('sign_in').select('id').where('email', '=', email).executeTakeFirst()
    if (!signIn) return undefined
    await setPassword(tx, { signInId: signIn.id, hash, now: app.clock.now() })
    await endLinks(tx, { purpose: 'password', signInId: signIn.id })
    return signIn.id
  })
  if (signInId === undefined) return false
  await endSessions(app, { signInId })
  return true
}
