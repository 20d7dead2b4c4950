import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../start-sandbox.ts'
import { type Customer, connect, nameEverything, provision, setCallbackUrl, steer } from '../testing/customer.ts'
import { type Receiver, startReceiver } from '../testing/receiver.ts'
import { revalidateCallbackUrl } from './challenge.ts'

const HOUR = 3_600_000

let running: RunningSandbox
let receiver: Receiver
let customer: Customer
beforeEach(async () => {
  running = await startSandbox({ port: 0 })
  running.clock.freeze()
  receiver = await startReceiver('/hooks/linkedin/9f2c?tenant=nl')
  customer = await provision(running)
  receiver.secret = customer.clientSecret
  await steer(running, customer, 'request', 'company')
})
afterEach(async () => {
  await running.stop()
  await receiver.stop()
})

const endpoint = () => running.store.callbackEndpoints.get(customer.clientId)

test('registration is answered at once and validated then, with a fresh code and the application’s id', async () => {
  const answer = await setCallbackUrl(customer, receiver.url)
  expect(answer.body.results.CALLBACK_URL).toEqual({ status: 204 })
  await running.settle()
  expect(receiver.challenges).toHaveLength(1)
  const query = new URLSearchParams(receiver.challenges[0])
  expect(query.get('challengeCode')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(query.get('applicationId')).toBe(customer.clientId)
  expect(query.get('tenant')).toBe('nl')
  expect(endpoint()).toMatchObject({ state: 'validated', failuresInRow: 0, lastFailure: null })
})

test('it is repeated every two hours with another code', async () => {
  await setCallbackUrl(customer, receiver.url)
  await running.settle()
  await running.clock.advance(2 * HOUR - 1)
  expect(receiver.challenges).toHaveLength(1)
  await running.clock.advance(1)
  expect(receiver.challenges).toHaveLength(2)
  await running.clock.advance(10 * HOUR)
  expect(receiver.challenges).toHaveLength(7)
  expect(new Set(receiver.challenges).size).toBe(7)
})

test.each([
  ['wrong status', 'status 202 instead of 200'],
  ['plain text', 'content type "text/plain" instead of application/json'],
  ['extra member', 'the body is not exactly {"challengeCode", "challengeResponse"}'],
] as const)('%s fails it', async (behaviour, failure) => {
  receiver.challengeBehaviour = behaviour
  await setCallbackUrl(customer, receiver.url)
  await running.settle()
  expect(endpoint()).toMatchObject({ state: 'failing', failuresInRow: 1, lastFailure: failure })
})

test('a wrong secret fails it', async () => {
  receiver.secret = 'stolen'
  await setCallbackUrl(customer, receiver.url)
  await running.settle()
  expect(endpoint().lastFailure).toBe('the challengeResponse is wrong')
})

test('no answer within three seconds fails it', async () => {
  receiver.challengeBehaviour = 'silent'
  await setCallbackUrl(customer, receiver.url)
  const startedAt = performance.now()
  await running.settle()
  expect(performance.now() - startedAt).toBeGreaterThan(2_500)
  expect(endpoint().lastFailure).toBe('no answer within 3 seconds')
})

test('three failures in a row block: no challenges and no pushes until it is validated by hand', async () => {
  await connect(running, customer, { level: 'company', receiver })
  receiver.pushes.length = 0
  receiver.challengeBehaviour = 'wrong status'
  await running.clock.advance(4 * HOUR)
  expect(endpoint()).toMatchObject({ state: 'failing', failuresInRow: 2 })
  await running.clock.advance(2 * HOUR)
  expect(endpoint()).toMatchObject({ state: 'blocked', failuresInRow: 3, nextCheckAt: null })
  const challengesSoFar = receiver.challenges.length
  await steer(running, customer, 'disable', 'company')
  await running.clock.advance(6 * HOUR)
  expect(receiver.challenges).toHaveLength(challengesSoFar)
  expect(receiver.pushes).toEqual([])
  const [waiting] = running.store.pushes.list(push => push.state === 'waiting')
  expect(waiting?.attempts.at(-1)?.failure).toBe('the CALLBACK_URL is blocked after three failed challenges')

  receiver.challengeBehaviour = 'right'
  expect(await revalidateCallbackUrl(running.sandbox, customer.clientId)).toMatchObject({ state: 'validated' })
  await running.clock.advance(5 * 60_000)
  expect(receiver.pushes).toHaveLength(1)
})

test('one success clears the count of failures', async () => {
  await setCallbackUrl(customer, receiver.url)
  await running.settle()
  receiver.challengeBehaviour = 'plain text'
  await running.clock.advance(4 * HOUR)
  expect(endpoint().failuresInRow).toBe(2)
  receiver.challengeBehaviour = 'right'
  await running.clock.advance(2 * HOUR)
  expect(endpoint()).toMatchObject({ state: 'validated', failuresInRow: 0 })
})

test('switched off, nobody asks and readiness needs no answer', async () => {
  const calm = await startSandbox({ port: 0, challenge: false })
  try {
    const own = await provision(calm)
    await steer(calm, own, 'request', 'company')
    await nameEverything(own, 'company')
    await setCallbackUrl(own, 'https://hiring.tulpenveld.example/hooks/1')
    await calm.settle()
    const { body } = await steer(calm, own, 'enable', 'company')
    expect(body.company.status).toBe('ENABLED')
    expect(receiver.challenges).toEqual([])
  } finally {
    await calm.stop()
  }
})
