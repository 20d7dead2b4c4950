import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFaults } from './faults.ts'
import { type Connected, startConnected } from './testing/connected.ts'
import { aJob, postJobs, takeParentToken } from './testing/customer.ts'
import { wireCall } from './testing/wire-call.ts'

let world: Connected
beforeEach(async () => {
  world = await startConnected()
})
afterEach(() => world.stop())

const addFault = (json: Record<string, unknown>) =>
  wireCall(world.running.url, 'POST /_sandbox/faults', { json: { on: 'call', ...json } })
const read = () => world.customer.call('GET /v2/atsIntegrations?q=request&requestId=1')

test('429 with Retry-After, so many times and on this path only', async () => {
  await addFault({ kind: 'status', status: 429, retryAfterSeconds: 7, path: '/v2/atsIntegrations*', count: 2 })
  const first = await read()
  expect([first.status, first.headers.get('retry-after'), first.body.status]).toEqual([429, '7', 429])
  expect((await world.customer.call('GET /v2/exportedCandidates?q=request&requestId=1')).status).toBe(404)
  expect((await read()).status).toBe(429)
  expect((await read()).status).toBe(404)
})

test('401 in mid-run although the token is good', async () => {
  await addFault({ kind: 'status', status: 401, count: 1 })
  const answer = await read()
  expect([answer.status, answer.body.message]).toEqual([401, 'Invalid access token'])
  expect((await read()).status).toBe(404)
})

test('a 5xx before the work leaves no trace, after it the work is done', async () => {
  await addFault({ kind: 'status', status: 503, count: 1 })
  expect((await postJobs(world.customer, [aJob('JOB-1')])).status).toBe(503)
  expect(world.running.store.jobPostingTasks.size).toBe(0)
  await addFault({ kind: 'status', moment: 'after', count: 1 })
  expect((await postJobs(world.customer, [aJob('JOB-1')])).status).toBe(500)
  expect(world.running.store.jobPostingTasks.size).toBe(1)
})

test('a cut connection gives no answer at all', async () => {
  await addFault({ kind: 'cut', count: 1, path: '/v2/*' })
  await expect(read()).rejects.toThrow('fetch failed')
  const [call] = world.running.sandbox.traffic.list({ direction: 'in' }).slice(-1)
  expect(call).toMatchObject({ status: null, failure: 'fault: cut' })
})

test('the token endpoint can fail, too', async () => {
  await addFault({ kind: 'status', status: 500, path: '/oauth/*', count: 1 })
  expect(await takeParentToken(world.running)).toBeUndefined()
  expect(await takeParentToken(world.running)).toEqual(expect.any(String))
})

test('a delay delays', async () => {
  await addFault({ kind: 'delay', delayMs: 120, count: 1 })
  const startedAt = performance.now()
  expect((await read()).status).toBe(404)
  expect(performance.now() - startedAt).toBeGreaterThan(110)
})

test('a percentage is the same run for the same seed, and DELETE ends it', async () => {
  const run = (seed: number) => {
    const faults = createFaults()
    faults.add({ on: 'call', kind: 'cut', path: '*', percentage: 30, seed, delayMs: 0, moment: 'before' })
    return Array.from(
      { length: 1_000 },
      () => faults.takeCallFaults({ method: 'GET', path: '/', clientId: null }).length,
    )
  }
  const hits = run(5).reduce((sum, hit) => sum + hit, 0)
  expect(hits).toBeGreaterThan(240)
  expect(hits).toBeLessThan(360)
  expect(run(5)).toEqual(run(5))
  expect(run(5)).not.toEqual(run(6))

  await addFault({ kind: 'status', status: 429 })
  expect((await read()).status).toBe(429)
  const list = await wireCall(world.running.url, 'GET /_sandbox/faults')
  expect(list.body.faults).toMatchObject([{ kind: 'status', hits: 1 }])
  await wireCall(world.running.url, 'DELETE /_sandbox/faults')
  expect((await read()).status).toBe(404)
})

test('a fault that means nothing is refused', async () => {
  const answer = await addFault({ kind: 'status', status: 200 })
  expect([answer.status, answer.body.message]).toEqual([400, 'status: must be 401, 429 or 5xx'])
})
