import type { App } from '../app.ts'
import { liveConnections } from './live.ts'
import { operation } from './operation.ts'
import { createRouter } from './router.ts'

const followChanges = operation({
  method: 'get',
  path: '/live',
  summary: 'Tells of changes as they happen',
  description:
    'A stream of server-sent events (text/event-stream). Each message names what an event was about, by ids only: ' +
    'kind, subjectKind, subjectId, jobId. A `resync` event means that some were missed: ask for everything again.',
  tags: ['Live'],
  status: 200,
})

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
}

export function liveRoutes(app: App) {
  return createRouter().openapi(followChanges, c => {
    const { tenantId, userId } = c.get('actor')
    // Of an answer to HEAD nobody reads, and nobody would close, the stream.
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const stream = liveConnections(app).open(
      { tenantId, userId, sessionId: c.get('session').id },
      { missedSome: c.req.header('last-event-id') !== undefined },
    )
    return c.body(stream, 200, headers)
  })
}
