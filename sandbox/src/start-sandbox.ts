import { type HttpBindings, type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Clock } from './clock.ts'
import { mountControl } from './control/mount-control.ts'
import { type CreateSandboxOptions, createSandbox } from './create-sandbox.ts'
import { mountPages } from './pages/mount-pages.ts'
import type { Sandbox } from './sandbox.ts'
import type { Store } from './store.ts'
import { mountWire } from './wire/mount-wire.ts'
import { settle } from './world.ts'

export interface StartSandboxOptions extends CreateSandboxOptions {
  readonly host?: string | undefined
  /** 0 chooses a free one. */
  readonly port?: number | undefined
}

export interface RunningSandbox {
  readonly url: string
  readonly sandbox: Sandbox
  readonly store: Store
  readonly clock: Clock
  settle(): Promise<void>
  stop(): Promise<void>
}

// Node refuses heads over 16 KB by itself; the sandbox has to see them to answer 414.
const MAX_HEADER_BYTES = 64 * 1024

export async function startSandbox(options: StartSandboxOptions = {}): Promise<RunningSandbox> {
  const { host = '127.0.0.1', port = 4000, ...rest } = options
  const created = createSandbox(rest)
  const { sandbox } = created
  const server = await listen(createApp(sandbox), { host, port })
  const url = addressOf(server, host)
  created.setOrigin(url)
  return {
    url,
    sandbox,
    store: sandbox.store,
    clock: sandbox.clock,
    settle: () => settle(sandbox),
    stop: async () => {
      await closeServer(server)
      await created.close()
    },
  }
}

function createApp(sandbox: Sandbox): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  mountWire(app, sandbox)
  mountControl(app, sandbox)
  const pages = new Hono()
  mountPages(pages, sandbox)
  app.route('/', pages)
  app.onError((error, c) => {
    sandbox.log.error({ err: error, path: c.req.path }, 'a request failed')
    return c.json({ message: 'Internal Server Error', serviceErrorCode: 0, status: 500 }, 500)
  })
  return app
}

function listen(app: Hono<{ Bindings: HttpBindings }>, place: { host: string; port: number }): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        hostname: place.host,
        port: place.port,
        serverOptions: { maxHeaderSize: MAX_HEADER_BYTES },
      },
      () => resolve(server),
    )
    server.on('error', error => reject(explainListenError(error, place)))
  })
}

function explainListenError(error: Error, place: { host: string; port: number }): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error
  return new Error(
    `Port ${place.port} on ${place.host} is taken, so the sandbox cannot start. Stop what uses it, or choose another with LODESTONE_SANDBOX_PORT.`,
  )
}

/** On this machine the name localhost is used, so that pages of the ATS and of the sandbox count as one site. */
function addressOf(server: ServerType, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error === undefined ? resolve() : reject(error)))
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
