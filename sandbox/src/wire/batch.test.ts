import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { organization } from '../testing/customer.ts'

let world: Connected
beforeAll(async () => {
  world = await startConnected()
})
afterAll(() => world.stop())

const put = { 'x-restli-method': 'batch_update' }
const query = (at: number, list: string, job: string) =>
  `ids[${at}].atsEntityAclId=${list}&ids[${at}].dataProvider=ATS&ids[${at}].integrationContext=${organization}&ids[${at}].atsEntityType=JOB_POSTING&ids[${at}].atsEntityId=${job}`
const bodyKey = (list: string, job: string) =>
  `atsEntityAclId=${list}&dataProvider=ATS&integrationContext=${organization}&atsEntityType=JOB_POSTING&atsEntityId=${job}`
const encodedOrganization = encodeURIComponent(organization)
const answerKey = (list: string, job: string) =>
  `atsEntityAclId=${list}&atsEntityId=${job}&atsEntityType=JOB_POSTING&dataProvider=ATS&integrationContext=${encodedOrganization}`

test('answers carry sorted, encoded keys and a verdict of 204', async () => {
  const { status, body, headers } = await world.customer.call(`PUT /v2/atsEntityAcls?${query(0, 'g1', 'JOB-1')}`, {
    headers: put,
    json: { entities: { [bodyKey('g1', 'JOB-1')]: {} } },
  })
  expect(status).toBe(200)
  expect(body).toEqual({ results: { [answerKey('g1', 'JOB-1')]: { status: 204 } }, errors: {} })
  expect(headers.get('x-restli-protocol-version')).toBe('1.0.0')
})

test('brackets may be encoded, groups in any order and with gaps, parts in any order', async () => {
  const { status, body } = await world.customer.call(
    `PUT /v2/atsEntityAcls?${query(7, 'g2', 'B').replaceAll('[', '%5B').replaceAll(']', '%5D')}&${query(2, 'g2', 'A')}`,
    {
      headers: put,
      json: {
        entities: {
          [bodyKey('g2', 'A').split('&').reverse().join('&')]: {},
          [bodyKey('g2', 'B').replace(organization, encodedOrganization)]: {},
        },
      },
    },
  )
  expect(status).toBe(200)
  expect(Object.keys(body.results)).toEqual([answerKey('g2', 'A'), answerKey('g2', 'B')])
})

test('an id with every awkward character survives, and comes back encoded like a form', async () => {
  const awkward = 'Plan & rol=1% +x/ü'
  const encoded = encodeURIComponent(awkward)
  const { status, body } = await world.customer.call(`PUT /v2/atsEntityAcls?${query(0, 'g3', encoded)}`, {
    headers: put,
    json: { entities: { [bodyKey('g3', encoded)]: {} } },
  })
  expect(status).toBe(200)
  expect(Object.keys(body.results)).toEqual([answerKey('g3', encoded.replaceAll('%20', '+'))])
  expect(world.running.store.entityAcls.findWhere(acl => acl.atsEntityAclId === 'g3')?.atsEntityId).toBe(awkward)
})

const key2 = (job: string) =>
  `(atsEntityAclId:g4,atsEntityId:${job},atsEntityType:JOB_POSTING,dataProvider:ATS,integrationContext:${encodedOrganization})`

test('protocol 2.0.0: lists in parentheses, with and without the parameter block', async () => {
  const { status, body, headers } = await world.customer.call(
    `PUT /v2/atsEntityAcls?ids=List(${key2('A')},${key2('B%2C1')})`,
    {
      headers: { ...put, 'X-RestLi-Protocol-Version': '2.0.0' },
      json: { entities: { [key2('A')]: {}, [key2('B%2C1').replace('(', '($params:(),')]: {} } },
    },
  )
  expect(status).toBe(200)
  expect(body.results).toEqual({ [key2('A')]: { status: 204 }, [key2('B%2C1')]: { status: 204 } })
  expect(headers.get('x-restli-protocol-version')).toBe('2.0.0')
})

const refusals: Array<[string, string, Record<string, string>, unknown, string]> = [
  [
    '2.0.0 keys without the header',
    `ids=List(${key2('A')})`,
    put,
    { entities: { [key2('A')]: {} } },
    'Batch key parameter value is invalid',
  ],
  [
    '1.0.0 keys with the 2.0.0 header',
    query(0, 'g', 'A'),
    { ...put, 'X-RestLi-Protocol-Version': '2.0.0' },
    { entities: { [bodyKey('g', 'A')]: {} } },
    'Batch key parameter value is invalid',
  ],
  [
    'another protocol',
    query(0, 'g', 'A'),
    { ...put, 'X-RestLi-Protocol-Version': '3.0.0' },
    { entities: {} },
    'Rest.li protocol version 3.0.0 is not supported',
  ],
  ['no ids', '', put, { entities: {} }, 'Batch key parameter value is invalid'],
  [
    'a key without one part',
    query(0, 'g', 'A').replace('&ids[0].dataProvider=ATS', ''),
    put,
    { entities: { [bodyKey('g', 'A')]: {} } },
    'Batch key parameter value is invalid',
  ],
  [
    'another data provider',
    query(0, 'g', 'A').replace('=ATS', '=CRM'),
    put,
    { entities: {} },
    'Batch key parameter value is invalid',
  ],
  [
    'a wrong URN',
    query(0, 'g', 'A').replace('organization', 'contract'),
    put,
    { entities: {} },
    'Batch key parameter value is invalid',
  ],
  ['comma separated ids', 'ids=A,B', put, { entities: {} }, 'Batch key parameter value is invalid'],
  ['no entities', query(0, 'g', 'A'), put, {}, "Batch request body has no 'entities' object"],
  [
    'an entity that was not asked for',
    query(0, 'g', 'A'),
    put,
    { entities: { [bodyKey('g', 'A')]: {}, [bodyKey('g', 'B')]: {} } },
    `Batch request mismatch. Entity key '${bodyKey('g', 'B')}' not found in the query parameter.`,
  ],
  [
    'an id without entity',
    `${query(0, 'g', 'A')}&${query(1, 'g', 'B')}`,
    put,
    { entities: { [bodyKey('g', 'A')]: {} } },
    `Batch request mismatch. URI keys: '${answerKey('g', 'A')}, ${answerKey('g', 'B')}' Entity keys: '${bodyKey('g', 'A')}'`,
  ],
  [
    'one key in two spellings',
    query(0, 'g', 'A'),
    put,
    { entities: { [bodyKey('g', 'A')]: {}, [answerKey('g', 'A')]: {} } },
    `Duplicate key in batch request body: '${answerKey('g', 'A')}'`,
  ],
  [
    'one id twice',
    `${query(0, 'g', 'A')}&${query(1, 'g', 'A')}`,
    put,
    { entities: { [bodyKey('g', 'A')]: {} } },
    `Duplicate key in batch request query: '${answerKey('g', 'A')}'`,
  ],
  [
    'a method that does not fit the verb',
    query(0, 'g', 'A'),
    { 'x-restli-method': 'batch_get' },
    { entities: {} },
    "Rest.li method 'batch_get' cannot be called with PUT",
  ],
]

