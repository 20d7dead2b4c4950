import { expect, test } from 'vitest'
import { createApiToken } from '../api-tokens/api-tokens.ts'
import { aTenant, aUser } from '../testing/builders.ts'
import { testApp } from '../testing/test-app.ts'
import type { TestAnswer } from '../testing/test-http.ts'
import { signedIn, signedOut } from '../testing/test-http.ts'
import { perform } from '../work.ts'
import { operation } from './operation.ts'
import { createRouter } from './router.ts'

const rooms = () =>
  createRouter()
    .openapi(operation({ method: 'get', path: '/room', summary: 'Reads', scope: 'jobs:read' }), c => c.body(null, 204))
    .openapi(operation({ method: 'get', path: '/open', summary: 'Open', public: true }), c => c.body(null, 204))

const limits = ({ headers }: TestAnswer) =>
  ['ratelimit-policy', 'ratelimit-limit', 'ratelimit-remaining'].map(name => headers.get(name))

async function aWorld(config: { tokenRequestsPerMinute?: number; userRequestsPerMinute?: number }) {
  const app = await testApp({ config })
  const tenant = await aTenant(app)
  const admin = await aUser(app, tenant, { roles: ['administrator'] })
  const program = await signedOut(app, rooms)
  const aProgram = async () => {
    const { token } = await perform(app, admin, work =>
      createApiToken(work, admin, { name: 'x', role: 'read_only', scopes: ['jobs:read'], expiresInDays: 1 }),
    )
    return () => program.get('/api/v1/room', { authorization: `Bearer ${token}` })
  }
  return { app, tenant, admin, program, aProgram }
}

test('each token has its own limit, and hears how much is left and when to come back', async () => {
  const { aProgram } = await aWorld({ tokenRequestsPerMinute: 2 })
  const [one, other] = [await aProgram(), await aProgram()]
  expect(limits(await one())).toEqual(['2;w=60', '2', '1'])
  expect((await one()).status).toBe(204)
  const refused = await one()
  expect(refused).toMatchObject({ status: 429, body: { code: 'rate.tooMany', params: { limit: 2 } } })
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(limits(refused)).toEqual(['2;w=60', '2', '0'])
  for (const name of ['retry-after', 'ratelimit-reset']) {
    expect(Number(refused.headers.get(name))).toBeGreaterThan(0)
    expect(Number(refused.headers.get(name))).toBeLessThanOrEqual(60)
  }
  expect((await other()).status).toBe(204)
})

test('people have a limit where one is set, over all their browsers', async () => {
  const { app, tenant, admin } = await aWorld({ userRequestsPerMinute: 2 })
  const [desk, phone] = [await signedIn(app, admin, rooms), await signedIn(app, await aUser(app, tenant), rooms)]
  for (const status of [204, 204, 429]) expect((await desk.get('/api/v1/room')).status).toBe(status)
  expect((await phone.get('/api/v1/room')).status).toBe(204)
})

test('without a setting people have none, and neither have public addresses', async () => {
  const { app, admin, program } = await aWorld({ tokenRequestsPerMinute: 1 })
  const browser = await signedIn(app, admin, rooms)
  for (let i = 0; i < 3; i++) {
    const answer = await browser.get('/api/v1/room')
    expect([answer.status, ...limits(answer)]).toEqual([204, null, null, null])
    expect((await program.get('/api/v1/open')).status).toBe(204)
  }
})

test('a known address with another method names the methods that it takes', async () => {
  const { app, admin } = await aWorld({})
  const browser = await signedIn(app, admin, rooms)
  const answer = await browser.put('/api/v1/room', {})
  expect(answer).toMatchObject({ status: 405, body: { code: 'wrongMethod', params: { allow: 'GET, HEAD' } } })
  expect(answer.headers.get('allow')).toBe('GET, HEAD')
  expect(await browser.put('/api/v1/nowhere', {})).toMatchObject({ status: 404, body: { code: 'unknownAddress' } })
})
