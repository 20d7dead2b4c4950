import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { Logger } from 'pino'
import { startBackground } from './background.ts'
import { companyReturn } from './hiring/company-sign-in/company-entrance.routes.ts'
import { measureDelivery } from './linkedin/delivery/measure-delivery.ts'
import { linkedInDoor } from './linkedin/door/door.ts'
import { profilePluginPage } from './linkedin/profile-widget/profile-plugin-page.ts'
import { setUpPluginPage } from './linkedin/set-up/plugin-page.ts'
import { setUpReturn } from './linkedin/set-up/set-up.routes.ts'
import { linkedInReturn } from './linkedin/user-connection/user-connection.routes.ts'
import type { App } from './platform/app.ts'
import { measurePasswords } from './platform/auth/passwords.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { openSecrets } from './platform/crypto/secrets.ts'
import type { Db } from './platform/db/db.ts'
import { openDb } from './platform/db/db.ts'
import { migrate } from './platform/db/migrate.ts'
import type { OutageNews } from './platform/db/outage-watch.ts'
import type { DatabaseUnavailable } from './platform/db/unavailable.ts'
import { settleRestoredPositions } from './platform/events/after-restore.ts'
import { announceStop } from './platform/http/health.ts'
import { startLive } from './platform/http/live.ts'
import { startMetrics } from './platform/http/metrics.ts'
import { createServer } from './platform/http/server.ts'
import { createLog } from './platform/log.ts'
import { migrationsFolder } from './platform/paths.ts'
import { measureQueue } from './platform/queue/measure-queue.ts'
import { buildRoutes } from './routes.ts'
import { findEncryptionKeys, findUnreadableSecrets } from './stored-secrets.ts'

export interface RunningApp {
  app: App
  url: string
  /** Waits until nothing is due and no event is unread. For tests, drills and the demo seed. */
  settle(): Promise<void>
  /** Ends what runs, at the latest after ten seconds. A second call waits for the first. */
  stop(): Promise<void>
}

const STOP_WITHIN_MS = 8_000
const CLOSE_WITHIN_MS = 1_500

/** Opens the database, brings it up to date, starts the work behind the screens, and serves. */
export async function startApp(given: Config, overrides: Partial<App> = {}): Promise<RunningApp> {
  const door = await openDoor(given)
  let db: Db | undefined
  try {
    const log = overrides.log ?? createLog(given.logLevel)
    db = overrides.db ?? (await openDatabase(given, outage => tellOutage(log, outage)))
    const migrations = await migrate(db, migrationsFolder)
    if (migrations.length > 0) log.info({ migrations }, 'database brought up to date')
    const config = { ...given, publicUrl: door.publicUrl, encryptionKeys: await findEncryptionKeys(given, db) }
    const app: App = {
      clock: systemClock,
      fetch,
      secrets: openSecrets(config.encryptionKeys),
      ...overrides,
      config,
      db,
      log,
    }
    const routes = buildRoutes(app)
      .route('/', companyReturn(app))
      .route('/', linkedInDoor(app))
      .route('/', linkedInReturn(app))
      .route('/', setUpReturn(app))
      .route('/', setUpPluginPage(app))
      .route('/', profilePluginPage(app))
    const unreadable = await findUnreadableSecrets(db, app.secrets)
    if (unreadable) log.error(unreadable)
    const restored = await settleRestoredPositions(db)
    if (restored > 0) log.warn({ restored }, 'the database was restored from another server; events keep their order')
    const metrics = startMetrics(app)
    measureQueue(app, metrics.registry)
    measurePasswords(metrics.registry)
    measureDelivery(app, metrics.registry)
    const server = await createServer(app, routes, metrics)
    const stopLive = await startLive(app)
    const background = await startBackground(app)
    door.open(server.fetch)
    log.info({ url: config.publicUrl, database: db.kind }, 'Lodestone is ready')

    const stop = async () => {
      announceStop(app)
      await stopLive()
      await atLatest(STOP_WITHIN_MS, Promise.all([door.close(), background.stop()]))
      door.cut()
      await atLatest(CLOSE_WITHIN_MS, app.db.close())
      log.info('Lodestone has stopped')
    }
    let stopped: Promise<void> | undefined
    return {
      app,
      url: config.publicUrl,
      settle: () => background.settle(),
      stop: () => {
        stopped ??= stop()
        return stopped
      },
    }
  } catch (error) {
    door.cut()
    await db?.close()
    throw error
  }
}

export async function openDatabase(config: Config, onOutage: OutageNews = () => undefined): Promise<Db> {
  const place = config.databaseUrl ? { url: config.databaseUrl } : { dataDir: databaseFolder(config) }
  return openDb({ ...place, onOutage })
}

function tellOutage(log: Logger, outage: DatabaseUnavailable | undefined): void {
  if (outage)
    log.error({ reason: outage.message, err: outage.cause }, 'the database is away; requests are refused, work waits')
  else log.info('the database is back')
}

/** Of the embedded database. */
export function databaseFolder(config: Config): string {
  return path.join(config.dataDir, 'database')
}

type Answer = (request: Request, bindings?: object) => Response | Promise<Response>

/** The port is taken first, so that a taken one is told before anything else happens, and probes get an answer. */
async function openDoor(config: Config) {
  let answer: Answer = answerStarting
  const server = createAdaptorServer({ fetch: (request, bindings) => answer(request, bindings) })
  server.listen(config.port, config.host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw explainPort(error, config)
  }
  const { port } = server.address() as AddressInfo // a TCP server's address is never a pipe's name
  return {
    // Port 0 is for tests: the system chose one just now.
    publicUrl: config.port === 0 ? `http://localhost:${port}` : config.publicUrl,
    open: (real: Answer) => {
      answer = real
    },
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
    cut: () => {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
    },
  }
}

function answerStarting(request: Request): Response {
  if (new URL(request.url).pathname === '/healthz') return Response.json({ status: 'ok' })
  const body = { status: 'notReady', reason: 'Lodestone is starting.' }
  return Response.json(body, { status: 503, headers: { 'retry-after': '1' } })
}

function explainPort(error: unknown, config: Config): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new Error(`Port ${config.port} is in use. Stop what uses it, or set LODESTONE_PORT to another port.`)
  }
  if (code === 'EACCES') {
    return new Error(`Port ${config.port} needs more rights than this user has. Set LODESTONE_PORT to one above 1023.`)
  }
  return new Error(
    `Lodestone cannot listen at ${config.host}:${config.port}. Check LODESTONE_HOST and LODESTONE_PORT.`,
    {
      cause: error,
    },
  )
}

async function atLatest(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>(resolve => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([work, limit])
  clearTimeout(timer)
}
