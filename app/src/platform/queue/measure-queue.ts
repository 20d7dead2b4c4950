import { sql } from 'kysely'
import type { Registry } from 'prom-client'
import { Gauge } from 'prom-client'
import type { App } from '../app.ts'

/** How much waits, and for how long: asked when somebody reads the numbers. */
export function measureQueue(app: App, registry: Registry): void {
  new Gauge({
    name: 'lodestone_queue_tasks',
    help: 'Tasks by kind, and whether they run, are due, or are planned for later',
    labelNames: ['kind', 'state'],
    registers: [registry],
    async collect() {
      this.reset()
      for (const { kind, state, tasks } of await countTasks(app)) this.set({ kind, state }, tasks)
    },
  })
  new Gauge({
    name: 'lodestone_queue_oldest_due_seconds',
    help: 'How long the oldest task has been due that nobody works on',
    registers: [registry],
    async collect() {
      this.set(await readOldestDueSeconds(app))
    },
  })
}

async function countTasks(app: App): Promise<{ kind: string; state: string; tasks: number }[]> {
  const now = app.clock.now()
  const answer = await app.db.transactAsOwner(tx =>
    sql<{ kind: string; state: string; tasks: number }>`
      select kind, case when lease_until > ${now} then 'running' when run_at <= ${now} then 'due' else 'planned' end as state,
        count(*)::integer as tasks
      from task group by 1, 2`.execute(tx),
  )
  return answer.rows
}

async function readOldestDueSeconds(app: App): Promise<number> {
  const now = app.clock.now()
  const answer = await app.db.transactAsOwner(tx =>
    sql<{ at: Date | null }>`
      select min(run_at) as at from task where run_at <= ${now} and (lease_until is null or lease_until <= ${now})`.execute(
      tx,
    ),
  )
  const at = answer.rows[0]?.at
  return at ? (now.getTime() - at.getTime()) / 1000 : 0
}
