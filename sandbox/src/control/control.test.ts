import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../start-sandbox.ts'
import { provision, takeToken } from '../testing/customer.ts'
import { type HandWritten, wireCall } from '../testing/wire-call.ts'

let running: RunningSandbox
beforeEach(async () => {
  running = await startSandbox({ port: 0 })
})
afterEach(() => running.stop())

const call = (line: string, parts?: HandWritten) => wireCall(running.url, line, parts)

test('credentials name the parent application, the people, organizations and contracts', async () => {
  const { body } = await call('GET /_sandbox/credentials')
  expect(body.parentApplication).toEqual({ clientId: '86kdlodestone', clientSecret: 'sandbox+parent/secret=' })
  expect(body.people.length).toBeGreaterThanOrEqual(60)
  expect(body.people).toContainEqual({
    name: 'Petra Kuiper',
    email: 'petra.kuiper@tulpenveld.example',
    password: 'sandbox',
    memberId: 'petra-kuiper',
    seats: [
      {
        seat: 'urn:li:seat:55018801',
        contract: 'urn:li:contract:771203',
        roles: ['ADMIN_SEAT', 'SOURCER_ADD_PROSPECT'],
      },
      {
        seat: 'urn:li:seat:55018802',
        contract: 'urn:li:contract:771204',
        roles: ['ADMIN_SEAT', 'SOURCER_ADD_PROSPECT'],
      },
    ],
  })
  expect(body.organizations.map((each: { urn: string }) => each.urn)).toEqual([
    'urn:li:organization:4102938',
    'urn:li:organization:5230114',
  ])
  expect(body.contracts).toHaveLength(3)
})

test('the whole surface is described', async () => {
  const { body } = await call('GET /_sandbox/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  expect(Object.keys(body.paths).sort()).toEqual([
    '/clock',
    '/company-ids',
    '/credentials',
    '/exports',
    '/faults',
    '/integrations',
    '/members',
    '/reset',
    '/revocations',
    '/settle',
    '/state',
    '/state/{collection}',
    '/traffic',
  ])
  const [{ description }] = body.paths['/state/{collection}'].get.parameters
  const { body: counts } = await call('GET /_sandbox/state')
  expect(description).toBe(`One of ${Object.keys(counts).join(', ')}`)
  for (const name of ['atsApplications', 'atsApplicationStages', 'atsCandidateNotes', 'atsInterviewFeedback']) {
    expect(description).toContain(name)
  }
})

test.each([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'http://localhost:5000' },
  { origin: 'https://elsewhere.example' },
])('a page of another site cannot steer it: %j', async headers => {
  const customer = await provision(running)
  const answer = await call('POST /_sandbox/reset', { headers })
  expect([answer.status, answer.body.reason]).toEqual([403, 'other-site'])
  expect((await customer.call('GET /v2/atsIntegrations?q=request&requestId=1')).status).not.toBe(401)
})

test('a page of its own may', async () => {
  for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: running.url }, {}]) {
    expect((await call('POST /_sandbox/settle', { headers })).status).toBe(200)
  }
})

test('tokens are revoked, and a new one works', async () => {
  const customer = await provision(running)
  const ask = (token: string) => call('GET /v2/atsIntegrations?q=request&requestId=1', { token })
  expect((await call('POST /_sandbox/revocations', { json: { clientId: customer.clientId } })).body).toEqual({
    revoked: 1,
  })
  const { status, body } = await ask(customer.token)
  expect([status, body.message]).toEqual([401, 'The token used in the request has been revoked'])
  const token = await takeToken(running.url, customer.clientId, customer.clientSecret)
  expect((await ask(token)).status).not.toBe(401)
  const unknown = await call('POST /_sandbox/revocations', { json: { clientId: 'nobody' } })
  expect([unknown.status, unknown.body.reason]).toEqual([404, 'unknown-application'])
})

