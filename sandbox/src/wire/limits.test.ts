import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'

let world: Connected
beforeAll(async () => {
  world = await startConnected()
})
afterAll(() => world.stop())

const text = (length: number) => 'x'.repeat(length)

test('a query string of 4 KB passes, one byte more does not', async () => {
  const longest = `q=request&requestId=${text(4096 - 'q=request&requestId='.length)}`
  expect((await world.customer.call(`GET /v2/exportedCandidates?${longest}`)).status).toBe(404)
  const answer = await world.customer.call(`GET /v2/exportedCandidates?${longest}x`)
  expect(answer.status).toBe(414)
  expect(answer.body).toEqual({
    message: 'Request-URI Too Long: query string has 4097 bytes, the limit is 4096',
    serviceErrorCode: 0,
    status: 414,
  })
})

test('a path segment has the same limit', async () => {
  const answer = await world.customer.call(`GET /v2/atsIntegrations/${text(4097)}/configurations?ids=A`)
  expect([answer.status, answer.body.message]).toEqual([
    414,
    'Request-URI Too Long: path segment has 4097 bytes, the limit is 4096',
  ])
})

test('so has the URL as a whole, at 8 KB', async () => {
  const answer = await world.customer.call(`GET /v2/${text(4000)}/${text(4000)}/${text(200)}`)
  expect(answer.status).toBe(414)
  expect(answer.body.message).toMatch(/^Request-URI Too Long: URL has \d+ bytes, the limit is 8192$/)
})

test('and headers and address together, at 28 KB', async () => {
  const answer = await world.customer.call('GET /v2/me', { headers: { 'X-Filler': text(28 * 1024) } })
  expect(answer.status).toBe(414)
  expect(answer.body.message).toMatch(/^Request-URI Too Long: request head has \d+ bytes, the limit is 28672$/)
})

test('size is judged before the token', async () => {
  const response = await fetch(`${world.running.url}/v2/me?${text(5000)}`)
  expect(response.status).toBe(414)
})
