import { LinkedInFailure } from '@lodestone/rsc/errors'
import type { App } from '../../platform/app.ts'
import type { ClaimedTask } from '../../platform/queue/queue.ts'
import { enqueue } from '../../platform/queue/queue.ts'
import type { Work } from '../../platform/work.ts'
import { laterAfter } from './later.ts'
import { readIntegrations } from './read-integrations.ts'
import { renewAddresses } from './renew-addresses.ts'

export const CHECK_LINKEDIN = 'linkedin.check'

const HOUR_MS = 3_600_000

/** A push can be lost and our address can change, so every hour both sides hear where the other stands. */
export async function scheduleCheck(work: Work): Promise<void> {
  const runAt = new Date(work.now.getTime() + HOUR_MS)
  await enqueue(work, { kind: CHECK_LINKEDIN, key: 'hourly', payload: {}, runAt })
}

export async function checkLinkedIn(app: App, task: ClaimedTask): Promise<void> {
  const actor = { kind: 'scheduledJob', tenantId: task.tenantId, job: task.kind } as const
  try {
    await readIntegrations(app, actor)
    await renewAddresses(app, actor)
  } catch (error) {
    if (!(error instanceof LinkedInFailure)) throw error
    throw laterAfter(app, error, task.attempts)
  }
  await task.finish(scheduleCheck)
}
