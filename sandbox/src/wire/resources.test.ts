import { coverage } from '@lodestone/rsc/coverage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { resources } from './resources.ts'

let world: Connected
beforeAll(async () => {
  world = await startConnected()
})
afterAll(() => world.stop())

const documented = coverage.filter(call => call.generation === 'v2' && call.definedBy === 'LinkedIn')

/** `GET /seatsV2?q=attributes` of the table is `finder attributes` of `seatsV2` here. */
function nameHere(call: { address: string; restliMethod: string | null }): string {
  const [path = '', query = ''] = call.address.split('?')
  const finder = query.startsWith('q=') ? ` ${query.slice(2)}` : ''
  return `${path.slice(1).replace(/\{[^}]*\}/g, '{}')}: ${call.restliMethod}${finder}`
}

const answeredHere = resources.flatMap(resource =>
  Object.keys(resource.methods).map(method => `${resource.path}: ${method}`),
)

test('what the table of documented calls lists as built is answered here, and nothing else', () => {
  const built = documented.filter(call => call.state !== 'planned').map(nameHere)
  expect([...answeredHere].sort()).toEqual([...built].sort())
})

test('a planned call is unknown here, whoever makes it', async () => {
  const planned = documented.filter(call => call.state === 'planned' && call.method !== '*')
  const unknown = planned.filter(call => !resources.some(resource => nameHere(call).startsWith(`${resource.path}:`)))
  expect(unknown.length).toBeGreaterThan(5)
  for (const call of unknown) {
    const resource = call.address.slice(1).split(/[/?]/)[0]
    const answer = await world.customer.call(`${call.method} /v2${call.address.replace('{key}', 'a=b')}`)
    expect([answer.status, answer.body.message]).toEqual([404, `Resource ${resource} does not exist`])
  }
})
