import { sql } from 'kysely'
import { notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { userIdOf } from '../jobs/standing.queries.ts'

export interface NewNotification {
  userId: string
  /** The browser words it by kind and params. */
  kind: string
  params: Record<string, string>
  /** An address inside the app. */
  link: string | null
}

export async function notify(work: Work, notification: NewNotification): Promise<void> {
  const id = newId('notification')
  await work.tx
    .insertInto('notification')
    .values({
      tenant_id: work.tenantId,
      id,
      user_id: notification.userId,
      kind: notification.kind,
      params: JSON.stringify(notification.params),
      link: notification.link,
      created_at: work.now,
    })
    .execute()
  await work.record({
    kind: 'notification.created',
    subject: { kind: 'notification', id },
    change: { userId: notification.userId },
  })
}

export async function markRead(work: Work, notificationId: string): Promise<void> {
  const there = await work.tx
    .updateTable('notification')
    .set(eb => ({ read_at: eb.fn.coalesce('read_at', eb.val(work.now)) }))
    .where('tenant_id', '=', work.tenantId)
    .where('user_id', '=', userIdOf(work.actor))
    .where('id', '=', notificationId)
    .returning('id')
    .execute()
  if (there.length === 0) throw notFound('notification')
}

export async function markAllRead(work: Work): Promise<void> {
  await work.tx
    .updateTable('notification')
    .set({ read_at: work.now })
    .where('tenant_id', '=', work.tenantId)
    .where('user_id', '=', userIdOf(work.actor))
    .where('read_at', 'is', null)
    .execute()
}

/** Everybody's that lead to these addresses: they say who the person is. */
export async function eraseNotifications(work: Work, addresses: readonly string[]): Promise<void> {
  await sql`select erase_notifications(${[...addresses]}::text[])`.execute(work.tx)
}
