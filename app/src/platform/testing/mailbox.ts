import type { App } from '../app.ts'
import type { CapturedMail } from '../mail/captured-mails.ts'
import { listCapturedMails } from '../mail/captured-mails.ts'
import { SEND_MAIL } from '../mail/mail.ts'
import type { Writer } from '../mail/send-mail.job.ts'
import { sendMail } from '../mail/send-mail.job.ts'
import { startQueue } from '../queue/run-queue.ts'

/** Sends what waits to be mailed, whoever asked for it. */
export async function sendMails(app: App, writers: Record<string, Writer>): Promise<void> {
  const queue = await startQueue(app, { [SEND_MAIL]: sendMail(writers) })
  await queue.settle()
  await queue.stop()
}

/** What the demo shows as mailed to this address, the newest first. */
export async function mailsTo(app: App, email: string, writers: Record<string, Writer>): Promise<CapturedMail[]> {
  await sendMails(app, writers)
  return listCapturedMails(app).filter(mail => mail.to === email)
}

/** The token behind the # of the link in a mail. */
export function tokenIn(mail: CapturedMail | undefined): string {
  return /#([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}
