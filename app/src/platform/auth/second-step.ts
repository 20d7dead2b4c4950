import type { App } from '../app.ts'
import { Refusal } from '../errors.ts'
import { hashToken } from './hashed-tokens.ts'
import { listMemberships } from './session.queries.ts'
import { enterInstance, removeEndedSessions } from './sessions.ts'
import { countAttempt, forgetAttempt } from './sign-in-attempts.ts'
import { beginSetUp, checkCode, confirmSetUp, type SetUp } from './two-step.ts'
import { whereToBegin } from './where-to-begin.ts'

const MINUTES = 10

export const FIRST_STEP_SECONDS = MINUTES * 60

/** After the password, before the code: a session that is in no company, so it opens nothing, and ends soon. */
export async function holdSession(app: App, token: string): Promise<void> {
  const until = new Date(app.clock.now().getTime() + FIRST_STEP_SECONDS * 1000)
  await app.db.owner
    .updateTable('sign_in_session')
    .set({ expires_at: until })
    .where('token_hash', '=', hashToken(token))
    .execute()
}

export async function passWithCode(app: App, token: string, code: string, caller: { address: string }): Promise<void> {
  const { signInId } = await readHeld(app, token)
  const attempt = { kind: 'code', who: signInId, address: caller.address } as const
  await countAttempt(app, attempt)
  await checkCode(app, signInId, code)
  await forgetAttempt(app, attempt)
  await enter(app, signInId, token)
}

/** For somebody whose company wants two steps and who has only one so far. */
export async function beginHeldSetUp(app: App, token: string): Promise<SetUp> {
  return beginSetUp(app, (await readHeld(app, token)).signInId)
}

export async function passWithSetUp(
  app: App,
  token: string,
  code: string,
  caller: { address: string },
): Promise<string[]> {
  const { sessionId, signInId } = await readHeld(app, token)
  const attempt = { kind: 'code', who: signInId, address: caller.address } as const
  await countAttempt(app, attempt)
  const codes = await confirmSetUp(app, signInId, code, sessionId)
  await forgetAttempt(app, attempt)
  await enter(app, signInId, token)
  return codes
}

async function readHeld(app: App, token: string): Promise<{ sessionId: string; signInId: string }> {
  const row = await app.db.owner
    .selectFrom('sign_in_session')
    .select(['id', 'sign_in_id'])
    .where('token_hash', '=', hashToken(token))
    .where('active_tenant_id', 'is', null)
    .where('expires_at', '>', app.clock.now())
    .executeTakeFirst()
  if (!row) throw tooLate()
  return { sessionId: row.id, signInId: row.sign_in_id }
}

export function tooLate(): Refusal {
  return new Refusal('notSignedIn', {
    code: 'signIn.tooLate',
    message: `The second step has to follow within ${MINUTES} minutes. Sign in with your password again.`,
  })
}

async function enter(app: App, signInId: string, token: string): Promise<void> {
  const first = whereToBegin(await listMemberships(app, signInId))
  if (!first) throw tooLate()
  await enterInstance(app, { token }, first.tenantId)
  await removeEndedSessions(app)
}
