import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from './start-sandbox.ts'
import { provision } from './testing/customer.ts'
import { wireCall } from './testing/wire-call.ts'

let running: RunningSandbox
beforeEach(async () => {
  running = await startSandbox({ port: 0 })
})
afterEach(() => running.stop())

const readTraffic = async (query = '') => (await wireCall(running.url, `GET /_sandbox/traffic?${query}`)).body

test('calls are recorded with the client id and without anything to call again with', async () => {
  const customer = await provision(running)
  await customer.call('GET /v2/atsIntegrations?q=request&requestId=1', {
    headers: { Cookie: 'recruiter_sandbox_session=s' },
  })
  const { count, calls } = await readTraffic()
  expect(count).toBe(4)
  expect(
    calls.map((call: { method: string; path: string; status: number }) => [call.method, call.path, call.status]),
  ).toEqual([
    ['POST', '/oauth/v2/accessToken', 200],
    ['POST', '/v2/provisionedApplications', 201],
    ['POST', '/oauth/v2/accessToken', 200],
    ['GET', '/v2/atsIntegrations', 404],
  ])
  const text = JSON.stringify(calls)
  const parentSecret = running.sandbox.seed.parentApplication.clientSecret
  for (const secret of [
    customer.clientSecret,
    encodeURIComponent(customer.clientSecret),
    parentSecret,
    encodeURIComponent(parentSecret),
  ]) {
    expect(text).not.toContain(secret)
  }
  for (const { token } of running.store.tokens.list()) expect(text).not.toContain(token)
  expect(text).not.toContain('recruiter_sandbox_session=s')
  expect(calls[3]).toMatchObject({
    clientId: customer.clientId,
    tokenKind: 'child',
    restliMethod: 'finder',
    resource: 'atsIntegrations',
  })
  expect(calls[0]).toMatchObject({
    clientId: '86kdlodestone',
    requestBody: expect.stringContaining('client_secret=[redacted]'),
  })
})

test('filters and counts', async () => {
  const customer = await provision(running)
  await customer.call('GET /v2/atsIntegrations?q=request&requestId=1')
  await customer.call('POST /v2/hireMediaUrl', { json: {} })
  expect(await readTraffic('resource=hireMediaUrl&limit=0')).toEqual({ count: 1, calls: [] })
  expect((await readTraffic('status=404')).count).toBe(2)
  expect((await readTraffic('path=/oauth/*')).count).toBe(2)
  expect((await readTraffic(`clientId=${customer.clientId}&method=get`)).count).toBe(1)
  const { calls } = await readTraffic('restliMethod=finder')
  expect((await readTraffic(`after=${calls[0].number}`)).count).toBe(1)
  expect((await readTraffic('direction=out')).count).toBe(0)
})

test('the address of a token asked for by GET is recorded without its secret', async () => {
  await wireCall(running.url, 'GET /oauth/v2/accessToken?grant_type=client_credentials&client_id=a&client_secret=top')
  const { calls } = await readTraffic()
  expect(calls[0].query).toBe('grant_type=client_credentials&client_id=a&client_secret=[redacted]')
})

test('a call can be copied as curl, with the token as a variable', async () => {
  const customer = await provision(running)
  await customer.call("PUT /v2/atsCandidates?ids[0].a=it's", {
    headers: { 'x-restli-method': 'batch_update' },
    json: { note: "it's" },
  })
  const { calls } = await readTraffic('resource=atsCandidates')
  expect(calls[0].curl).toContain(`curl -g -X PUT '${running.url}/v2/atsCandidates?ids[0].a=it%27s'`)
  expect(calls[0].curl).toContain('-H "authorization: Bearer $TOKEN"')
  expect(calls[0].curl).toContain("-H 'x-restli-method: batch_update'")
  expect(calls[0].curl).toContain(`--data-raw '{"note":"it'\\''s"}'`)
})
