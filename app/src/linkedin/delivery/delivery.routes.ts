import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look } from '../../platform/work.ts'
import { readSyncStatus } from './delivery.queries.ts'
import { syncStatus } from './delivery.shapes.ts'

export function deliveryRoutes(app: App) {
  return createRouter().openapi(
    operation({
      method: 'get',
      path: '/linkedin/sync-status',
      summary: 'Read how far LinkedIn is up to date',
      tags: ['LinkedIn'],
      answer: syncStatus,
    }),
    async c => {
      const actor = c.get('actor')
      return c.json(await look(app, actor, tx => readSyncStatus(tx, actor.tenantId)), 200)
    },
  )
}
