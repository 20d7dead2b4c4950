import { expect, test } from 'vitest'
import { createTestClient } from '../testing/test-client.ts'
import { getMe } from './me.ts'
import { listSeats, seatsQuerySchema } from './seats.ts'

const contractUrn = 'urn:li:contract:9917'
const seat = (id: number) => ({ id, contract: contractUrn, member: `urn:li:person:m${id}`, state: 'ACTIVE' })

test('always says where to start and walks the pages', async () => {
  const all = [1, 2, 3].map(seat)
  const { client, calls } = createTestClient(request => {
    if (request.path !== '/v2/seatsV2') return undefined
    const { start, count } = seatsQuerySchema.parse(Object.fromEntries(new URLSearchParams(request.query)))
    return { json: { elements: all.slice(start, start + count), paging: { start, count, links: [] } } }
  })
  const urns: string[] = []
  for (let start: number | null = 0; start !== null; ) {
    const page = await listSeats(client, { contractUrn, start, count: 2 })
    urns.push(...page.elements.map(element => element.seatUrn))
    start = page.nextStart
  }
  expect(urns).toEqual(['urn:li:seat:1', 'urn:li:seat:2', 'urn:li:seat:3'])
  expect(calls().map(request => request.query)).toEqual([
    `q=attributes&contracts=${contractUrn}&start=0&count=2`,
    `q=attributes&contracts=${contractUrn}&start=2&count=2`,
  ])
})

test('a seat that cannot be read does not hide the others', async () => {
  const { client } = createTestClient(request =>
    request.path === '/v2/seatsV2' ? { json: { elements: [{ state: 'ACTIVE' }, seat(2)] } } : undefined,
  )
  const page = await listSeats(client, { contractUrn, start: 0 })
  expect(page.elements.map(element => element.seatUrn)).toEqual(['urn:li:seat:2'])
  expect(page.unreadable).toEqual([{ state: 'ACTIVE' }])
})

test('without contract level the call is forbidden', async () => {
  const { client } = createTestClient(request => (request.path === '/v2/seatsV2' ? { status: 403 } : undefined))
  await expect(listSeats(client, { contractUrn, start: 0 })).rejects.toMatchObject({ kind: 'forbidden' })
})

test("who a member is, by the member's own token", async () => {
  const { client, requests } = createTestClient(() => ({ json: { id: 'hT4_q-9Z' } }))
  expect(await getMe(client, 'AQV-member')).toEqual({ personId: 'hT4_q-9Z', personUrn: 'urn:li:person:hT4_q-9Z' })
  expect(requests).toMatchObject([
    { method: 'GET', path: '/v2/me', query: 'fields=id', headers: { authorization: 'Bearer AQV-member' } },
  ])
})
