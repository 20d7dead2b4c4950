import { mayEditJob } from '../../hiring/jobs/job.policy.ts'
import { lockJob } from '../../hiring/jobs/standing.queries.ts'
import { notify } from '../../hiring/notifications/notifications.ts'
import { conflict, notAllowed, Refusal } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { levelOf } from '../access/access.queries.ts'
import { listTeamsInLinkedIn, whyNoExport } from '../access/exporters.ts'
import { findReminders, isRemindedToday } from './connect-reminders.queries.ts'

/** Asks a colleague to connect his LinkedIn account, so that he can export to this job. Once a day at most. */
export async function remindToConnect(work: Work, jobId: string, userId: string): Promise<void> {
  // The lock makes two reminders at once take turns.
  const job = await lockJob(work, jobId)
  if (!mayEditJob(job.standing)) {
    throw notAllowed('linkedin.mayNotRemind', 'Only those who change the hiring team of this job remind its members.')
  }
  await refuseUnlessHelpful(work, jobId, userId)
  const reminders = await findReminders(work.tx, work.tenantId, jobId)
  if (isRemindedToday(reminders.get(userId), work.now)) throw remindedToday()
  await notify(work, {
    userId,
    kind: 'linkedin.connectReminder',
    params: { jobReference: job.reference, jobTitle: job.details.title, from: nameOf(work) },
    link: '/settings/connections',
  })
  await work.record({ kind: 'linkedin.connectReminded', subject: { kind: 'user', id: userId }, jobId })
}

async function refuseUnlessHelpful(work: Work, jobId: string, userId: string): Promise<void> {
  const team = await listTeamsInLinkedIn(work.tx, work.tenantId, [jobId])
  const member = team.find(one => one.userId === userId)
  const level = await levelOf(work.tx, work.tenantId)
  const why = member && whyNoExport(member, { now: work.now, level })
  if (why === 'notConnected' || why === 'connectionExpired') return
  throw conflict({
    code: 'linkedin.reminderUseless',
    message:
      'A reminder helps only somebody of this hiring team who may export and has not connected LinkedIn. Load the page again.',
  })
}

function remindedToday(): Refusal {
  return new Refusal('tooMany', {
    code: 'linkedin.remindedToday',
    message: 'This person was reminded about this job less than a day ago. Try again tomorrow, or talk to each other.',
  })
}

function nameOf(work: Work): string {
  return work.actor.kind === 'user' ? work.actor.name : ''
}
