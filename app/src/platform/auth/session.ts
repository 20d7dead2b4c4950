import type { z } from 'zod'
import type { App } from '../app.ts'
import { notAllowed, notFound, Refusal } from '../errors.ts'
import { holdSession } from './second-step.ts'
import { listMemberships, type Membership } from './session.queries.ts'
import type { preferencesSchema, signInSchema } from './session.shapes.ts'
import { closeSession, enterInstance, removeEndedSessions } from './sessions.ts'
import { countAttempt, forgetAttempt } from './sign-in-attempts.ts'
import { openSession } from './sign-ins.ts'
import { isTwoStepOn } from './two-step.ts'
import { wantsTwoSteps } from './two-step-rule.queries.ts'
import { whereToBegin } from './where-to-begin.ts'

interface Caller {
  address: string
  userAgent: string
}

export interface SignedIn {
  token: string
  /** What is still missing; nothing for whoever is in. */
  next: 'code' | 'setUp' | undefined
}

/** Opens a session, or holds it until the second step. */
export async function signIn(app: App, input: z.infer<typeof signInSchema>, caller: Caller): Promise<SignedIn> {
  const attempt = { kind: 'password', who: input.email, address: caller.address } as const
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
    throw whyNowhere(memberships)
  }
  const next = await findNextStep(app, opened.signInId, first.tenantId)
  if (next) await holdSession(app, opened.token)
  else await enterInstance(app, opened, first.tenantId)
  await removeEndedSessions(app)
  return { token: opened.token, next }
}

async function findNextStep(app: App, signInId: string, tenantId: string): Promise<SignedIn['next']> {
  if (await isTwoStepOn(app, signInId)) return 'code'
  return (await wantsTwoSteps(app, tenantId)) ? 'setUp' : undefined
}

/** Changes to another company, or another ATS of the same one. */
export async function changeInstance(
  app: App,
  by: { signInId: string; vouchedBy: string | null; token: string },
  tenantId: string,
): Promise<void> {
  const memberships = await listMemberships(app, by.signInId)
  const wanted = memberships.find(one => one.tenantId === tenantId)
  if (!wanted) throw notFound('instance')
  if (!wanted.active) throw switchedOff()
  if (by.vouchedBy === wanted.tenantId) return
  if (by.vouchedBy !== null || wanted.closedToPasswords) throw companyOnly()
  if ((await wantsTwoSteps(app, tenantId)) && !(await isTwoStepOn(app, by.signInId))) throw twoStepNeeded()
  await enterInstance(app, by, tenantId)
}

/**
 * How the screen looks belongs to the person, wherever he works, and is nobody's history: no event is written. Whom a company
 * vouched for may change it, too: it opens nothing, and nobody works on a screen that he cannot read.
 */
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

function twoStepNeeded(): Refusal {
  return notAllowed(
    'signIn.twoStepNeeded',
    'This company wants two-step sign-in. Set it up under User settings, Security, then come back.',
  )
}

function whyNowhere(memberships: Membership[]): Refusal {
  if (memberships.some(one => one.active)) return companyOnly()
  return memberships.length > 0 ? switchedOff() : nowhere()
}

function companyOnly(): Refusal {
  return notAllowed(
    'signIn.companyOnly',
    "This company is entered with its own account, not with a password. Choose the company's button on the sign-in page.",
  )
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
