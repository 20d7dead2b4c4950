import type { App } from '../../platform/app.ts'
import { crashPoint } from '../../platform/crash-point.ts'
import { isDataError } from '../../platform/db/sql-state.ts'
import { isOutage } from '../../platform/db/unavailable.ts'
import type { ClaimedTask } from '../../platform/queue/queue.ts'
import { inTheNameOf, look } from '../../platform/work.ts'
import { findWaitingPush } from '../door/pushes.ts'
import type { Fetched } from './fetch-export.ts'
import { fetchExport, givesUpAt } from './fetch-export.ts'
import { settleExport } from './settle-export.ts'

/**
 * Somebody clicked Export in LinkedIn Recruiter. The push carries no data: they are fetched, and whatever becomes of them,
 * candidate, application, receipt and the end of this task are one transaction.
 */
export async function importExport(app: App, task: ClaimedTask): Promise<void> {
  const push = { type: 'EXPORT_CANDIDATE_PROFILE', requestId: task.key } as const
  const actor = { kind: 'linkedinPush', tenantId: task.tenantId, requestId: task.key } as const
  const waiting = await look(app, actor, tx => findWaitingPush(tx, task.tenantId, push))
  crashPoint('export:after-claim')
  if (!waiting) return
  const fetched = await fetchExport(app, actor, waiting)
  crashPoint('export:after-fetch')
  const finishWith = (what: Fetched) =>
    task.finish(async work => {
      await settleExport(inTheNameOf(work, actor), app.log, { push, fetched: what, receivedAt: waiting.receivedAt })
      crashPoint('export:before-commit')
    })
  try {
    await finishWith(fetched)
  } catch (error) {
    // A database that is away for a while loses nobody; only what it can never hold is given up at once.
    if (isOutage(error) || (!isDataError(error) && app.clock.now() < givesUpAt(waiting))) throw error
    app.log.error({ err: error, requestId: task.key }, 'export given up')
    await finishWith({ ok: false, cause: 'notStored', reason: 'The export could not be stored; the log says why.' })
  }
  crashPoint('export:after-commit')
}
