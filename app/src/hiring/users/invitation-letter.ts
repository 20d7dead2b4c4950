import { makeLink } from '../../platform/auth/sign-in-links.ts'
import { writeLetter } from '../../platform/mail/letter.ts'
import type { Writer } from '../../platform/mail/send-mail.job.ts'
import { look } from '../../platform/work.ts'

const words = {
  en: {
    subject: (company: string) => `${company} invites you to Lodestone`,
    greeting: (name: string) => `Hello ${name},`,
    invited: (company: string, instance: string) =>
      `${company} works on its jobs and candidates in Lodestone, and has added you to “${instance}”.`,
    howLong: 'The link works once, and for seven days.',
    action: 'Accept the invitation',
    unexpected: 'Did you not expect this? Then do nothing: without your mail nobody can use the invitation.',
  },
  nl: {
    subject: (company: string) => `${company} nodigt u uit voor Lodestone`,
    greeting: (name: string) => `Hallo ${name},`,
    invited: (company: string, instance: string) =>
      `${company} werkt in Lodestone aan functies en kandidaten, en heeft u toegevoegd aan “${instance}”.`,
    howLong: 'De link werkt één keer, en zeven dagen lang.',
    action: 'Uitnodiging aannemen',
    unexpected:
      'Had u dit niet verwacht? Dan hoeft u niets te doen: zonder uw mail kan niemand de uitnodiging gebruiken.',
  },
}

export const invitationLetter: Writer = async (app, mail) => {
  const { tenantId, userId } = mail
  const actor = { kind: 'scheduledJob', tenantId, job: 'mail' } as const
  const invited = await look(app, actor, tx =>
    tx
      .selectFrom('app_user as user')
      .innerJoin('tenant', 'tenant.id', 'user.tenant_id')
      .select(['user.first_name', 'user.email', 'tenant.name', 'tenant.instance_name'])
      .where('user.tenant_id', '=', tenantId)
      .where('user.id', '=', userId)
      .where('user.active', '=', true)
      .where('user.sign_in_id', 'is', null)
      .executeTakeFirst(),
  )
  if (!invited) return undefined
  const texts = words[mail.language]
  return writeLetter({
    to: invited.email,
    language: mail.language,
    subject: texts.subject(invited.name),
    paragraphs: [texts.greeting(invited.first_name), texts.invited(invited.name, invited.instance_name), texts.howLong],
    link: { label: texts.action, url: await makeLink(app, { purpose: 'invitation', tenantId, userId }) },
    unexpected: texts.unexpected,
  })
}
