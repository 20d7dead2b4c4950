import type { App } from '../../platform/app.ts'
import { crashPoint } from '../../platform/crash-point.ts'
import type { ClaimedTask } from '../../platform/queue/queue.ts'
import { inTheNameOf, look } from '../../platform/work.ts'
import { findWaitingPush } from '../door/pushes.ts'
import type { Fetched } from './fetch-export.ts'
import { fetchExport } from './fetch-export.ts'
import { settleExport } from './settle-export.ts'

/** The queue gives up after twelve; by then the failure has to be on a receipt. */
const MOST_ATTEMPTS = 8

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
    if (task.attempts < MOST_ATTEMPTS) throw error
    app.log.error({ err: error, requestId: task.key }, 'export given up')
    await finishWith({ ok: false, cause: 'unreadable', reason: 'The export could not be stored; the log says why.' })
  }
  crashPoint('export:after-commit')
}
