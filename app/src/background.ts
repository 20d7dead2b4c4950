import { CHECK_LINKEDIN, checkLinkedIn } from './linkedin/access/check-linkedin.job.ts'
import { READ_SEATS, readSeats } from './linkedin/access/read-seats.job.ts'
import { followHiring } from './linkedin/delivery/follow-hiring.ts'
import { sendToLinkedIn } from './linkedin/delivery/send.job.ts'
import { DROP_EXPIRED, dropExpired, SEND } from './linkedin/delivery/want.ts'
import { hearStatusChange } from './linkedin/door/hear-status-change.job.ts'
import { pushTasks } from './linkedin/door/pushes.ts'
import { importExport } from './linkedin/one-click-export/import-export.job.ts'
import type { App } from './platform/app.ts'
import type { Follower } from './platform/events/follow-events.ts'
import { followEvents } from './platform/events/follow-events.ts'
import type { Handler } from './platform/queue/queue.ts'
import { startQueue } from './platform/queue/run-queue.ts'

export interface RunningBackground {
  /** Waits until no event is unread and no task is due. For tests, drills and the demo seed. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/** Slices add what they do beside requests here: the queue's tasks by their kind. */
const handlers: Record<string, Handler> = {
  [CHECK_LINKEDIN]: checkLinkedIn,
  [READ_SEATS]: readSeats,
  [SEND]: sendToLinkedIn,
  [DROP_EXPIRED]: dropExpired,
  [pushTasks.EXPORT_CANDIDATE_PROFILE]: importExport,
  [pushTasks.INTEGRATION_STATUS_CHANGE]: hearStatusChange,
}

/** And who reads the feed of events. */
const followers: Follower[] = [followHiring]

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
