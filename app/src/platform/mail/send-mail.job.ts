import type { App } from '../app.ts'
import type { Tx } from '../db/db.ts'
import type { ClaimedTask, Handler } from '../queue/queue.ts'
import { TryLater } from '../queue/queue.ts'
import type { Work } from '../work.ts'
import { look, perform } from '../work.ts'
import type { NotDelivered } from './deliver.ts'
import { deliver } from './deliver.ts'
import type { Letter } from './letter.ts'

export interface MailToWrite {
  tenantId: string
  userId: string
  language: 'en' | 'nl'
  askedAt: Date
}

/** Writes one kind of letter; undefined when there is no longer anything to say. */
export type Writer = (app: App, mail: MailToWrite) => Promise<Letter | undefined>

const GIVE_UP_AFTER_MS = 24 * 60 * 60_000

/** Sends one mail. A failure is written on its row and tried again for a day. */
export function sendMail(writers: Record<string, Writer>): Handler {
  return async (app, task) => {
    const actor = { kind: 'scheduledJob', tenantId: task.tenantId, job: task.kind } as const
    const mail = await look(app, actor, tx => findMail(tx, task))
    if (mail?.state !== 'waiting') return
    const asked = { tenantId: task.tenantId, userId: mail.user_id, language: mail.language, askedAt: mail.created_at }
    const letter = await writers[mail.kind]?.(app, asked)
    if (!letter) return task.finish(work => settle(work, task, { state: 'dropped' }))
    const failure = await deliver(app, letter)
    if (!failure) return task.finish(work => settle(work, task, { state: 'sent', reason: null }))
    app.log.warn({ mail: task.key, kind: mail.kind, reason: failure.reason }, 'a mail was not delivered')
    if (failure.isFinal || isOld(mail.created_at, app.clock.now())) {
      return task.finish(work => settle(work, task, { state: 'failed', reason: failure.reason }))
    }
    const attempts = await perform(app, actor, work => writeFailure(work, task, failure))
    throw new TryLater(nextTry(app.clock.now(), attempts), failure.reason)
  }
}

function findMail(tx: Tx, task: ClaimedTask) {
  return tx
    .selectFrom('mail')
    .select(['user_id', 'kind', 'language', 'state', 'created_at'])
    .where('tenant_id', '=', task.tenantId)
    .where('id', '=', task.key)
    .executeTakeFirst()
}

async function settle(
  work: Work,
  task: ClaimedTask,
  outcome: { state: 'sent' | 'dropped' | 'failed'; reason?: string | null },
): Promise<void> {
  await work.tx
    .updateTable('mail')
    .set(eb => ({ ...outcome, attempts: eb('attempts', '+', 1), settled_at: work.now }))
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', task.key)
    .execute()
}

async function writeFailure(work: Work, task: ClaimedTask, { reason }: NotDelivered): Promise<number> {
  const { attempts } = await work.tx
    .updateTable('mail')
    .set(eb => ({ reason, attempts: eb('attempts', '+', 1) }))
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', task.key)
    .returning('attempts')
    .executeTakeFirstOrThrow()
  return attempts
}

function isOld(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() >= GIVE_UP_AFTER_MS
}

// 30 seconds, doubling to an hour: a person may be waiting for the first ones.
function nextTry(now: Date, attempts: number): Date {
  return new Date(now.getTime() + Math.min(30_000 * 2 ** (attempts - 1), 60 * 60_000))
}
