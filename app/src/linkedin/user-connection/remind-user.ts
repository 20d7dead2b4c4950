import { notify } from '../../hiring/notifications/notifications.ts'
import { conflict, notFound, Refusal } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { levelOf } from '../access/access.queries.ts'
import { refuseUnlessMayManageLinkedIn } from '../access/refusals.ts'
import { findConnectedUser } from './connected-users.queries.ts'

/** An administrator asks somebody to connect his LinkedIn account. Once a day at most. */
export async function remindUser(work: Work, userId: string): Promise<void> {
  refuseUnlessMayManageLinkedIn(work.actor)
  // The lock makes two reminders at once take turns.
  await work.tx
    .selectFrom('app_user')
    .select('id')
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', userId)
    .forUpdate()
    .execute()
  const user = await findConnectedUser(work.tx, work.tenantId, { userId, now: work.now })
  if (!user) throw notFound('user')
  if (user.connection === 'connected' || (await levelOf(work.tx, work.tenantId)) === 'off') throw reminderUseless()
  if (!user.canRemind) throw remindedToday()
  await notify(work, {
    userId,
    kind: 'linkedin.connectAccountReminder',
    params: { from: work.actor.kind === 'user' ? work.actor.name : '' },
    link: '/settings/connections',
  })
  await work.record({ kind: 'linkedin.connectReminded', subject: { kind: 'user', id: userId } })
}

function reminderUseless() {
  return conflict({
    code: 'linkedin.userReminderUseless',
    message:
      'A reminder helps only somebody who has not connected LinkedIn, while LinkedIn is switched on here. Load the page again.',
  })
}

function remindedToday() {
  return new Refusal('tooMany', {
    code: 'linkedin.userRemindedToday',
    message: 'This person was reminded less than a day ago. Try again tomorrow, or talk to each other.',
  })
}