test.each(refusals)('%s is refused as a whole', async (_, ids, headers, json, message) => {
  const before = world.running.store.entityAcls.size
  const answer = await world.customer.call(`PUT /v2/atsEntityAcls?${ids}`, { headers, json })
  expect(answer.body).toEqual({ message, serviceErrorCode: 0, status: 400 })
  expect(answer.status).toBe(400)
  expect(world.running.store.entityAcls.size).toBe(before)
})

test('101 records are one too many', async () => {
  const numbers = Array.from({ length: 101 }, (_, at) => at)
  const form = (count: number) => {
    const some = numbers.slice(0, count)
    const ids = some.map(at => query(at, 'many', String(at))).join('&')
    const json = JSON.stringify({ entities: Object.fromEntries(some.map(at => [bodyKey('many', String(at)), {}])) })
    return `--b\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${ids}\r\n--b\r\nContent-Type: application/json\r\n\r\n${json}\r\n--b--`
  }
  const headers = { ...put, 'X-HTTP-Method-Override': 'PUT', 'Content-Type': 'multipart/mixed; boundary=b' }
  const tooMany = await world.customer.call('POST /v2/atsEntityAcls', { headers, text: form(101) })
  expect([tooMany.status, tooMany.body.message]).toEqual([
    400,
    'Batch size 101 is more than the maximum of 100 records',
  ])
  const enough = await world.customer.call('POST /v2/atsEntityAcls', { headers, text: form(100) })
  expect([enough.status, Object.keys(enough.body.results).length]).toEqual([200, 100])
})

test('each record has its own verdict, and the call is still a 200', async () => {
  const { status, body } = await world.customer.call(
    `PUT /v2/atsEntityAcls?${query(0, 'mix', 'A')}&${query(1, 'mix', 'B')}`,
    {
      headers: put,
      json: { entities: { [bodyKey('mix', 'A')]: {}, [bodyKey('mix', 'B')]: { colour: 'red' } } },
    },
  )
  expect(status).toBe(200)
  expect(body.results).toEqual({ [answerKey('mix', 'A')]: { status: 204 } })
  expect(body.errors).toEqual({
    [answerKey('mix', 'B')]: {
      message:
        'Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [/colour]',
      serviceErrorCode: 0,
      status: 403,
    },
  })
})

test('without the header PUT with ids is a batch_update, and its name may be in capitals', async () => {
  for (const headers of [{}, { 'X-RestLi-Method': 'BATCH_UPDATE' }]) {
    const answer = await world.customer.call(`PUT /v2/atsEntityAcls?${query(0, 'h', 'A')}`, {
      headers,
      json: { entities: { [bodyKey('h', 'A')]: {} } },
    })
    expect(answer.status).toBe(200)
  }
})

test('bodies must be JSON and say so', async () => {
  const path = `PUT /v2/atsEntityAcls?${query(0, 'g', 'A')}`
  const broken = await world.customer.call(path, {
    headers: { ...put, 'Content-Type': 'application/json' },
    text: '{"entities":',
  })
  expect([broken.status, broken.body.message]).toEqual([400, 'Request body is not valid JSON'])
  const unnamed = await world.customer.call(path, { headers: { ...put, 'Content-Type': 'text/plain' }, text: '{}' })
  expect([unnamed.status, unnamed.body.message]).toEqual([415, 'Content-Type must be application/json'])
})

test('a method that the resource does not have needs a permission that nobody has', async () => {
  const answer = await world.customer.call(`GET /v2/atsEntityAcls?${query(0, 'g', 'A')}`)
  expect([answer.status, answer.body.message]).toEqual([403, 'Not enough permissions to access: GET /atsEntityAcls'])
})

test('calls of other issues are unknown here, and recorded all the same', async () => {
  const answer = await world.customer.call('POST /v2/hireMediaUrl', { json: {} })
  expect([answer.status, answer.body]).toEqual([
    404,
    { message: 'Resource hireMediaUrl does not exist', serviceErrorCode: 0, status: 404 },
  ])
  expect(world.running.sandbox.traffic.count({ resource: 'hireMediaUrl' })).toBe(1)
  const rest = await world.customer.call('GET /rest/integrations?q=request&requestId=1', {
    headers: { 'LinkedIn-Version': '202604' },
  })
  expect([rest.status, rest.body.message]).toEqual([404, 'Resource integrations does not exist'])
})
