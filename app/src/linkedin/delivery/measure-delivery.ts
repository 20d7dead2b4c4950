import { sql } from 'kysely'
import type { Registry } from 'prom-client'
import { Gauge } from 'prom-client'
import type { App } from '../../platform/app.ts'

/** How far LinkedIn is up to date, over all companies. */
export function measureDelivery(app: App, registry: Registry): void {
  new Gauge({
    name: 'lodestone_linkedin_records',
    help: 'Records that LinkedIn should know, by resource and state',
    labelNames: ['resource', 'state'],
    registers: [registry],
    async collect() {
      this.reset()
      const answer = await app.db.transactAsOwner(tx =>
        sql<{ resource: string; state: string; records: number }>`
          select resource, state, count(*)::integer as records from sync_record group by 1, 2`.execute(tx),
      )
      for (const { resource, state, records } of answer.rows) this.set({ resource, state }, records)
    },
  })
}
