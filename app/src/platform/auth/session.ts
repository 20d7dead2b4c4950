import type { z } from 'zod'
import type { App } from '../app.ts'
import { notAllowed, notFound, Refusal } from '../errors.ts'
import type { Membership } from './session.queries.ts'
import { listMemberships } from './session.queries.ts'
import type { preferencesSchema, signInSchema } from './session.shapes.ts'
import { closeSession, enterInstance, removeEndedSessions } from './sessions.ts'
import { countAttempt, forgetAttempt } from './sign-in-attempts.ts'
import { openSession } from './sign-ins.ts'

interface Caller {
  address: string
  userAgent: string
}

/** Answers the new session's token. */
export async function signIn(app: App, input: z.infer<typeof signInSchema>, caller: Caller): Promise<string> {
  const attempt = { email: input.email, address: caller.address }
  await countAttempt(app, attempt)
  const opened = await openSession(app, { ...input, ...caller })
  if (!opened) {
    throw new Refusal('notSignedIn', {
      code: 'signIn.wrong',
      message: 'The e-mail address or the password is wrong. Check both and try again.',
    })
  }
  await forgetAttempt(app, attempt)
  const memberships = await listMemberships(app, opened.signInId)
  const first = whereToBegin(memberships)
  if (!first) {
    await closeSession(app, opened.token)
    throw memberships.length > 0 ? switchedOff() : nowhere()
  }
  await enterInstance(app, opened, first.tenantId)
  await removeEndedSessions(app)
  return opened.token
}

/** Where this person worked last, else where he has been longest. */
function whereToBegin(memberships: Membership[]): Membership | undefined {
  const open = memberships.filter(one => one.active)
  return open.find(one => one.isLast) ?? open.toSorted((a, b) => a.since.getTime() - b.since.getTime())[0]
}

/** Changes to another company, or another ATS of the same one. */
export async function changeInstance(
  app: App,
  by: { signInId: string; token: string },
  tenantId: string,
): Promise<void> {
  const memberships = await listMemberships(app, by.signInId)
  const wanted = memberships.find(one => one.tenantId === tenantId)
  if (!wanted) throw notFound('instance')
  if (!wanted.active) throw switchedOff()
  await enterInstance(app, by, tenantId)
}

/** How the screen looks belongs to the person, wherever he works, and is nobody's history: no event is written. */
export async function changePreferences(
  app: App,
  by: { signInId: string },
  input: z.infer<typeof preferencesSchema>,
): Promise<void> {
  await app.db.owner
    .updateTable('sign_in')
    .set({
      ...(input.language ? { language: input.language } : {}),
      ...(input.theme ? { theme: input.theme } : {}),
    })
    .where('id', '=', by.signInId)
    .execute()
}

function switchedOff(): Refusal {
  return notAllowed(
    'signIn.switchedOff',
    'Your account is switched off. Ask an administrator of your company to switch it on again.',
  )
}

function nowhere(): Refusal {
  return notAllowed(
    'signIn.noCompany',
    'This sign-in belongs to no company yet. Ask an administrator of your company to add you as a user.',
  )
}
