import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import type { App } from '../app.ts'
import { testApp } from '../testing/test-app.ts'
import { startMetrics } from './metrics.ts'
import { createRouter } from './router.ts'
import { createServer } from './server.ts'

async function listen(app: App): Promise<string> {
  const routes = createRouter()
  routes.get('/api/v1/things/:id', c => c.json({}))
  const { fetch } = await createServer(app, routes, startMetrics(app))
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('requests are counted by the pattern of their address', async () => {
  const url = await listen(await testApp())
  await fetch(`${url}/api/v1/things/1?q=secret`)
  await fetch(`${url}/api/v1/things/2`)
  await fetch(`${url}/nowhere/anna`)
  const text = await (await fetch(`${url}/metrics`)).text()
  expect(text).toContain('lodestone_http_request_seconds_count{method="GET",route="/api/v1/things/:id",status="200"} 2')
  expect(text).toContain('lodestone_http_request_seconds_count{method="GET",route="none",status="404"} 1')
  expect(text).toContain('lodestone_live_connections 0')
  expect(text).toContain('process_resident_memory_bytes')
  expect(text).toMatch(/lodestone_db_sessions\{state="waiting"\} \d/)
  expect(text).not.toMatch(/secret|anna/)
})

test('without a token only this machine reads them, and nobody through a proxy', async () => {
  const url = await listen(await testApp())
  expect((await fetch(`${url}/metrics`)).status).toBe(200)
  for (const headers of [{ 'x-forwarded-for': '203.0.113.9' }, { 'x-real-ip': '203.0.113.9' }, { via: '1.1 gate' }]) {
    expect((await fetch(`${url}/metrics`, { headers })).status, JSON.stringify(headers)).toBe(403)
  }
})

test('with a token, only who has it', async () => {
  const url = await listen(await testApp({ config: { metricsToken: 'a-long-token' } }))
  const ask = (authorization: string) => fetch(`${url}/metrics`, { headers: { authorization } })
  expect((await ask('Bearer a-long-token')).status).toBe(200)
  expect((await ask('Bearer a-long-tokeN')).status).toBe(403)
  expect((await ask('')).status).toBe(403)
})
