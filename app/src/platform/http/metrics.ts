import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { App } from '../app.ts'
import { notAllowed } from '../errors.ts'
import { addressOf } from './caller.ts'
import { liveConnections } from './live.ts'
import { routeOf } from './request-log.ts'
import { createRouter } from './router.ts'
import type { RouterEnv } from './router-env.ts'

export interface Metrics {
  /** Slices and the queue add theirs here. */
  registry: Registry
  measure: MiddlewareHandler<RouterEnv>
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** Once per process: it watches the process itself, too. */
export function startMetrics(app: App): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'lodestone_http_request_seconds',
    help: 'Time until the answer began, by the pattern of the address',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  })
  new Gauge({
    name: 'lodestone_live_connections',
    help: 'Open event streams of browsers',
    registers: [registry],
    collect() {
      this.set(liveConnections(app).size)
    },
  })
  new Gauge({
    name: 'lodestone_db_sessions',
    help: 'Database sessions that are open and idle, and callers that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(app.db.load())) this.set({ state }, count)
    },
  })
  const measure: MiddlewareHandler<RouterEnv> = async (c, next) => {
    const end = duration.startTimer()
    await next()
    end({ method: c.req.method, route: routeOf(c), status: c.res.status })
  }
  return { registry, measure }
}

// A proxy on this machine hides that its caller is elsewhere, and says so in one of these.
const proxyHeaders = ['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']

/** Numbers tell how busy a company is, so they are for this machine only, or for who has the token. */
export function metricsRoutes(app: App, { registry }: Metrics) {
  return createRouter().get('/metrics', async c => {
    const token = app.config.metricsToken
    const mayRead = token
      ? isSame(c.req.header('authorization') ?? '', `Bearer ${token}`)
      : isOwnMachine(addressOf(c, 0)) && proxyHeaders.every(name => c.req.header(name) === undefined)
    if (!mayRead) {
      throw notAllowed(
        'metrics.closed',
        'Metrics are for this machine only. Set LODESTONE_METRICS_TOKEN and send it as a bearer token to read them from elsewhere.',
      )
    }
    return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
  })
}

function isOwnMachine(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}

function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
