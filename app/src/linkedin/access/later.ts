import type { LinkedInFailure } from '@lodestone/rsc/errors'
import type { App } from '../../platform/app.ts'
import { TryLater } from '../../platform/queue/queue.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'

const FIRST_MS = 1_000
const LONGEST_MS = 15 * 60_000
const WINDOW_MS = 60_000

/** For one task that failed on its own: when to try it again, by how often it was tried. */
export function laterAfter(app: App, failure: LinkedInFailure, attempts: number): TryLater {
  return new TryLater(new Date(app.clock.now().getTime() + waitMs(failure, attempts)), failure.message)
}

/** For everything that is to be sent: nothing more goes out for this company until the wait is over. */
export async function pauseSending(app: App, tenantId: string, failure: LinkedInFailure): Promise<TryLater> {
  const actor = { kind: 'scheduledJob', tenantId, job: 'linkedin.pause' } as const
  return perform(app, actor, async work => {
    const row = await work.tx
      .updateTable('linkedin_access')
      .set(eb => ({ failures_in_row: eb('failures_in_row', '+', 1) }))
      .where('tenant_id', '=', tenantId)
      .returning('failures_in_row as failures')
      .executeTakeFirstOrThrow()
    const until = new Date(work.now.getTime() + waitMs(failure, row.failures))
    await work.tx
      .updateTable('linkedin_access')
      .set({ paused_until: until })
      .where('tenant_id', '=', tenantId)
      .execute()
    return new TryLater(until, failure.message)
  })
}

/** The end of a pause that still lasts. */
export async function findPause(work: Work): Promise<Date | undefined> {
  const row = await work.tx
    .selectFrom('linkedin_access')
    .select('paused_until')
    .where('tenant_id', '=', work.tenantId)
    .where('paused_until', '>', work.now)
    .executeTakeFirst()
  return row?.paused_until ?? undefined
}

export async function endPause(app: App, tenantId: string): Promise<void> {
  await app.db.transact({ tenantId }, tx =>
    tx
      .updateTable('linkedin_access')
      .set({ failures_in_row: 0, paused_until: null })
      .where('tenant_id', '=', tenantId)
      .where('failures_in_row', '>', 0)
      .execute(),
  )
}

/**
 * The time that LinkedIn names wins; too many calls wait for its window at least; everything else waits twice as long each
 * time, with jitter so that a crowd does not come back at once.
 */
function waitMs(failure: LinkedInFailure, attempts: number): number {
  if (failure.retryAfterSeconds !== null) return Math.max(failure.retryAfterSeconds * 1000, FIRST_MS)
  const first = failure.kind === 'rateLimited' ? WINDOW_MS : FIRST_MS
  const doubled = Math.min(first * 2 ** Math.min(attempts - 1, 20), LONGEST_MS)
  return Math.min(doubled * (1 + Math.random() / 4), LONGEST_MS)
}
