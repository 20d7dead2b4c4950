import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { aJob, type Customer, exportIntegration, postJobs, takeToken } from '../testing/customer.ts'
import { wireCall } from '../testing/wire-call.ts'
import { countRecords, countRequest } from './quotas.ts'

let world: Connected
beforeEach(async () => {
  world = await startConnected('company', { challenge: false })
  world.running.clock.freeze()
  await world.running.clock.moveTo(Date.UTC(2027, 4, 3, 22, 0, 30))
})
afterEach(() => world.stop())

/** The clock was moved, so the token of the preparation has expired. */
async function withFreshToken(): Promise<Customer> {
  const { customer, running } = world
  const token = await takeToken(running.url, customer.clientId, customer.clientSecret)
  return { ...customer, token, call: (line, parts) => wireCall(running.url, line, { ...parts, token }) }
}

const integrationCall = 'GET /v2/atsIntegrations?q=request&requestId=1'

test('the 5,001st integration call of a UTC day is refused, and the next day begins at midnight', async () => {
  const { sandbox, clock } = world.running
  for (let at = 0; at < 4_999; at += 1) countRequest(sandbox, world.customer.clientId, 'atsIntegrations')
  let customer = await withFreshToken()
  expect((await customer.call(integrationCall)).status).toBe(404)
  const refused = await customer.call(integrationCall)
  expect(refused.status).toBe(429)
  expect(refused.body).toEqual({
    message: 'Resource level throttle limit for calls to this resource is reached: 5000 requests per day',
    serviceErrorCode: 0,
    status: 429,
  })
  expect(
    (await customer.call(`GET /v2/atsIntegrations/${exportIntegration}/configurations?ids=CALLBACK_URL`)).status,
  ).toBe(200)
  await clock.moveTo(Date.UTC(2027, 4, 4))
  customer = await withFreshToken()
  expect((await customer.call(integrationCall)).status).toBe(404)
})

test('2,000 jobs a minute, then 429 for the whole batch until the minute is over', async () => {
  const { sandbox, clock } = world.running
  countRecords(sandbox, world.customer.clientId, { quotaName: 'simpleJobPostings', records: 1_999 })
  const customer = await withFreshToken()
  const refused = await postJobs(customer, [aJob('Q-1'), aJob('Q-2')])
  expect([refused.status, refused.body.message]).toEqual([
    429,
    'Resource level throttle limit for calls to this resource is reached: 2000 records per minute',
  ])
  expect(sandbox.store.jobPostingTasks.size).toBe(0)
  expect((await postJobs(customer, [aJob('Q-1')])).status).toBe(200)
  await clock.advance(30_000)
  expect((await postJobs(customer, [aJob('Q-2'), aJob('Q-3')])).status).toBe(200)
})

test('one application’s calls do not count for another', () => {
  const { sandbox } = world.running
  for (let at = 0; at < 5_000; at += 1) countRequest(sandbox, 'someone', 'atsIntegrations')
  expect(() => countRequest(sandbox, 'someone', 'atsIntegrations')).toThrow('5000 requests per day')
  expect(() => countRequest(sandbox, 'someone else', 'atsIntegrations')).not.toThrow()
})
