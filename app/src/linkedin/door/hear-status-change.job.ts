import { LinkedInFailure } from '@lodestone/rsc/errors'
import type { App } from '../../platform/app.ts'
import type { ClaimedTask } from '../../platform/queue/queue.ts'
import { perform } from '../../platform/work.ts'
import { followCompany } from '../access/follow-company.ts'
import { laterAfter } from '../access/later.ts'
import { readIntegrations } from '../access/read-integrations.ts'
import { notePushProblem, settlePush } from './pushes.ts'

/** Somebody turned a switch in Recruiter. The push says that it happened; what happened is read. */
export async function hearStatusChange(app: App, task: ClaimedTask): Promise<void> {
  const push = { type: 'INTEGRATION_STATUS_CHANGE', requestId: task.key } as const
  const actor = { kind: 'linkedinPush', tenantId: task.tenantId, requestId: task.key } as const
  try {
    await followCompany(app, actor, task.key)
    await readIntegrations(app, actor)
  } catch (error) {
    if (!(error instanceof LinkedInFailure)) throw error
    await perform(app, actor, work => notePushProblem(work, push, error.message))
    throw laterAfter(app, error, task.attempts)
  }
  await task.finish(work => settlePush(work, push, { state: 'done' }))
}
