import { askForPassword } from './ask-for-password.ts'
import { withApp } from './operator-app.ts'
import { givePassword } from './platform/auth/give-password.ts'
import { newPassword } from './platform/auth/password.shapes.ts'
import type { Config } from './platform/config.ts'

/** The command `set-password`: for people who came in by an import, and for an administrator who is locked out. */
export async function setPasswordOf(config: Config, { email }: { email: string }): Promise<void> {
  const outcome = newPassword.safeParse(await askForPassword())
  if (!outcome.success) throw new Error(`The password is wrong: ${outcome.error.issues[0]?.message}`)
  const isSet = await withApp(config, app => givePassword(app, { email, password: outcome.data }))
  if (!isSet) throw new Error(`Nobody signs in with ${email} here. Check the address.`)
  console.log(`${email} has a new password, and every session of this person has ended.`)
}
