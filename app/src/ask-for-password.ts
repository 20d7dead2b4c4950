import { createInterface } from 'node:readline'
import { password as askPassword, isCancel } from '@clack/prompts'
import { newPassword } from './platform/auth/password.shapes.ts'

export const passwordHelp = `
The password is asked on a terminal. Otherwise it is read from LODESTONE_PASSWORD, else it is the first line of standard
input. It is no option, because options can be read in the list of processes.`

export const isTerminal = (): boolean => Boolean(process.stdin.isTTY && process.stdout.isTTY)

/** On a terminal twice; where nobody can be asked, from the environment, else the first line that comes in. */
export async function askForPassword(): Promise<string> {
  if (!isTerminal()) return readPassword()
  const validate = (value: string | undefined) => newPassword.safeParse(value).error?.issues[0]?.message
  const first = unlessCancelled(await askPassword({ message: 'Password', validate }))
  const repeats = (value: string | undefined) => (value === first ? undefined : 'The two are not the same.')
  unlessCancelled(await askPassword({ message: 'The password once more', validate: repeats }))
  return first
}

export function unlessCancelled(answer: string | symbol): string {
  if (isCancel(answer) || typeof answer === 'symbol') throw new Error('Broken off. Nothing was changed.')
  return answer
}

async function readPassword(): Promise<string> {
  const fromEnvironment = process.env.LODESTONE_PASSWORD
  if (fromEnvironment) return fromEnvironment
  for await (const line of createInterface({ input: process.stdin })) return line
  return ''
}