test('state shows collections without secrets, and names them when asked for another', async () => {
  const customer = await provision(running)
  const { text, body } = await call('GET /_sandbox/state/applications')
  expect(body.records.map((each: { clientId: string }) => each.clientId)).toContain(customer.clientId)
  expect(text).not.toContain(JSON.stringify(customer.clientSecret))
  expect((await call('GET /_sandbox/state/tokens')).text).not.toContain(customer.token)
  expect((await call('GET /_sandbox/state')).body.members).toBeGreaterThanOrEqual(60)
  const other = await call('GET /_sandbox/state/colours')
  expect([other.status, other.body.reason]).toEqual([404, 'unknown-collection'])
  expect(other.body.message).toContain('jobPostings')
})

test('reset goes back to the seed, in real time, and never repeats a number', async () => {
  const customer = await provision(running)
  await call('POST /_sandbox/members', { json: { memberId: 'lotte-verbeek', lastName: 'Changed' } })
  await call('POST /_sandbox/faults', { json: { on: 'call', kind: 'cut' } })
  await call('POST /_sandbox/clock', { json: { freeze: true, advanceMs: 3_600_000 } })
  expect((await call('POST /_sandbox/reset')).status).toBe(200)
  expect((await customer.call('GET /v2/atsIntegrations?q=request&requestId=1')).status).toBe(401)
  expect(running.store.members.get('lotte-verbeek').lastName).toBe('Verbeek')
  expect(Math.abs(running.clock.now() - Date.now())).toBeLessThan(1_000)
  expect(running.clock.isFrozen()).toBe(false)
  const again = await provision(running)
  expect(again.clientId).not.toBe(customer.clientId)
})

test('the clock advances, is set, frozen and released', async () => {
  const move = (json: Record<string, unknown>) => call('POST /_sandbox/clock', { json })
  const frozen = await move({ freeze: true })
  expect(frozen.body.isFrozen).toBe(true)
  const later = await move({ advanceMs: 60_000 })
  expect(later.body.now - frozen.body.now).toBe(60_000)
  expect((await move({ set: '2030-01-01T00:00:00Z' })).body.nowText).toBe('2030-01-01T00:00:00.000Z')
  expect((await move({ freeze: false })).body.isFrozen).toBe(false)
  const nothing = await move({})
  expect([nothing.status, nothing.body.message]).toEqual([400, 'body: give advanceMs, set or freeze'])
})

test('members are added and changed; half a new one is refused', async () => {
  const change = (json: Record<string, unknown>) => call('POST /_sandbox/members', { json })
  expect((await change({ memberId: 'lotte-verbeek', headline: 'New' })).body).toMatchObject({
    headline: 'New',
    lastName: 'Verbeek',
  })
  const half = await change({ memberId: 'nina-new', firstName: 'Nina' })
  expect(half.status).toBe(400)
  expect(half.body.message).toContain('lastName:')
  const whole = {
    memberId: 'nina-new',
    firstName: 'Nina',
    lastName: 'New',
    headline: 'Planner',
    location: 'Lier, Belgium',
    industry: 'Logistics',
    publicProfileUrl: 'https://www.linkedin.example/in/nina-new',
    signInEmail: 'nina@leiepost.example',
  }
  expect((await change(whole)).body).toMatchObject({ ...whole, hiddenOutsideLinkedIn: false, closedAt: null })
})

test('orders about nobody are refused with a way out', async () => {
  const integration = await call('POST /_sandbox/integrations', {
    json: { action: 'request', level: 'company', uniqueForeignId: 'x' },
  })
  expect([integration.status, integration.body.reason]).toEqual([404, 'unknown-application'])
  const exported = await call('POST /_sandbox/exports', {
    json: { recruiterEmail: 'x@y.example', externalJobPostingId: '1' },
  })
  expect([exported.status, exported.body.message]).toEqual([404, 'Nobody signs in with x@y.example.'])
})

test('a body that is no JSON is refused, and nothing happens', async () => {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await call('POST /_sandbox/faults', { headers, text: '{' })
  expect([answer.status, answer.body.reason]).toEqual([400, 'wrong-request'])
  const untyped = await call('POST /_sandbox/faults', {
    headers: { 'Content-Type': 'text/plain' },
    text: '{"on":"call","kind":"cut"}',
  })
  expect(untyped.status).toBe(415)
  expect(running.sandbox.faults.list()).toEqual([])
})
