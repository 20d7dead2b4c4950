import { LinkedInFailure } from '@lodestone/rsc/errors'
import type { App } from '../../platform/app.ts'
import type { ClaimedTask } from '../../platform/queue/queue.ts'
import { enqueue, TryLater } from '../../platform/queue/queue.ts'
import { perform } from '../../platform/work.ts'
import { findAccess, permissionsOf } from '../access/access.queries.ts'
import { announceSync } from '../access/announce-sync.ts'
import { clientOf } from '../access/clients.ts'
import { findPause, pauseSending } from '../access/later.ts'
import { putBackLeftovers } from './ledger.ts'
import { nextDue } from './next-due.ts'
import { applicationNoteList, candidateNoteList } from './note-lists.ts'
import { readJobTaskBatch } from './read-job-tasks.ts'
import { readMatchBatch } from './read-matches.ts'
import { sendAccessListBatch } from './send-access-lists.ts'
import { wholeApplications } from './send-applications.ts'
import { wholeCandidates } from './send-candidates.ts'
import { sendJobBatch } from './send-jobs.ts'
import { sendLists } from './send-lists.ts'
import type { Sending } from './sending.ts'
import { stageList } from './stage-list.ts'
import { SEND } from './want.ts'
import { sendWholeRecords } from './whole-records.ts'

/** Sends what LinkedIn should know, one call at a time, jobs before their access lists and those before all people. */
export async function sendToLinkedIn(app: App, task: ClaimedTask): Promise<void> {
  const sending = await openSending(app, task)
  // Switched off: the event of being switched on asks for this task again.
  if (!sending) return task.finish(async () => undefined)
  try {
    while (await sendNext(sending)) {}
  } catch (error) {
    if (error instanceof LinkedInFailure) throw await pauseSending(app, task.tenantId, error)
    throw error
  }
  await task.finish(async work => {
    await announceSync(work)
    const permissions = await permissionsOf(work.tx, work.tenantId)
    const runAt = await nextDue(work.tx, work.tenantId, { permissions, windows: sending.windows })
    if (runAt) await enqueue(work, { kind: SEND, key: 'all', payload: {}, runAt })
  })
}

/** A first sync of candidates takes its time, and a job that is activated meanwhile does not wait for its end. */
async function sendNext(sending: Sending): Promise<boolean> {
  return (
    (await sendJobBatch(sending)) ||
    (await readJobTaskBatch(sending)) ||
    (await sendAccessListBatch(sending, 'acl')) ||
    (await sendAccessListBatch(sending, 'acl_assignee')) ||
    (await sendWholeRecords(sending, wholeApplications, 'absent')) ||
    (await sendWholeRecords(sending, wholeCandidates, 'absent')) ||
    (await sendWholeRecords(sending, wholeCandidates, 'present')) ||
    (await sendWholeRecords(sending, wholeApplications, 'present')) ||
    (await sendLists(sending, stageList)) ||
    (await sendLists(sending, applicationNoteList)) ||
    (await sendLists(sending, candidateNoteList)) ||
    (await readMatchBatch(sending))
  )
}

async function openSending(app: App, task: ClaimedTask): Promise<Sending | undefined> {
  const actor = { kind: 'scheduledJob', tenantId: task.tenantId, job: task.kind } as const
  return perform(app, actor, async work => {
    const access = await findAccess(work.tx, work.tenantId)
    const { exportEnabled, indicatorEnabled } = await permissionsOf(work.tx, work.tenantId)
    if (!access?.organizationUrn || !(exportEnabled || indicatorEnabled)) return undefined
    const pausedUntil = await findPause(work.tx, work.tenantId, work.now)
    if (pausedUntil) throw new TryLater(pausedUntil, 'LinkedIn did not answer as it should; sending waits.')
    await putBackLeftovers(work)
    return {
      app,
      task,
      actor,
      client: clientOf(app, task.tenantId, access),
      organizationUrn: access.organizationUrn,
      jobVisibility: access.jobVisibility,
      windows: new Map(),
    }
  })
}
