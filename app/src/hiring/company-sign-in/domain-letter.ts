import { writeLetter } from '../../platform/mail/letter.ts'
import type { Writer } from '../../platform/mail/send-mail.job.ts'
import { look } from '../../platform/work.ts'
import { domainOf, makeDomainLink } from './domains.ts'

const words = {
  en: {
    subject: (domain: string) => `Let people with @${domain} sign in through your company`,
    what: (company: string, domain: string) =>
      `You asked in Lodestone that people with an address at ${domain} may sign in through ${company}. This mail proves that you have a mailbox there.`,
    howLong: 'Open the link where you are signed in as yourself. It works once, and for 24 hours.',
    action: 'Confirm the domain',
    unexpected: 'Did you not ask for this? Then do nothing, and tell the other administrators of your company.',
  },
  nl: {
    subject: (domain: string) => `Laat mensen met @${domain} zich via uw bedrijf aanmelden`,
    what: (company: string, domain: string) =>
      `U hebt in Lodestone gevraagd dat mensen met een adres bij ${domain} zich via ${company} mogen aanmelden. Deze mail bewijst dat u daar een postvak hebt.`,
    howLong: 'Open de link waar u zelf bent aangemeld. De link werkt één keer, en 24 uur lang.',
    action: 'Domein bevestigen',
    unexpected: 'Hebt u hier niet om gevraagd? Doe dan niets, en meld het aan de andere beheerders van uw bedrijf.',
  },
}

export const domainLetter: Writer = async (app, mail) => {
  const { tenantId, userId } = mail
  const actor = { kind: 'scheduledJob', tenantId, job: 'mail' } as const
  const administrator = await look(app, actor, tx =>
    tx
      .selectFrom('app_user as user')
      .innerJoin('tenant', 'tenant.id', 'user.tenant_id')
      .select(['user.email', 'tenant.name'])
      .where('user.tenant_id', '=', tenantId)
      .where('user.id', '=', userId)
      .where('user.active', '=', true)
      .executeTakeFirst(),
  )
  if (!administrator) return undefined
  const link = await makeDomainLink(app, { tenantId, userId, domain: domainOf(administrator.email) })
  if (!link) return undefined
  const texts = words[mail.language]
  return writeLetter({
    to: administrator.email,
    language: mail.language,
    subject: texts.subject(link.domain),
    paragraphs: [texts.what(administrator.name, link.domain), texts.howLong],
    link: { label: texts.action, url: link.url },
    unexpected: texts.unexpected,
  })
}
