import { once } from 'node:events'
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { forgetCallbackEndpoint } from '@lodestone/sandbox/behaviours/challenge'
import type { RunningSandbox } from '@lodestone/sandbox/start-sandbox'
import { startSandbox } from '@lodestone/sandbox/start-sandbox'
import { CompiledQuery } from 'kysely'
import type { RunningBackground } from '../../background.ts'
import { startBackground } from '../../background.ts'
import type { App } from '../../platform/app.ts'
import { createServer } from '../../platform/http/server.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { anotherDatabase } from '../../platform/testing/test-database.ts'
import { buildRoutes } from '../../routes.ts'
import { linkedInDoor } from '../door/door.ts'
import { profilePluginPage } from '../profile-widget/profile-plugin-page.ts'
import { setUpPluginPage } from '../set-up/plugin-page.ts'
import { setUpReturn } from '../set-up/set-up.routes.ts'
import { linkedInReturn } from '../user-connection/user-connection.routes.ts'

/** The ATS with its door on a port and its background work, and LinkedIn beside it. Both follow the sandbox's clock. */
export interface LinkedInWorld {
  app: App
  running: RunningSandbox
  /** LinkedIn can be made unreachable from here, or answer in a way of which the sandbox knows nothing. */
  network: { isDown: boolean; answerInstead: ((url: string, body: string) => Response | undefined) | undefined }
  /** Until nothing is under way and nothing is due, on either side. */
  settle(): Promise<void>
  /** Moves both clocks, and lets happen what is due on the way. */
  pass(time: { hours?: number; seconds?: number }): Promise<void>
  stopAts(): Promise<void>
  startAts(): Promise<void>
  /** After a test: all goes well again, and its companies are gone. */
  clear(): Promise<void>
}

let shared: Promise<LinkedInWorld> | undefined

/** One for all tests of a worker, on a database where nobody else lives. Each test brings companies of its own. */
export function linkedInWorld(): Promise<LinkedInWorld> {
  shared ??= startLinkedInWorld()
  return shared
}

async function startLinkedInWorld(): Promise<LinkedInWorld> {
  const running = await startSandbox({ port: 0, jobTaskDelayMs: 0 })
  const { parentApplication } = running.sandbox.seed
  const port = await freePort()
  const network: LinkedInWorld['network'] = { isDown: false, answerInstead: undefined }
  const reachLinkedIn: typeof fetch = async (input, init) => {
    if (network.isDown) throw new TypeError('fetch failed')
    return network.answerInstead?.(String(input), String(init?.body ?? '')) ?? fetch(input, init)
  }
  const db = await anotherDatabase('linkedin')
  const base = await testApp({
    clock: { now: () => new Date(running.clock.now()) },
    fetch: reachLinkedIn,
    config: {
      port,
      publicUrl: `http://localhost:${port}`,
      linkedin: {
        wwwUrl: running.url,
        apiUrl: running.url,
        platformUrl: running.url,
        parentClientId: parentApplication.clientId,
        parentClientSecret: parentApplication.clientSecret,
      },
    },
  })
  const app = { ...base, db }
  let ats = await startAts(app)
  let isRunning = true

  const settle = async () => {
    let calls: number
    do {
      calls = running.sandbox.traffic.count()
      await running.settle()
      if (isRunning) await ats.settle()
    } while (running.sandbox.traffic.count() !== calls)
  }
  const stopAts = async () => {
    if (isRunning) await ats.stop()
    isRunning = false
  }
  const restartAts = async () => {
    ats = await startAts(app)
    isRunning = true
  }
  return {
    app,
    running,
    network,
    settle,
    pass: async ({ hours = 0, seconds = 0 }) => {
      // Work that is under way while the clock leaps by hours would lose its lease.
      if (isRunning) await ats.pause()
      await running.clock.advance(hours * 3_600_000 + seconds * 1_000)
      if (isRunning) await ats.resume()
      await settle()
    },
    stopAts,
    startAts: restartAts,
    clear: async () => {
      Object.assign(network, { isDown: false, answerInstead: undefined })
      running.sandbox.faults.clear()
      for (const { clientId } of running.store.callbackEndpoints.list())
        forgetCallbackEndpoint(running.sandbox, clientId)
      for (const { key } of running.clock.listTimers()) running.clock.cancel(key)
      // Companies of former tests would only be more to look after. Nobody may be at work for them when they go.
      await stopAts()
      await db.owner.executeQuery(CompiledQuery.raw('truncate tenant cascade'))
      await restartAts()
    },
  }
}

interface RunningAts {
  settle: RunningBackground['settle']
  /** The door stays open, and nothing is worked on. */
  pause(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

async function startAts(app: App): Promise<RunningAts> {
  const routes = buildRoutes(app)
    .route('/', linkedInDoor(app))
    .route('/', linkedInReturn(app))
    .route('/', setUpReturn(app))
    .route('/', setUpPluginPage(app))
    .route('/', profilePluginPage(app))
  const { fetch: answer } = await createServer(app, routes)
  const server = createAdaptorServer({ fetch: answer }) as Server // without options it is Node's plain HTTP server
  server.listen(app.config.port, '127.0.0.1')
  await once(server, 'listening')
  let background = await startBackground(app)
  return {
    settle: () => background.settle(),
    pause: () => background.stop(),
    resume: async () => {
      background = await startBackground(app)
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await background.stop()
    },
  }
}

/** CALLBACK_URL is told to LinkedIn before the first request comes, so the port has to be known. */
export async function freePort(): Promise<number> {
  const server = createAdaptorServer({ fetch: () => new Response() })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port could be had.')
  return address.port
}
