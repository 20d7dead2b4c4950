import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { refuseUnlessMayManageLinkedIn } from '../access/refusals.ts'
import { readSyncStatus } from './delivery.queries.ts'
import { syncStatus } from './delivery.shapes.ts'
import { readHealth } from './health.queries.ts'
import { linkedInHealth, replayed, replayInput } from './health.shapes.ts'
import { replayRefused } from './replay.ts'

const getHealth = operation({
  method: 'get',
  path: '/linkedin/health',
  summary: 'Read how the traffic with LinkedIn goes',
  tags: ['LinkedIn'],
  answer: linkedInHealth,
})

const postReplay = operation({
  method: 'post',
  path: '/linkedin/replays',
  summary: 'Send again what LinkedIn has refused',
  description: 'One record, by the resource and the key of the health, or all of them. Answers how many go again.',
  tags: ['LinkedIn'],
  body: replayInput,
  answer: replayed,
})

export function deliveryRoutes(app: App) {
  return createRouter()
    .openapi(getHealth, async c => {
      const actor = c.get('actor')
      refuseUnlessMayManageLinkedIn(actor)
      return c.json(await look(app, actor, tx => readHealth(tx, actor.tenantId, app.clock.now())), 200)
    })
    .openapi(postReplay, async c => {
      const input = c.req.valid('json')
      const which = 'all' in input ? 'all' : input
      return c.json({ count: await perform(app, c.get('actor'), work => replayRefused(work, which)) }, 200)
    })
    .openapi(
      operation({
        method: 'get',
        path: '/linkedin/sync-status',
        scope: 'linkedin:read',
        summary: 'Read how far LinkedIn is up to date',
        tags: ['LinkedIn'],
        answer: syncStatus,
      }),
      async c => {
        const actor = c.get('actor')
        return c.json(await look(app, actor, tx => readSyncStatus(tx, actor)), 200)
      },
    )
}
