import type { Hono, Schema } from 'hono'
import type { App } from '../app.ts'
import { readCaller } from '../auth/require-caller.ts'
import { keepAnswers } from '../idempotency/idempotency-key.ts'
import { webFolder } from '../paths.ts'
import type { ApiDocument } from './api-document.ts'
import { apiDocument } from './api-document.ts'
import { apiPage } from './api-page.ts'
import { limitBody } from './body-limit.ts'
import { healthRoutes } from './health.ts'
import type { Metrics } from './metrics.ts'
import { metricsRoutes } from './metrics.ts'
import { ownPagesOnly } from './own-pages-only.ts'
import { answerError, answerUnknownRoute } from './problem.ts'
import { limitRate } from './rate-limit.ts'
import { logRequests } from './request-log.ts'
import type { Router } from './router.ts'
import { createRouter } from './router.ts'
import type { RouterEnv } from './router-env.ts'
import { secureHeaders } from './security-headers.ts'
import { refuseUnstorableText } from './storable-text.ts'
import { servePages } from './web.ts'

const API_BODY_BYTES = 1024 * 1024

/** The whole HTTP side around the slices' routes, which come with their full addresses. */
export async function createServer(app: App, routes: Hono<RouterEnv, Schema>, metrics?: Metrics): Promise<Router> {
  const server = createRouter()
  if (metrics) server.use(metrics.measure)
  server.use(logRequests(app.log))
  server.use(secureHeaders(app.config))
  server.route('/', healthRoutes(app))
  if (metrics) server.route('/', metricsRoutes(app, metrics))
  server.use(
    '/api/*',
    limitBody(API_BODY_BYTES),
    ownPagesOnly(app.config),
    refuseUnstorableText,
    readCaller(app),
    neverStored,
    limitRate(app),
    keepAnswers(app),
  )
  server.route('/', routes)
  // Anybody may ask for it, and it never changes while the server runs.
  let document: ApiDocument | undefined
  server.get('/api/openapi.json', c => {
    document ??= apiDocument(server)
    return c.json(document)
  })
  server.get('/api/docs', apiPage(app.config, server))
  server.use(await servePages(app.config, webFolder))
  server.onError(answerError(app.log))
  server.notFound(answerUnknownRoute(server))
  return server
}

const neverStored: Parameters<Router['use']>[1] = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
}
