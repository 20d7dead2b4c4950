import { randomBytes, randomUUID } from 'node:crypto'
import type { Hono, Schema } from 'hono'
import type { UserActor } from '../actor.ts'
import type { App } from '../app.ts'
import { hashToken } from '../auth/hashed-tokens.ts'
import { SESSION_COOKIE } from '../auth/session-cookie.ts'
import { sessionEnd } from '../auth/sign-ins.ts'
import type { Router } from '../http/router.ts'
import { createRouter } from '../http/router.ts'
import type { RouterEnv } from '../http/router-env.ts'
import { createServer } from '../http/server.ts'

type SliceRoutes = (app: App) => Hono<RouterEnv, Schema>

export interface TestAnswer {
  status: number
  headers: Headers
  /** The parsed JSON, or the text when it is none. Compare it with `toEqual` or `toMatchObject`. */
  body: unknown
}

export interface TestBrowser {
  /** Addresses are written out: `/api/v1/jobs`. */
  get(address: string, headers?: Record<string, string>): Promise<TestAnswer>
  post(address: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>
  put(address: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>
  patch(address: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>
  delete(address: string, headers?: Record<string, string>): Promise<TestAnswer>
  /** What lies below, for requests that no page of ours would make. */
  raw(): { server: Router; cookie: string }
  /** The answer as it comes, for streams and cookies. */
  send(method: string, address: string, init?: { headers?: Record<string, string>; body?: unknown }): Promise<Response>
}

/** A browser of this user, with a real session, in front of the whole HTTP side with these slices. */
export async function signedIn(app: App, actor: UserActor, ...slices: SliceRoutes[]): Promise<TestBrowser> {
  return browserWith(app, await openTestSession(app, actor), slices)
}

export function signedOut(app: App, ...slices: SliceRoutes[]): Promise<TestBrowser> {
  return browserWith(app, undefined, slices)
}

/** A session without a password, which would cost a quarter of a second for each test. */
export async function openTestSession(app: App, actor: UserActor): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const now = app.clock.now()
  await app.db.transactAsOwner(async tx => {
    const user = await tx
      .selectFrom('app_user')
      .select(['sign_in_id', 'email'])
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', actor.userId)
      .executeTakeFirstOrThrow()
    const dates = { created_at: now, updated_at: now }
    const signInId = user.sign_in_id ?? `sign_${randomUUID()}`
    if (user.sign_in_id === null) {
      const email = `${signInId}@example.com`
      await tx
        .insertInto('sign_in')
        .values({ id: signInId, name: actor.name, email, ...dates })
        .execute()
      await tx
        .updateTable('app_user')
        .set({ sign_in_id: signInId })
        .where('tenant_id', '=', actor.tenantId)
        .where('id', '=', actor.userId)
        .execute()
    }
    await tx
      .insertInto('sign_in_session')
      .values({
        id: randomUUID(),
        sign_in_id: signInId,
        token_hash: hashToken(token),
        active_tenant_id: actor.tenantId,
        expires_at: sessionEnd(now),
        ...dates,
      })
      .execute()
  })
  return token
}

async function browserWith(app: App, token: string | undefined, slices: SliceRoutes[]): Promise<TestBrowser> {
  const routes = createRouter()
  for (const slice of slices) routes.route('/api/v1', slice(app))
  const server = await createServer(app, routes)

  const send: TestBrowser['send'] = async (method, address, init = {}) => {
    const body =
      init.body === undefined ? undefined : typeof init.body === 'string' ? init.body : JSON.stringify(init.body)
    const headers = {
      origin: app.config.publicUrl,
      ...(token ? { cookie: `${SESSION_COOKIE}=${token}` } : {}),
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}` }),
      ...init.headers,
    }
    return server.request(address, { method, headers, ...(body === undefined ? {} : { body }) })
  }
  const call = async (method: string, address: string, init: Parameters<typeof send>[2]) =>
    toAnswer(await send(method, address, init))

  return {
    raw: () => ({ server, cookie: token ? `${SESSION_COOKIE}=${token}` : '' }),
    send,
    get: (address, headers = {}) => call('GET', address, { headers }),
    post: (address, body, headers = {}) => call('POST', address, { body, headers }),
    put: (address, body, headers = {}) => call('PUT', address, { body, headers }),
    patch: (address, body, headers = {}) => call('PATCH', address, { body, headers }),
    delete: (address, headers = {}) => call('DELETE', address, { headers }),
  }
}

async function toAnswer(response: Response): Promise<TestAnswer> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}
