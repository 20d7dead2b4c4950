import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../start-sandbox.ts'
import {
  type Customer,
  configure,
  connect,
  contract,
  exportIntegration,
  nameEverything,
  organization,
  provision,
  setCallbackUrl,
  steer,
} from '../testing/customer.ts'
import { type Receiver, startReceiver } from '../testing/receiver.ts'
import { wireCall } from '../testing/wire-call.ts'

let running: RunningSandbox
let customer: Customer
let receiver: Receiver
beforeEach(async () => {
  running = await startSandbox({ port: 0 })
  receiver = await startReceiver()
  customer = await provision(running)
  receiver.secret = customer.clientSecret
})
afterEach(async () => {
  await running.stop()
  await receiver.stop()
})

const key = (type: string, context = organization) => ({
  integrationContext: context,
  integrationType: type,
  tenantType: 'RECRUITER',
  dataProvider: 'ATS',
})
const idsOf = (...types: string[]) =>
  types
    .flatMap((type, at) =>
      Object.entries(key(type, type === 'CSA_API' ? contract : organization)).map(
        ([name, value]) => `ids[${at}].${name}=${value}`,
      ),
    )
    .join('&')
const encodedKey = (type: string, context = organization) =>
  `dataProvider=ATS&integrationContext=${encodeURIComponent(context)}&integrationType=${type}&tenantType=RECRUITER`

async function readStatuses(): Promise<Record<string, string>> {
  const { body } = await customer.call(
    `GET /v2/atsIntegrations?${idsOf('ONE_CLICK_EXPORT', 'IN_ATS_INDICATOR', 'PROFILE_PLUGIN', 'CSA_API')}`,
  )
  const statuses: Record<string, string> = {}
  for (const record of Object.values<Record<string, string>>(body.results)) {
    statuses[record.integrationType ?? ''] = record.status ?? ''
  }
  return statuses
}

test('before the request there is nothing: reads are 404 and so are names', async () => {
  const read = await customer.call(`GET /v2/atsIntegrations?${idsOf('ONE_CLICK_EXPORT')}`)
  expect(read.body).toEqual({
    results: {},
    statuses: {},
    errors: {
      [encodedKey('ONE_CLICK_EXPORT')]: { message: 'The record does not exist', serviceErrorCode: 0, status: 404 },
    },
  })
  const named = await customer.call(`POST /v2/atsIntegrations?${idsOf('ONE_CLICK_EXPORT')}`, {
    json: { entities: { [exportIntegration]: { patch: { $set: { integrationName: 'Lodestone' } } } } },
  })
  expect(Object.values(named.body.errors)).toEqual([
    { message: 'The integration does not exist: the customer has not requested it.', serviceErrorCode: 0, status: 404 },
  ])
  const setting = await setCallbackUrl(customer, receiver.url)
  expect(setting.body.errors.CALLBACK_URL.status).toBe(404)
})

test('Request creates the three of the company, or these and the contract’s own', async () => {
  const company = await steer(running, customer, 'request', 'company')
  expect(company.body.keys).toEqual([key('ONE_CLICK_EXPORT'), key('IN_ATS_INDICATOR'), key('PROFILE_PLUGIN')])
  expect(await readStatuses()).toEqual({
    ONE_CLICK_EXPORT: 'REQUESTED',
    IN_ATS_INDICATOR: 'REQUESTED',
    PROFILE_PLUGIN: 'REQUESTED',
  })
  const both = await steer(running, customer, 'request', 'contract')
  expect(both.body.keys).toHaveLength(4)
  expect(both.body.keys[3]).toEqual(key('CSA_API', contract))
  const notified = await steer(running, customer, 'notify', 'contract')
  expect(notified.body.keys).toEqual(both.body.keys)
  expect(running.store.integrations.size).toBe(4)
})

