import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { aJob, configure, organization, postJobs, steer } from '../testing/customer.ts'
import { wireCall } from '../testing/wire-call.ts'
import { exportCandidate } from './exports.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let world: Connected
beforeEach(async () => {
  world = await startConnected('company', { challenge: false })
  await configure(world.customer, 'JOB_POSTING_VIEWERS', 'ALL_PRODUCT_USERS')
  await postJobs(world.customer, [aJob('TV-1042')])
  await world.running.settle()
  world.running.clock.freeze()
  world.receiver.pushes.length = 0
})
afterEach(() => world.stop())

const people = ['lotte-verbeek', 'jan-de-vries', 'fatima-bouzid']

/** Exports the next person; the push is under way afterwards. */
function startExport(at = 0) {
  return exportCandidate(world.running.sandbox, {
    recruiterMemberId: 'sanne-de-wit',
    memberId: people[at] ?? '',
    clientId: world.customer.clientId,
    integrationContext: organization,
    externalJobPostingId: 'TV-1042',
  })
}

const pushOf = (requestId: string) =>
  world.running.store.pushes.findWhere(push => push.requestId === requestId && !push.isForged)
const receivedIds = () => world.receiver.pushes.map(push => JSON.parse(push.body).requestId)
const isSignedBy = (secret: string, push: { signature: string | undefined; body: string } | undefined) =>
  push?.signature === createHmac('sha256', secret).update(`hmacsha256=${push?.body}`).digest('hex')

test('a push is JSON, announces only, and is signed over the raw bytes with the child’s secret', async () => {
  const { requestId } = startExport()
  await world.running.settle()
  const [push] = world.receiver.pushes
  expect(push?.contentType).toBe('application/json')
  expect(push?.body).toBe(`{"type":"EXPORT_CANDIDATE_PROFILE","requestId":"${requestId}"}`)
  expect(push?.signature).toMatch(/^[0-9a-f]{64}$/)
  expect(isSignedBy(world.customer.clientSecret, push)).toBe(true)
  expect(pushOf(requestId)).toMatchObject({ state: 'delivered', nextAttemptAt: null })
})

test.each([200, 202, 204])('%i acknowledges', async status => {
  world.receiver.pushStatus = status
  const { requestId } = startExport()
  await world.running.settle()
  expect(pushOf(requestId)?.state).toBe('delivered')
})

test('no 2xx: again every five minutes for eight hours, then no more', async () => {
  world.receiver.pushStatus = 503
  const { requestId, exportedAt } = startExport()
  await world.running.settle()
  expect(pushOf(requestId)).toMatchObject({ state: 'waiting', nextAttemptAt: exportedAt + 5 * MINUTE })
  await world.running.clock.advance(5 * MINUTE - 1)
  expect(world.receiver.pushes).toHaveLength(1)
  await world.running.clock.advance(1)
  expect(world.receiver.pushes).toHaveLength(2)
  await world.running.clock.advance(8 * HOUR)
  const push = pushOf(requestId)
  expect(push?.state).toBe('given-up')
  expect(push?.attempts).toHaveLength(97)
  expect(push?.attempts.map(attempt => attempt.at - exportedAt)).toEqual(
    Array.from({ length: 97 }, (_, at) => at * 5 * MINUTE),
  )
  expect(new Set(receivedIds())).toEqual(new Set([requestId]))
  await world.running.clock.advance(8 * HOUR)
  expect(world.receiver.pushes).toHaveLength(97)
})

test('a retry that is accepted ends it', async () => {
  world.receiver.pushStatus = 500
  const { requestId } = startExport()
  await world.running.settle()
  world.receiver.pushStatus = 204
  await world.running.clock.advance(8 * HOUR)
  expect(pushOf(requestId)).toMatchObject({ state: 'delivered', attempts: [{ status: 500 }, { status: 204 }] })
})

