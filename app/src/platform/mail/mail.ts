import type { App } from '../app.ts'
import { notFound } from '../errors.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../queue/queue.ts'
import type { Work } from '../work.ts'

export const SEND_MAIL = 'mail.send'

export interface NewMail {
  /** Who gets it: a user of this company. */
  userId: string
  /** Which letter is written when it is sent. */
  kind: string
  language: 'en' | 'nl'
}

const KEPT_DAYS = 30

/** Without a mail server only the demo mails: it shows what would have been sent. */
export function canMail(app: App): boolean {
  return app.config.mail !== undefined || app.config.demo
}

/** Mails in the change's own transaction; a task sends it. A second one of a kind joins the one that waits. */
export async function queueMail(work: Work, mail: NewMail): Promise<void> {
  await removeOldMails(work)
  const waiting = await work.tx
    .selectFrom('mail')
    .select('id')
    .where('tenant_id', '=', work.tenantId)
    .where('user_id', '=', mail.userId)
    .where('kind', '=', mail.kind)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  const id = waiting?.id ?? newId('mail')
  if (!waiting) {
    await work.tx
      .insertInto('mail')
      .values({
        tenant_id: work.tenantId,
        id,
        user_id: mail.userId,
        kind: mail.kind,
        language: mail.language,
        created_at: work.now,
      })
      .execute()
  }
  await enqueue(work, { kind: SEND_MAIL, key: id, payload: {} })
}

/** Tries again what was given up. */
export async function sendAgain(work: Work, mailId: string): Promise<void> {
  const again = await work.tx
    .updateTable('mail')
    .set({ state: 'waiting', attempts: 0, reason: null, settled_at: null, created_at: work.now })
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', mailId)
    .where('state', '=', 'failed')
    .returning('id')
    .executeTakeFirst()
  if (!again) throw notFound('mail')
  await enqueue(work, { kind: SEND_MAIL, key: mailId, payload: {} })
}

async function removeOldMails(work: Work): Promise<void> {
  const before = new Date(work.now.getTime() - KEPT_DAYS * 24 * 60 * 60_000)
  await work.tx.deleteFrom('mail').where('tenant_id', '=', work.tenantId).where('settled_at', '<', before).execute()
}
