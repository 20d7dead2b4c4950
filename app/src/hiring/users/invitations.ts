import type { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { needsPassword, settleInvitedSignIn } from '../../platform/auth/invited-sign-ins.ts'
import { hashPassword } from '../../platform/auth/passwords.ts'
import { endSessions } from '../../platform/auth/sessions.ts'
import { countAttempt } from '../../platform/auth/sign-in-attempts.ts'
import type { LinkSubject } from '../../platform/auth/sign-in-links.ts'
import { linkIsGone, readLink, useLink } from '../../platform/auth/sign-in-links.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { canMail, queueMail } from '../../platform/mail/mail.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import type { acceptance, Invitation } from './invitations.shapes.ts'
import { refuseUnlessAdministrator } from './user.policy.ts'

export const INVITATION = 'invitation'

/** Mails the link again; the one before it ends. */
export async function inviteAgain(
  app: App,
  work: Work,
  input: { userId: string; language: 'en' | 'nl' },
): Promise<void> {
  refuseUnlessAdministrator(work.actor)
  if (!canMail(app)) throw noMail()
  const user = await work.tx
    .selectFrom('app_user')
    .select(['sign_in_id', 'active'])
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', input.userId)
    .executeTakeFirst()
  if (!user) throw notFound('user')
  if (user.sign_in_id !== null || !user.active) {
    throw conflict({
      code: 'invitation.notOpen',
      message: 'Only somebody who may sign in and has not done so yet can be invited.',
    })
  }
  await queueMail(work, { userId: input.userId, kind: INVITATION, language: input.language })
  await work.record({ kind: 'user.invited', subject: { kind: 'user', id: input.userId } })
}

/** What the page behind the link shows. */
export async function readInvitation(app: App, token: string, caller: { address: string }): Promise<Invitation> {
  await countAttempt(app, { kind: 'link', who: token, address: caller.address })
  const user = await findInvited(app, await readLink(app, 'invitation', token))
  return {
    firstName: user.first_name,
    email: user.email,
    company: user.name,
    instanceName: user.instance_name,
    needsPassword: await needsPassword(app.db.owner, user.email),
  }
}

/** The invited person joins. Not one transaction: sign-in has its own; broken off between, the link is mailed again. */
export async function acceptInvitation(
  app: App,
  input: z.infer<typeof acceptance>,
  caller: { address: string },
): Promise<void> {
  await countAttempt(app, { kind: 'link', who: input.token, address: caller.address })
  const user = await findInvited(app, await readLink(app, 'invitation', input.token))
  const hash = input.password === undefined ? undefined : await hashPassword(input.password)
  const now = app.clock.now()
  const name = `${user.first_name} ${user.last_name}`
  const { signInId, isPasswordNew } = await app.db.transactAsOwner(async tx => {
    await useLink(tx, { purpose: 'invitation', token: input.token, now })
    return settleInvitedSignIn(tx, { email: user.email, name, hash, now })
  })
  // Whoever knew a password from before is out.
  if (isPasswordNew) await endSessions(app, { signInId })
  const actor = { kind: 'user', tenantId: user.tenant_id, userId: user.id, name, roles: [] } as const
  await perform(app, actor, work => joinCompany(work, user.id, signInId))
}

/** The user has a sign-in of his own from now on. */
export async function joinCompany(work: Work, userId: string, signInId: string): Promise<void> {
  const joined = await work.tx
    .updateTable('app_user')
    .set({ sign_in_id: signInId })
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', userId)
    .where('sign_in_id', 'is', null)
    .returning('id')
    .execute()
  if (joined.length === 0) throw linkIsGone()
  await work.record({ kind: 'user.joined', subject: { kind: 'user', id: userId } })
}

async function findInvited(app: App, subject: LinkSubject) {
  if (subject.purpose !== 'invitation') throw linkIsGone()
  const user = await app.db.owner
    .selectFrom('app_user as user')
    .innerJoin('tenant', 'tenant.id', 'user.tenant_id')
    .select(['user.tenant_id', 'user.id', 'user.first_name', 'user.last_name', 'user.email'])
    .select(['tenant.name', 'tenant.instance_name'])
    .where('user.tenant_id', '=', subject.tenantId)
    .where('user.id', '=', subject.userId)
    .where('user.active', '=', true)
    .where('user.sign_in_id', 'is', null)
    .executeTakeFirst()
  if (!user) throw linkIsGone()
  return user
}

export function noMail() {
  return conflict({
    code: 'user.noMail',
    message:
      'This installation cannot send mail, so nobody can be invited. Choose a first password for this person, ' +
      'or ask whoever runs the installation to set LODESTONE_SMTP_URL.',
  })
}
