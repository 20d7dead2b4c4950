import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp } from './main.ts'
import { SESSION_COOKIE } from './platform/auth/session-cookie.ts'
import { addSignIn } from './platform/auth/sign-ins.ts'
import { readConfig } from './platform/config.ts'
import { createLog } from './platform/log.ts'
import { aTenant, aUser } from './platform/testing/builders.ts'

const log = createLog('silent')
let dataDir = ''

// Making a database takes seconds, so all starts here share one.
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'lodestone-main-'))
})
afterAll(() => rm(dataDir, { recursive: true }))

function aConfig() {
  return { ...readConfig({ LODESTONE_DATA_DIR: dataDir }), port: 0 }
}

test('the whole product starts, serves, keeps its data over a restart, and stops', async () => {
  const config = aConfig()
  const running = await startApp(config, { log })
  const { app, url } = running
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' })
  await expect(startApp({ ...config, port: Number(new URL(url).port) }, { log })).rejects.toThrow(
    /^Port \d+ is in use\. Stop what uses it, or set LODESTONE_PORT to another port\.$/,
  )

  const email = 'anna@example.com'
  const signInId =
    (await addSignIn(app, { email, password: 'tulpen uit Aalsmeer', name: 'Anna de Vries' }, { mayJoin: false })) ?? ''
  await aUser(app, await aTenant(app), { signInId, email })
  const signedIn = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: 'tulpen uit Aalsmeer' }),
  })
  expect(signedIn.status).toBe(200)
  const cookie = new RegExp(`${SESSION_COOKIE}=[^;]+`).exec(signedIn.headers.get('set-cookie') ?? '')?.[0] ?? ''

  const live = await fetch(`${url}/api/v1/live`, { headers: { cookie } })
  expect(live.headers.get('content-type')).toContain('text/event-stream')
  const startedAt = performance.now()
  const stopping = running.stop()
  expect(running.stop()).toBe(stopping)
  // The open stream ends with the server, and does not hold it up.
  expect(await live.text()).toContain('id: 1')
  await stopping
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()

  const again = await startApp(config, { log })
  const session = await fetch(`${again.url}/api/v1/session`, { headers: { cookie } })
  expect(await session.json()).toMatchObject({ user: { email } })
  await again.stop()
}, 60_000)

test('a second server is turned away, and leaves neither its port nor the lock behind', async () => {
  const config = aConfig()
  const first = await startApp(config, { log })
  await expect(startApp(config, { log })).rejects.toThrow('is in use by process')
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  await first.stop()
  const next = await startApp(config, { log })
  expect((await fetch(`${next.url}/readyz`)).status).toBe(200)
  await next.stop()
}, 60_000)

test('a stop waits for a request that is under way', async () => {
  const running = await startApp(aConfig(), { log })
  const body = JSON.stringify({ email: 'nobody@example.com', password: 'rozen' })
  const headers = { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' }
  const call = request(`${running.url}/api/v1/sign-in`, { method: 'POST', headers })
  call.flushHeaders()
  // The server has the request and waits for its body.
  await once(call, 'continue')
  const stopping = running.stop()
  call.end(body)
  const [answer] = await once(call, 'response')
  expect(answer.statusCode).toBe(401)
  await stopping
}, 60_000)