test('name, address and a right challenge make PARTNER_READY; each missing one is named', async () => {
  await steer(running, customer, 'request', 'company')
  const early = await steer(running, customer, 'enable', 'company')
  expect([early.status, early.body.message]).toEqual([
    409,
    'Company level access cannot be turned on: the ATS has not named ONE_CLICK_EXPORT, IN_ATS_INDICATOR, PROFILE_PLUGIN yet.',
  ])
  await nameEverything(customer, 'company')
  const noAddress = await steer(running, customer, 'enable', 'company')
  expect(noAddress.body.message).toContain('the ATS has not set its CALLBACK_URL yet')
  receiver.secret = 'another secret'
  await setCallbackUrl(customer, receiver.url)
  await running.settle()
  const invalid = await steer(running, customer, 'enable', 'company')
  expect(invalid.body.message).toContain('did not answer its challenge: the challengeResponse is wrong')
  expect(new Set(Object.values(await readStatuses()))).toEqual(new Set(['REQUESTED']))
  receiver.secret = customer.clientSecret
  await setCallbackUrl(customer, receiver.url)
  await running.settle()
  expect(new Set(Object.values(await readStatuses()))).toEqual(new Set(['PARTNER_READY']))
})

test('taking the address away takes readiness away', async () => {
  await steer(running, customer, 'request', 'company')
  await nameEverything(customer, 'company')
  await setCallbackUrl(customer, receiver.url)
  await running.settle()
  const path = `/v2/atsIntegrations/${exportIntegration}/configurations?ids=CALLBACK_URL`
  expect((await customer.call(`DELETE ${path}`)).body).toEqual({
    results: { CALLBACK_URL: { status: 204 } },
    errors: {},
  })
  expect((await readStatuses()).PROFILE_PLUGIN).toBe('REQUESTED')
  const again = await customer.call(`DELETE ${path}`)
  expect(again.body.errors.CALLBACK_URL).toMatchObject({
    status: 404,
    message: 'The configuration CALLBACK_URL is not set.',
  })
})

test('enabling the contract turns the company on, pushes once, and tells what changed', async () => {
  await connect(running, customer, { level: 'contract', receiver })
  expect(new Set(Object.values(await readStatuses()))).toEqual(new Set(['ENABLED']))
  expect(receiver.pushes).toHaveLength(1)
  const push = JSON.parse(receiver.pushes[0]?.body ?? '')
  expect(push.type).toBe('INTEGRATION_STATUS_CHANGE')
  const change = await customer.call(`GET /v2/atsIntegrations?q=request&requestId=${push.requestId}`)
  expect(change.body.elements).toHaveLength(4)
  expect(change.body.elements[3]).toEqual({
    ...key('CSA_API', contract),
    integrationName: 'Lodestone - Tulpenveld',
    status: 'ENABLED',
    integrationStatus: 'ENABLED',
  })
})

test('a status change belongs to its application and is gone after 24 hours', async () => {
  running.clock.freeze()
  await connect(running, customer, { level: 'company', receiver })
  const { requestId } = JSON.parse(receiver.pushes[0]?.body ?? '')
  const other = await provision(running, 'tenant-be')
  const stranger = await other.call(`GET /v2/atsIntegrations?q=request&requestId=${requestId}`)
  expect([stranger.status, stranger.body.message]).toEqual([404, 'no integration change for this request'])
  await running.clock.advance(24 * 60 * 60 * 1000)
  const late = await provision(running, 'tenant-late')
  expect((await late.call(`GET /v2/atsIntegrations?q=request&requestId=${requestId}`)).status).toBe(404)
})

test('the two rows are independent: turning the company off leaves the contract on', async () => {
  await connect(running, customer, { level: 'contract', receiver })
  const off = await steer(running, customer, 'disable', 'company')
  expect([off.body.company.status, off.body.contract.status]).toEqual(['DISABLED', 'ENABLED'])
  const twice = await steer(running, customer, 'disable', 'company')
  expect([twice.status, twice.body.message]).toEqual([
    409,
    'Company level access is not turned on, so there is nothing to turn off.',
  ])
  const on = await steer(running, customer, 'enable', 'company')
  expect(on.body.company.status).toBe('ENABLED')
  await running.settle()
  expect(receiver.pushes).toHaveLength(3)
})

