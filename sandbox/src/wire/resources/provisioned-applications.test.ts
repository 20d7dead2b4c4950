import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../start-sandbox.ts'
import { takeParentToken } from '../../testing/customer.ts'
import { type Answer, type HandWritten, wireCall } from '../../testing/wire-call.ts'

let running: RunningSandbox
let token: string
beforeEach(async () => {
  running = await startSandbox({ port: 0 })
  token = await takeParentToken(running)
})
afterEach(() => running.stop())

const call = (line: string, parts: HandWritten = {}): Promise<Answer> =>
  wireCall(running.url, line, { token, ...parts })
const order = {
  uniqueForeignId: 'tenant-0042',
  name: 'Lodestone - Harbour Foods',
  description: 'Harbour Foods production',
  oauth2AuthorizedCallbackUrls: ['https://ats.harbour.example/oauth/linkedin'],
  validJsSdkDomains: ['https://ats.harbour.example'],
}
const find = 'GET /v2/provisionedApplications?q=credentialsByUniqueForeignId&uniqueForeignId=tenant-0042'

test('the secret is told at birth and never again', async () => {
  const created = await call('POST /v2/provisionedApplications', { json: order })
  expect(created.status).toBe(201)
  expect(Object.keys(created.body)).toEqual(['key', 'credentials'])
  expect(created.body.key).toMatch(/^urn:li:developerApplication:\d+$/)
  expect(Object.keys(created.body.credentials)).toEqual(['client_id', 'client_secret'])
  expect(created.body.credentials.client_secret).toMatch(/[+/=]/)

  const found = await call(find)
  expect(found.body.elements).toEqual([
    { key: created.body.key, ...order, credentials: { client_id: created.body.credentials.client_id } },
  ])
  expect(found.text).not.toContain(created.body.credentials.client_secret)
})

test('a search without the tenant is refused', async () => {
  const { status, body } = await call('GET /v2/provisionedApplications?q=credentialsByUniqueForeignId')
  expect([status, body.message]).toEqual([400, 'Parameter uniqueForeignId is required'])
})

test('an unknown tenant is an empty list', async () => {
  expect((await call(find)).body).toEqual({ elements: [], paging: { start: 0, count: 10, total: 0, links: [] } })
})

test('a second application for the same tenant is a conflict', async () => {
  await call('POST /v2/provisionedApplications', { json: order })
  const again = await call('POST /v2/provisionedApplications', { json: { ...order, name: 'Other' } })
  expect([again.status, again.body.message]).toEqual([
    409,
    'An application with uniqueForeignId tenant-0042 already exists.',
  ])
})

const refusals: Array<[string, Record<string, unknown>, number, string]> = [
  [
    'no foreign id',
    { uniqueForeignId: undefined },
    422,
    'ERROR :: /uniqueForeignId :: field is required but not found and has no default value',
  ],
  [
    'no description',
    { description: undefined },
    422,
    'ERROR :: /description :: field is required but not found and has no default value',
  ],
  [
    'a name of 51 characters',
    { name: 'x'.repeat(51) },
    422,
    'ERROR :: /name :: length or value is out of range, at most 50 is allowed',
  ],
  ['LinkedIn in the name', { name: 'My linkedin tool' }, 422, 'ERROR :: /name :: must not contain "LinkedIn"'],
  [
    'an origin with a slash at its end',
    { validJsSdkDomains: ['https://ats.harbour.example/'] },
    422,
    'ERROR :: /validJsSdkDomains/0 :: must be an origin such as https://ats.example, without a slash at the end',
  ],
  [
    'a relative callback',
    { oauth2AuthorizedCallbackUrls: ['/oauth'] },
    422,
    'ERROR :: /oauth2AuthorizedCallbackUrls/0 :: must be a full http(s) address',
  ],
  ['a number as name', { name: 7 }, 422, 'ERROR :: /name :: 7 cannot be coerced to String'],
  [
    'an unknown field',
    { colour: 'red' },
    403,
    'Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [/colour]',
  ],
]

test.each(refusals)('%s is refused', async (_, changes, status, message) => {
  const answer = await call('POST /v2/provisionedApplications', { json: { ...order, ...changes } })
  expect([answer.status, answer.body.message]).toEqual([status, message])
  expect(running.store.applications.list(each => each.kind === 'child')).toEqual([])
})

test('the content type is compulsory', async () => {
  const answer = await call('POST /v2/provisionedApplications', {
    text: JSON.stringify(order),
    headers: { 'Content-Type': 'text/plain' },
  })
  expect([answer.status, answer.body.message]).toEqual([415, 'Content-Type must be application/json'])
})

test('an update replaces whole lists and nothing else', async () => {
  const { body } = await call('POST /v2/provisionedApplications', { json: order })
  const changed = await call(`POST /v2/provisionedApplications/${body.key}`, {
    json: { patch: { $set: { validJsSdkDomains: ['https://new.harbour.example'] } } },
  })
  expect([changed.status, changed.text]).toEqual([204, ''])
  const [element] = (await call(find)).body.elements
  expect(element.validJsSdkDomains).toEqual(['https://new.harbour.example'])
  expect(element.oauth2AuthorizedCallbackUrls).toEqual(order.oauth2AuthorizedCallbackUrls)
})

test('an update of nobody, or of the name, is refused', async () => {
  const nobody = await call('POST /v2/provisionedApplications/urn:li:developerApplication:1', {
    json: { patch: { $set: { validJsSdkDomains: [] } } },
  })
  expect([nobody.status, nobody.body.message]).toEqual([
    404,
    'The application urn:li:developerApplication:1 does not exist.',
  ])
  const { body } = await call('POST /v2/provisionedApplications', { json: order })
  const name = await call(`POST /v2/provisionedApplications/${body.key}`, {
    json: { patch: { $set: { name: 'New' } } },
  })
  expect(name.status).toBe(403)
  expect(name.body.message).toContain('[/patch/$set/name]')
})
