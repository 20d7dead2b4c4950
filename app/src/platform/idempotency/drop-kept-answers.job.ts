import type { App } from '../app.ts'
import type { ClaimedTask } from '../queue/queue.ts'
import { enqueue } from '../queue/queue.ts'
import type { Work } from '../work.ts'

export const DROP_KEPT_ANSWERS = 'idempotency.drop'

/** One task waits while there is anything to drop; asking for it anew on each request would wake the queue each time. */
export async function scheduleDropping(work: Work, runAt: Date): Promise<void> {
  const there = await work.tx
    .selectFrom('task')
    .select('id')
    .where('tenant_id', '=', work.tenantId)
    .where('kind', '=', DROP_KEPT_ANSWERS)
    .where('key', '=', 'daily')
    .where('lease_token', 'is', null)
    .executeTakeFirst()
  if (!there) await enqueue(work, { kind: DROP_KEPT_ANSWERS, key: 'daily', payload: {}, runAt })
}

/** Answers name people, so none is kept beyond its day. */
export async function dropKeptAnswers(_app: App, task: ClaimedTask): Promise<void> {
  await task.finish(async work => {
    await work.tx
      .deleteFrom('kept_answer')
      .where('tenant_id', '=', work.tenantId)
      .where('expires_at', '<=', work.now)
      .execute()
    const next = await work.tx
      .selectFrom('kept_answer')
      .select('expires_at')
      .where('tenant_id', '=', work.tenantId)
      .orderBy('expires_at')
      .limit(1)
      .executeTakeFirst()
    if (next) await enqueue(work, { kind: DROP_KEPT_ANSWERS, key: 'daily', payload: {}, runAt: next.expires_at })
  })
}