test('only an administrator of the contract may request and enable', async () => {
  const asked = (byEmail: string) =>
    wireCall(running.url, 'POST /_sandbox/integrations', {
      json: { action: 'request', clientId: customer.clientId, level: 'contract', contract, byEmail },
    })
  const recruiter = await asked('sanne.de.wit@tulpenveld.example')
  expect([recruiter.status, recruiter.body.message]).toEqual([
    403,
    'Only an administrator with an active seat on this contract can do this.',
  ])
  const stranger = await asked('ruben.postma@polderlogistiek.example')
  expect(stranger.status).toBe(403)
  expect((await asked('petra.kuiper@tulpenveld.example')).status).toBe(200)
})

test('an integration record belongs to one application', async () => {
  await connect(running, customer, { level: 'company', receiver })
  const other = await provision(running, 'tenant-be')
  const read = await other.call(`GET /v2/atsIntegrations?${idsOf('ONE_CLICK_EXPORT')}`)
  expect(read.body.results).toEqual({})
})

test('a name must be text and not empty, and nothing else can be patched', async () => {
  await steer(running, customer, 'request', 'company')
  const patch = async (set: unknown) => {
    const answer = await customer.call(`POST /v2/atsIntegrations?${idsOf('ONE_CLICK_EXPORT')}`, {
      headers: { 'x-restli-method': 'batch_partial_update' },
      json: { entities: { [exportIntegration]: { patch: { $set: set } } } },
    })
    const [error] = Object.values<{ status: number; message: string }>(answer.body.errors)
    return [error?.status, error?.message]
  }
  expect(await patch({})).toEqual([
    422,
    'ERROR :: /patch/$set/integrationName :: field is required but not found and has no default value',
  ])
  expect(await patch({ integrationName: '' })).toEqual([
    422,
    'ERROR :: /patch/$set/integrationName :: length or value is out of range, at least 1 is allowed',
  ])
  expect((await patch({ integrationName: 'L', status: 'ENABLED' }))[0]).toBe(403)
})

const settings: Array<[string, string, string, string]> = [
  [
    'plain http to another machine',
    'CALLBACK_URL',
    'http://hiring.tulpenveld.example/hooks',
    'CALLBACK_URL must be an https address on port 443 or 80.',
  ],
  [
    'https on another port',
    'CALLBACK_URL',
    'https://hiring.tulpenveld.example:8443/hooks',
    'CALLBACK_URL must be an https address on port 443 or 80.',
  ],
  ['no address', 'CALLBACK_URL', 'hooks', 'CALLBACK_URL must be an https address on port 443 or 80.'],
  [
    'another viewer setting',
    'JOB_POSTING_VIEWERS',
    'SOME_USERS',
    'JOB_POSTING_VIEWERS takes ALL_PRODUCT_USERS and nothing else.',
  ],
  [
    'a setting of another integration',
    'APPLICATION_VIEWERS',
    'ALL_PRODUCT_USERS',
    'APPLICATION_VIEWERS belongs to IN_ATS_INDICATOR, not to ONE_CLICK_EXPORT.',
  ],
  ['an unknown setting', 'COLOUR', 'red', '"COLOUR" is not a configuration.'],
]

test.each(settings)('%s is refused', async (_, name, value, message) => {
  await steer(running, customer, 'request', 'company')
  const { status, body } = await configure(customer, name, value)
  expect(status).toBe(200)
  expect(body).toEqual({ results: {}, errors: { [name]: { message, serviceErrorCode: 0, status: 400 } } })
  expect(running.store.configurations.size).toBe(0)
})

test('https on port 443 and 80 is allowed, and every customer has his own address', async () => {
  await steer(running, customer, 'request', 'company')
  for (const url of ['https://a.example:443/h', 'https://a.example:80/h', 'https://a.example/h']) {
    expect((await setCallbackUrl(customer, url)).body.results.CALLBACK_URL).toEqual({ status: 204 })
  }
  const other = await provision(running, 'tenant-be')
  await steer(running, other, 'request', 'company')
  const same = await setCallbackUrl(other, 'https://a.example/h')
  expect(same.body.errors.CALLBACK_URL.message).toBe('CALLBACK_URL must be unique: another customer uses this address.')
})

