import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { organization } from '../testing/customer.ts'

let world: Connected
beforeAll(async () => {
  world = await startConnected()
})
afterAll(() => world.stop())

const key = `atsEntityAclId=t&dataProvider=ATS&integrationContext=${organization}&atsEntityType=JOB_POSTING&atsEntityId=J`
const ids = key
  .split('&')
  .map(part => `ids[0].${part}`)
  .join('&')
const json = JSON.stringify({ entities: { [key]: {} } })
const form = 'application/x-www-form-urlencoded'
const twoParts = (first = form, second = 'application/json') =>
  `--B-1\r\nContent-Type: ${first}\r\n\r\n${ids}\r\n--B-1\r\nContent-Type: ${second}\r\n\r\n${json}\r\n--B-1--`
const multipart = 'multipart/mixed; boundary=B-1'

test('with body: two parts, the query first', async () => {
  const answer = await world.customer.call('POST /v2/atsEntityAcls', {
    headers: { 'X-HTTP-Method-Override': 'PUT', 'x-restli-method': 'batch_update', 'Content-Type': multipart },
    text: twoParts(),
  })
  expect([answer.status, Object.values(answer.body.results)]).toEqual([200, [{ status: 204 }]])
  const [recorded] = world.running.sandbox.traffic.list({ resource: 'atsEntityAcls' }).slice(-1)
  expect(recorded).toMatchObject({
    method: 'PUT',
    sentMethod: 'POST',
    isTunnelled: true,
    query: ids,
    requestBody: json,
  })
})

test('without body: the query is the form', async () => {
  const answer = await world.customer.call('POST /v2/atsEntityAcls', {
    headers: { 'X-HTTP-Method-Override': 'DELETE', 'Content-Type': form },
    text: ids,
  })
  expect([answer.status, Object.values(answer.body.results)]).toEqual([200, [{ status: 204 }]])
  const read = await world.customer.call('POST /v2/atsEntityAcls', {
    headers: { 'X-HTTP-Method-Override': 'GET', 'Content-Type': form },
    text: `q=criteria&atsEntityId=J&atsEntityType=JOB_POSTING&dataProvider=ATS&integrationContext=${organization}`,
  })
  expect([read.status, read.body.elements]).toEqual([200, []])
})

const refusals: Array<[string, string, Record<string, string>, string, string]> = [
  [
    'an unknown verb',
    'POST /v2/atsEntityAcls',
    { 'X-HTTP-Method-Override': 'PATCH', 'Content-Type': form },
    ids,
    '"PATCH" is not a method to tunnel',
  ],
  [
    'a query in the address',
    'POST /v2/atsEntityAcls?a=1',
    { 'X-HTTP-Method-Override': 'DELETE', 'Content-Type': form },
    ids,
    'a tunnelled request has its whole query in the body',
  ],
  [
    'the header on a PUT',
    `PUT /v2/atsEntityAcls?${ids}`,
    { 'X-HTTP-Method-Override': 'PUT', 'Content-Type': 'application/json' },
    json,
    'X-HTTP-Method-Override is allowed with POST only',
  ],
  [
    'JSON as content type',
    'POST /v2/atsEntityAcls',
    { 'X-HTTP-Method-Override': 'PUT', 'Content-Type': 'application/json' },
    json,
    'Content-Type must be application/x-www-form-urlencoded or multipart/mixed, not "application/json"',
  ],
  [
    'no boundary',
    'POST /v2/atsEntityAcls',
    { 'X-HTTP-Method-Override': 'PUT', 'Content-Type': 'multipart/mixed' },
    twoParts(),
    'multipart/mixed names no boundary',
  ],
  [
    'parts the wrong way round',
    'POST /v2/atsEntityAcls',
    { 'X-HTTP-Method-Override': 'PUT', 'Content-Type': multipart },
    twoParts('application/json', form),
    'a part is "application/json" where application/x-www-form-urlencoded belongs',
  ],
  [
    'one part',
    'POST /v2/atsEntityAcls',
    { 'X-HTTP-Method-Override': 'PUT', 'Content-Type': multipart },
    `--B-1\r\nContent-Type: ${form}\r\n\r\n${ids}\r\n--B-1--`,
    'multipart/mixed must hold exactly two parts: the query, then the body',
  ],
  [
    'line ends without carriage return',
    'POST /v2/atsEntityAcls',
    { 'X-HTTP-Method-Override': 'PUT', 'Content-Type': multipart },
    twoParts().replaceAll('\r', ''),
    'multipart/mixed must hold exactly two parts: the query, then the body',
  ],
  [
    'a DELETE with body',
    'POST /v2/atsEntityAcls',
    { 'X-HTTP-Method-Override': 'DELETE', 'Content-Type': multipart },
    twoParts(),
    'a tunnelled DELETE has no body of its own',
  ],
]

test.each(refusals)('%s is refused', async (_, line, headers, text, message) => {
  const answer = await world.customer.call(line, { headers, text })
  expect([answer.status, answer.body.message]).toEqual([400, `Query tunnelling: ${message}`])
})
