import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { hashToken } from '../../platform/auth/hashed-tokens.ts'
import { linkIsGone } from '../../platform/auth/sign-in-links.ts'
import type { Tx } from '../../platform/db/db.ts'
import { conflict, invalid, notFound } from '../../platform/errors.ts'
import { canMail, queueMail } from '../../platform/mail/mail.ts'
import type { Work } from '../../platform/work.ts'
import { refuseUnlessAdministrator } from '../users/user.policy.ts'
import type { domainInput } from './company-sign-in.shapes.ts'
import { publicMailboxDomains } from './public-mailboxes.ts'

export const COMPANY_DOMAIN = 'companyDomain'

const LINK_HOURS = 24

/** Mails a link to the administrator who asks: his mailbox lies in the domain, and so he proves it. */
export async function askForDomain(
  app: App,
  work: Work,
  actor: UserActor,
  { domain, language }: z.infer<typeof domainInput>,
): Promise<void> {
  refuseUnlessAdministrator(actor)
  if (domainOf(await readOwnAddress(work.tx, actor)) !== domain) throw notYourDomain(domain)
  if (publicMailboxDomains.has(domain)) throw openToEverybody(domain)
  if (!canMail(app)) throw noMail()
  const asked = { asked_of: actor.userId, link_hash: null, link_expires_at: null }
  const row = { ...asked, tenant_id: work.tenantId, domain, created_at: work.now }
  const written = await work.tx
    .insertInto('company_sign_in_domain')
    .values(row)
    .onConflict(there =>
      there.columns(['tenant_id', 'domain']).doUpdateSet(asked).where('company_sign_in_domain.proved_at', 'is', null),
    )
    .returning('domain')
    .execute()
  // Proved already.
  if (written.length === 0) return
  await queueMail(work, { userId: actor.userId, kind: COMPANY_DOMAIN, language })
  await work.record({ kind: 'companySignIn.domainAsked', subject: subjectOf(work), change: { domain } })
}

/** The domain that this user was asked to prove, with a new link. Called when the mail leaves. */
export async function makeDomainLink(
  app: App,
  mail: { tenantId: string; userId: string; domain: string },
): Promise<{ domain: string; url: string } | undefined> {
  const token = randomBytes(32).toString('base64url')
  const expires = new Date(app.clock.now().getTime() + LINK_HOURS * 60 * 60_000)
  const row = await app.db.transact({ tenantId: mail.tenantId, userId: mail.userId }, tx =>
    tx
      .updateTable('company_sign_in_domain')
      .set({ link_hash: hashToken(token), link_expires_at: expires })
      .where('tenant_id', '=', mail.tenantId)
      .where('asked_of', '=', mail.userId)
      .where('domain', '=', mail.domain)
      .where('proved_at', 'is', null)
      .returning('domain')
      .executeTakeFirst(),
  )
  // Behind the #, which browsers send to nobody and proxies do not log.
  return row && { domain: row.domain, url: `${app.config.publicUrl}/admin/sign-in/domain#${token}` }
}

/** The administrator has the link of his mailbox. Nobody else's session takes it, so a mail that is passed on proves nothing. */
export async function proveDomain(work: Work, actor: UserActor, token: string): Promise<{ domain: string }> {
  refuseUnlessAdministrator(actor)
  const email = await readOwnAddress(work.tx, actor)
  const proved = await work.tx
    .updateTable('company_sign_in_domain')
    .set({ proved_at: work.now, link_hash: null, link_expires_at: null })
    .where('tenant_id', '=', work.tenantId)
    .where('domain', '=', domainOf(email))
    .where('asked_of', '=', actor.userId)
    .where('link_hash', '=', hashToken(token))
    .where('link_expires_at', '>', work.now)
    .returning('domain')
    .executeTakeFirst()
  if (!proved) throw linkIsGone()
  await work.record({ kind: 'companySignIn.domainProved', subject: subjectOf(work), change: proved })
  return proved
}

export async function removeDomain(work: Work, domain: string): Promise<void> {
  refuseUnlessAdministrator(work.actor)
  const removed = await work.tx
    .deleteFrom('company_sign_in_domain')
    .where('tenant_id', '=', work.tenantId)
    .where('domain', '=', domain)
    .returning('domain')
    .executeTakeFirst()
  if (!removed) throw notFound('domain')
  await work.record({ kind: 'companySignIn.domainRemoved', subject: subjectOf(work), change: { domain } })
}

/** What this administrator could prove now; null for a mailbox that everybody can have. */
export async function findOwnDomain(tx: Tx, actor: UserActor): Promise<string | null> {
  const domain = domainOf(await readOwnAddress(tx, actor))
  return publicMailboxDomains.has(domain) ? null : domain
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase()
}

async function readOwnAddress(tx: Tx, actor: UserActor): Promise<string> {
  const { email } = await tx
    .selectFrom('app_user')
    .select('email')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', actor.userId)
    .executeTakeFirstOrThrow()
  return email
}

function subjectOf(work: Work) {
  return { kind: 'companySignIn', id: work.tenantId }
}

function notYourDomain(domain: string) {
  return invalid({
    code: 'companyDomain.notYours',
    message: `Only an administrator with an e-mail address that ends with @${domain} can prove this domain: the link goes there.`,
    params: { domain },
    errors: [{ field: 'domain', code: 'companyDomain.notYours', message: 'is not the domain of your e-mail address' }],
  })
}

function openToEverybody(domain: string) {
  return invalid({
    code: 'companyDomain.openToEverybody',
    message: `Everybody can have a mailbox at ${domain}, so it belongs to no company.`,
    params: { domain },
    errors: [{ field: 'domain', code: 'companyDomain.openToEverybody', message: 'is open to everybody' }],
  })
}

function noMail() {
  return conflict({
    code: 'companyDomain.noMail',
    message:
      'This installation cannot send mail, so no domain can be proved. Ask whoever runs it to set LODESTONE_SMTP_URL.',
  })
}
