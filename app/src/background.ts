import { domainLetter } from './hiring/company-sign-in/domain-letter.ts'
import { COMPANY_DOMAIN } from './hiring/company-sign-in/domains.ts'
import { invitationLetter } from './hiring/users/invitation-letter.ts'
import { INVITATION } from './hiring/users/invitations.ts'
import { CHECK_LINKEDIN, checkLinkedIn } from './linkedin/access/check-linkedin.job.ts'
import { READ_SEATS, readSeats } from './linkedin/access/read-seats.job.ts'
import { followHiring } from './linkedin/delivery/follow-hiring.ts'
import { sendToLinkedIn } from './linkedin/delivery/send.job.ts'
import { DROP_EXPIRED, dropExpired, SEND } from './linkedin/delivery/want.ts'
import { hearStatusChange } from './linkedin/door/hear-status-change.job.ts'
import { pushTasks } from './linkedin/door/pushes.ts'
import { raiseSharedAddresses } from './linkedin/identity/raise-shared-addresses.ts'
import { importExport } from './linkedin/one-click-export/import-export.job.ts'
import type { App } from './platform/app.ts'
import { noticeOf } from './platform/auth/notices.ts'
import { PASSWORD_RESET } from './platform/auth/password.ts'
import { passwordResetLetter } from './platform/auth/password-reset-letter.ts'
import type { Follower } from './platform/events/follow-events.ts'
import { followEvents } from './platform/events/follow-events.ts'
import { DROP_KEPT_ANSWERS, dropKeptAnswers } from './platform/idempotency/drop-kept-answers.job.ts'
import { SEND_MAIL } from './platform/mail/mail.ts'
import type { Writer } from './platform/mail/send-mail.job.ts'
import { sendMail } from './platform/mail/send-mail.job.ts'
import type { Handler } from './platform/queue/queue.ts'
import { startQueue } from './platform/queue/run-queue.ts'

export interface RunningBackground {
  /** Waits until no event is unread and no task is due. For tests, drills and the demo seed. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/** Who writes which letter. */
const writers: Record<string, Writer> = {
  [INVITATION]: invitationLetter,
  [COMPANY_DOMAIN]: domainLetter,
  [PASSWORD_RESET]: passwordResetLetter,
  passwordChanged: noticeOf('passwordChanged'),
  twoStepOn: noticeOf('twoStepOn'),
  twoStepOff: noticeOf('twoStepOff'),
  twoStepReset: noticeOf('twoStepReset'),
  recoveryCodeUsed: noticeOf('recoveryCodeUsed'),
}

/** Slices add what they do beside requests here: the queue's tasks by their kind. */
const handlers: Record<string, Handler> = {
  [DROP_KEPT_ANSWERS]: dropKeptAnswers,
  [SEND_MAIL]: sendMail(writers),
  [CHECK_LINKEDIN]: checkLinkedIn,
  [READ_SEATS]: readSeats,
  [SEND]: sendToLinkedIn,
  [DROP_EXPIRED]: dropExpired,
  [pushTasks.EXPORT_CANDIDATE_PROFILE]: importExport,
  [pushTasks.INTEGRATION_STATUS_CHANGE]: hearStatusChange,
}

/** And who reads the feed of events. */
const followers: Follower[] = [followHiring, raiseSharedAddresses]

export const followerNames: readonly string[] = followers.map(follower => follower.name)

export async function startBackground(app: App): Promise<RunningBackground> {
  const queue = await startQueue(app, handlers)
  const following = await Promise.all(followers.map(follower => followEvents(app, follower)))
  const settleOnce = async () => {
    for (const one of following) await one.settle()
    await queue.settle()
  }
  return {
    settle: async () => {
      // What the queue did may be news to a follower, and the other way round.
      await settleOnce()
      await settleOnce()
    },
    stop: async () => {
      await Promise.all(following.map(one => one.stop()))
      await queue.stop()
    },
  }
}
