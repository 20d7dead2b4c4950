import type { App } from '../app.ts'
import { writeLetter } from '../mail/letter.ts'
import { canMail, queueMail } from '../mail/mail.ts'
import type { MailToWrite, Writer } from '../mail/send-mail.job.ts'
import { perform } from '../work.ts'
import { noticeWords } from './notice-words.ts'
import { listMemberships } from './session.queries.ts'

export type Notice = keyof (typeof noticeWords)['en']

/** Mails the person behind a sign-in, through the company he works in. Somebody who works nowhere gets nothing. */
export async function mailTo(app: App, signInId: string, kind: string): Promise<void> {
  if (!canMail(app)) return
  const memberships = (await listMemberships(app, signInId)).filter(one => one.active)
  const through = memberships.find(one => one.isLast) ?? memberships[0]
  if (!through) return
  const { language } = await app.db.owner
    .selectFrom('sign_in')
    .select('language')
    .where('id', '=', signInId)
    .executeTakeFirstOrThrow()
  const actor = { kind: 'scheduledJob', tenantId: through.tenantId, job: 'mail' } as const
  await perform(app, actor, work => queueMail(work, { userId: through.userId, kind, language }))
}

/** Tells what has changed about somebody's sign-in, so that a stranger's change does not stay unseen. */
export function noticeOf(kind: Notice): Writer {
  return async (app, mail) => {
    const person = await findAddressee(app, mail)
    if (!person) return undefined
    const words = noticeWords[mail.language][kind]
    return writeLetter({ to: person.email, language: mail.language, ...words })
  }
}

/** The sign-in's own address, whatever a company writes about its user. */
export function findAddressee(app: App, mail: MailToWrite) {
  return app.db.owner
    .selectFrom('app_user as user')
    .innerJoin('sign_in', 'sign_in.id', 'user.sign_in_id')
    .select(['sign_in.id', 'sign_in.email', 'sign_in.name'])
    .where('user.tenant_id', '=', mail.tenantId)
    .where('user.id', '=', mail.userId)
    .where('user.active', '=', true)
    .executeTakeFirst()
}
