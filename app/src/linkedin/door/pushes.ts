import type { PushType } from '@lodestone/rsc/push'
import { crashPoint } from '../../platform/crash-point.ts'
import { enqueue } from '../../platform/queue/queue.ts'
import type { Work } from '../../platform/work.ts'

/** Which task works for which push. */
export const pushTasks = {
  EXPORT_CANDIDATE_PROFILE: 'linkedin.importExport',
  INTEGRATION_STATUS_CHANGE: 'linkedin.hearStatusChange',
} as const satisfies Record<PushType, string>

/** Keeps a push and hands it over. A repeated one changes nothing. */
export async function receivePush(work: Work, push: { type: PushType; requestId: string }): Promise<void> {
  crashPoint('door:before-insert')
  const inserted = await work.tx
    .insertInto('linkedin_push')
    .values({
      tenant_id: work.tenantId,
      kind: push.type,
      request_id: push.requestId,
      received_at: work.now,
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'kind', 'request_id']).doNothing())
    .returning('request_id')
    .execute()
  if (inserted.length === 0) return
  await enqueue(work, { kind: pushTasks[push.type], key: push.requestId, payload: { requestId: push.requestId } })
  crashPoint('door:after-insert-before-commit')
}

/** A push of a kind that RSC does not document is kept for diagnosis only. */
export async function keepUnknownPush(work: Work, push: { type: string; requestId: string }): Promise<void> {
  await work.tx
    .insertInto('linkedin_push')
    .values({
      tenant_id: work.tenantId,
      kind: push.type.slice(0, 100),
      request_id: push.requestId,
      state: 'discarded',
      reason: 'Lodestone does not know this kind of push.',
      received_at: work.now,
      settled_at: work.now,
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'kind', 'request_id']).doNothing())
    .execute()
}

export interface WaitingPush {
  receivedAt: Date
  attempts: number
  /** Why it did not work the last time. */
  reason: string | null
}

/** The push, unless it was settled before. */
export async function findWaitingPush(
  tx: Work['tx'],
  tenantId: string,
  push: { type: PushType; requestId: string },
): Promise<WaitingPush | undefined> {
  return tx
    .selectFrom('linkedin_push')
    .select(['received_at as receivedAt', 'attempts', 'reason'])
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', push.type)
    .where('request_id', '=', push.requestId)
    .where('state', '=', 'received')
    .executeTakeFirst()
}

export async function settlePush(
  work: Work,
  push: { type: PushType; requestId: string },
  outcome: { state: 'done' | 'failed' | 'discarded'; reason?: string },
): Promise<void> {
  await work.tx
    .updateTable('linkedin_push')
    .set(eb => ({
      state: outcome.state,
      reason: outcome.reason ?? null,
      attempts: eb('attempts', '+', 1),
      settled_at: work.now,
    }))
    .where('tenant_id', '=', work.tenantId)
    .where('kind', '=', push.type)
    .where('request_id', '=', push.requestId)
    .execute()
}

/** It did not work this time; whoever looks sees why and how often. */
export async function notePushProblem(
  work: Work,
  push: { type: PushType; requestId: string },
  reason: string,
): Promise<void> {
  await work.tx
    .updateTable('linkedin_push')
    .set(eb => ({ reason, attempts: eb('attempts', '+', 1) }))
    .where('tenant_id', '=', work.tenantId)
    .where('kind', '=', push.type)
    .where('request_id', '=', push.requestId)
    .where('state', '=', 'received')
    .execute()
}