test('a redirect is no acknowledgement, and nobody there is a failure with its reason', async () => {
  world.receiver.pushStatus = 302
  const { requestId } = startExport()
  await world.running.settle()
  expect(pushOf(requestId)?.attempts).toMatchObject([{ status: 302, failure: null }])
  await world.receiver.stop()
  await world.running.clock.advance(5 * MINUTE)
  expect(pushOf(requestId)?.attempts[1]).toMatchObject({ status: null, failure: 'not reachable' })
})

test('a moved CALLBACK_URL gets the retries', async () => {
  world.receiver.pushStatus = 500
  const { requestId } = startExport()
  await world.running.settle()
  world.receiver.pushStatus = 200
  await configure(world.customer, 'CALLBACK_URL', world.receiver.url.replace('9f2c', 'moved'))
  await world.running.clock.advance(5 * MINUTE)
  expect(pushOf(requestId)?.state).toBe('delivered')
  expect(world.running.sandbox.traffic.list({ direction: 'out' }).at(-1)?.path).toContain('/hooks/linkedin/moved')
})

test('turning one-click export off ends waiting exports at once', async () => {
  world.receiver.pushStatus = 500
  const { requestId } = startExport()
  await world.running.settle()
  world.receiver.pushStatus = 200
  await steer(world.running, world.customer, 'disable', 'company')
  await world.running.settle()
  expect(pushOf(requestId)).toMatchObject({ state: 'given-up' })
  expect(pushOf(requestId)?.attempts.at(-1)?.failure).toBe('one-click export was turned off')
  await world.running.clock.advance(HOUR)
  expect(receivedIds().filter(id => id === requestId)).toHaveLength(1)
})

const addFault = (json: Record<string, unknown>) =>
  wireCall(world.running.url, 'POST /_sandbox/faults', { json: { on: 'push', ...json } })

test('fault lost: nothing is ever sent', async () => {
  await addFault({ kind: 'lost', count: 1 })
  const { requestId } = startExport()
  await world.running.clock.advance(HOUR)
  expect(pushOf(requestId)?.state).toBe('lost')
  expect(world.receiver.pushes).toEqual([])
})

test('fault duplicated: the same bytes twice', async () => {
  await addFault({ kind: 'duplicated', count: 1 })
  startExport()
  await world.running.settle()
  expect(world.receiver.pushes).toHaveLength(2)
  expect(world.receiver.pushes[0]).toEqual(world.receiver.pushes[1])
})

test('fault delayed: later by the clock', async () => {
  await addFault({ kind: 'delayed', delayMs: 7 * MINUTE, count: 1 })
  startExport()
  await world.running.clock.advance(7 * MINUTE - 1)
  expect(world.receiver.pushes).toEqual([])
  await world.running.clock.advance(1)
  expect(world.receiver.pushes).toHaveLength(1)
})

test('fault reordered: the next one overtakes, or it goes alone after a minute', async () => {
  await addFault({ kind: 'reordered', count: 1 })
  const first = startExport(0)
  const second = startExport(1)
  await world.running.settle()
  expect(receivedIds()).toEqual([second.requestId, first.requestId])
  await addFault({ kind: 'reordered', count: 1 })
  const third = startExport(2)
  await world.running.settle()
  expect(receivedIds()).toHaveLength(2)
  await world.running.clock.advance(MINUTE)
  expect(receivedIds().at(-1)).toBe(third.requestId)
})

test('fault forged: an impostor’s copy comes first, with a signature of another secret, and only once', async () => {
  await addFault({ kind: 'forged', count: 1 })
  world.receiver.pushStatus = 401
  startExport()
  await world.running.settle()
  const [forged, real] = world.receiver.pushes
  expect(forged?.body).toBe(real?.body)
  expect(isSignedBy(world.customer.clientSecret, forged)).toBe(false)
  expect(isSignedBy(world.customer.clientSecret, real)).toBe(true)
  await world.running.clock.advance(5 * MINUTE)
  expect(world.receiver.pushes).toHaveLength(3)
  expect(isSignedBy(world.customer.clientSecret, world.receiver.pushes[2])).toBe(true)
})
