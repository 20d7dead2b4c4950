import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { steer } from '../testing/customer.ts'
import { personUrnFor } from './members.ts'

let world: Connected
beforeAll(async () => {
  world = await startConnected('contract')
})
afterAll(() => world.stop())

const seats = (query: string) => world.customer.call(`GET /v2/seatsV2?q=attributes&${query}`)
const contract = 'contracts=urn:li:contract:771203'

test('a seat tells who sits on it, under this application’s person URN', async () => {
  const { status, body } = await seats(`${contract}&start=0&count=50`)
  expect(status).toBe(200)
  expect(body.paging).toEqual({ start: 0, count: 50, total: 6, links: [] })
  expect(body.elements).toContainEqual({
    id: 55018811,
    firstName: 'Sanne',
    lastName: 'de Wit',
    contract: 'urn:li:contract:771203',
    member: personUrnFor(world.customer.clientId, 'sanne-de-wit'),
    state: 'ACTIVE',
    seatRoles: ['SOURCER_ADD_PROSPECT'],
  })
  expect(body.elements.find((seat: { firstName: string }) => seat.firstName === 'Bram').state).toBe('INACTIVE')
})

test('pages of ten unless asked otherwise, with a link to the next', async () => {
  expect((await seats(`${contract}&start=0`)).body.paging.count).toBe(10)
  const { body } = await seats(`${contract}&start=0&count=4`)
  expect(body.elements).toHaveLength(4)
  const next = await world.customer.call(`GET ${body.paging.links[0].href}`)
  expect([next.body.elements.length, next.body.paging.links]).toEqual([2, []])
})

test('start and contracts are compulsory', async () => {
  const noStart = await seats(contract)
  expect([noStart.status, noStart.body.message]).toEqual([
    400,
    'Parameter start is required and must be a whole number',
  ])
  const noContract = await seats('start=0')
  expect([noContract.status, noContract.body.message]).toEqual([
    400,
    'Parameter contracts is required and must hold contract URNs',
  ])
})

test('a contract that is not open to this application is closed', async () => {
  const other = await seats('contracts=urn:li:contract:771204&start=0')
  expect([other.status, other.body.message]).toEqual([403, 'Not enough permissions to access: GET /seatsV2'])
})

test('protocol 2.0.0 writes contracts as a list', async () => {
  const answer = await world.customer.call(
    'GET /v2/seatsV2?q=attributes&contracts=List(urn%3Ali%3Acontract%3A771203)&start=0',
    {
      headers: { 'X-RestLi-Protocol-Version': '2.0.0' },
    },
  )
  expect([answer.status, answer.body.elements.length]).toEqual([200, 6])
})

test('turning contract level off closes the data at once', async () => {
  await steer(world.running, world.customer, 'disable', 'contract')
  const off = await seats(`${contract}&start=0`)
  expect([off.status, off.body.message]).toEqual([403, 'Not enough permissions to access: GET /seatsV2'])
})