test('settings are read back in their union, and unset ones are 404', async () => {
  await steer(running, customer, 'request', 'company')
  await configure(customer, 'JOB_POSTING_VIEWERS', 'ALL_PRODUCT_USERS')
  const read = await customer.call(
    `GET /v2/atsIntegrations/${exportIntegration}/configurations?ids=JOB_POSTING_VIEWERS&ids=CALLBACK_URL`,
  )
  expect(read.body.results).toEqual({ JOB_POSTING_VIEWERS: { configurationValue: { string: 'ALL_PRODUCT_USERS' } } })
  expect(read.body.errors.CALLBACK_URL.status).toBe(404)
})

test('the union wrapper is compulsory', async () => {
  await steer(running, customer, 'request', 'company')
  const { body } = await customer.call(`PUT /v2/atsIntegrations/${exportIntegration}/configurations?ids=CALLBACK_URL`, {
    json: { entities: { CALLBACK_URL: { configurationValue: receiver.url } } },
  })
  expect(body.errors.CALLBACK_URL).toMatchObject({
    status: 422,
    message: `ERROR :: /configurationValue :: "${receiver.url}" cannot be coerced to DataMap`,
  })
})

test('the path key is read in any order, and in the grammar that the header asks for', async () => {
  await steer(running, customer, 'request', 'company')
  const turned = exportIntegration.split('&').reverse().join('&')
  expect((await customer.call(`GET /v2/atsIntegrations/${turned}/configurations?ids=CALLBACK_URL`)).status).toBe(200)
  const two = `(dataProvider:ATS,integrationContext:${encodeURIComponent(organization)},integrationType:ONE_CLICK_EXPORT,tenantType:RECRUITER)`
  const headers = { 'X-RestLi-Protocol-Version': '2.0.0' }
  expect(
    (await customer.call(`GET /v2/atsIntegrations/${two}/configurations?ids=List(CALLBACK_URL)`, { headers })).status,
  ).toBe(200)
})

test.each([
  ['no key at all', '17', '1.0.0'],
  ['the grammar of 1.0.0 under 2.0.0', exportIntegration, '2.0.0'],
  [
    'the grammar of 2.0.0 under 1.0.0',
    `(dataProvider:ATS,integrationContext:${encodeURIComponent(organization)},integrationType:ONE_CLICK_EXPORT,tenantType:RECRUITER)`,
    '1.0.0',
  ],
])('%s in the path refuses the whole call', async (_, key, protocol) => {
  await steer(running, customer, 'request', 'company')
  const ids = protocol === '2.0.0' ? 'ids=List(CALLBACK_URL)' : 'ids=CALLBACK_URL'
  const headers = { 'X-RestLi-Protocol-Version': protocol }
  const read = await customer.call(`GET /v2/atsIntegrations/${key}/configurations?${ids}`, { headers })
  const written = await customer.call(`PUT /v2/atsIntegrations/${key}/configurations?${ids}`, {
    headers,
    json: { entities: { CALLBACK_URL: { configurationValue: { string: receiver.url } } } },
  })
  for (const { status, body } of [read, written]) {
    expect([status, body.message]).toEqual([400, 'Batch key parameter value is invalid'])
  }
})

test('strict: plain http is refused for this machine, too', async () => {
  const strict = await startSandbox({ port: 0, strict: true })
  try {
    const own = await provision(strict)
    await steer(strict, own, 'request', 'company')
    const answer = await setCallbackUrl(own, receiver.url)
    expect(answer.body.errors.CALLBACK_URL).toMatchObject({
      status: 400,
      message: 'CALLBACK_URL must be an https address on port 443 or 80.',
    })
  } finally {
    await strict.stop()
  }
})
