import type { LinkedInFailure } from '@lodestone/rsc/errors'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/db/db.ts'
import { TryLater } from '../../platform/queue/queue.ts'
import { perform } from '../../platform/work.ts'
import { announceSync } from './announce-sync.ts'

const FIRST_MS = 1_000
const LONGEST_MS = 15 * 60_000
const WINDOW_MS = 60_000
// LinkedIn's longest window.
const DAY_MS = 24 * 3_600_000

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
    await announceSync(work)
    return new TryLater(until, failure.message)
  })
}

/** The end of a pause that still lasts. */
export async function findPause(tx: Tx, tenantId: string, now: Date): Promise<Date | undefined> {
  const until = await findOutage(tx, tenantId)
  return until && until > now ? until : undefined
}

/** LinkedIn has failed since it last answered: when the next try is, or was to begin. */
export async function findOutage(tx: Tx, tenantId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('linkedin_access')
    .select('paused_until')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  return row?.paused_until ?? undefined
}

export async function endPause(app: App, tenantId: string): Promise<void> {
  await app.db.transact({ tenantId }, async tx => {
    const ended = await tx
      .updateTable('linkedin_access')
      .set({ failures_in_row: 0, paused_until: null })
      .where('tenant_id', '=', tenantId)
      .where('failures_in_row', '>', 0)
      .returning('tenant_id')
      .execute()
    if (ended.length > 0) await announceSync({ tx, tenantId })
  })
}

/**
 * Too many calls wait for LinkedIn's window; everything else waits twice as long each time, with jitter so that a crowd does
 * not come back at once. The time that LinkedIn names wins, within a day; should it name a moment again and again, the wait
 * grows all the same.
 */
function waitMs(failure: LinkedInFailure, attempts: number): number {
  const named = failure.retryAfterSeconds
  const first = failure.kind === 'rateLimited' && named === null ? WINDOW_MS : FIRST_MS
  const doubled = Math.min(first * 2 ** Math.min(attempts - 1, 20), LONGEST_MS)
  if (named !== null) return Math.min(Math.max(named * 1000, doubled), DAY_MS)
  return Math.min(doubled * (1 + Math.random() / 4), LONGEST_MS)
}
