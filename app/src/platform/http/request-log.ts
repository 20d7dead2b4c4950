import { randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Logger } from 'pino'
import type { RouterEnv } from './router-env.ts'

/** One line a request: the pattern of its address, never the address itself, its query or its body. */
export function logRequests(log: Logger): MiddlewareHandler<RouterEnv> {
  // These lines hold nothing to hide, and looking for it costs a tenth of a short request.
  const plain = log.child({}, { redact: { paths: [] } })
  return async (c, next) => {
    const requestId = `req_${randomBytes(12).toString('base64url')}`
    const startedAt = performance.now()
    c.set('requestId', requestId)
    await next()
    c.res.headers.set('x-request-id', requestId)
    const ms = Math.round((performance.now() - startedAt) * 10) / 10
    // Read by the name of the variable: a request that was never signed in has none.
    const tenantId = c.var.actor?.tenantId
    const line = { requestId, method: c.req.method, route: routeOf(c), status: c.res.status, ms, tenantId }
    if (c.res.status >= 500) plain.error(line, 'request')
    else if (isProbe(c.req.path)) plain.debug(line, 'request')
    else plain.info(line, 'request')
  }
}

/** The pattern of the address that answered, such as `/api/v1/jobs/:id`. */
export function routeOf(c: Context<RouterEnv>): string {
  const handlers = matchedRoutes(c).filter(route => route.method !== 'ALL')
  return handlers[handlers.length - 1]?.path ?? 'none'
}

// Asked every few seconds by whoever watches the process.
function isProbe(path: string): boolean {
  return path === '/healthz' || path === '/readyz'
}
