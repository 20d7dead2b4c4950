import { expect, test } from 'vitest'
import { createTestClient } from '../testing/test-client.ts'
import {
  findProvisionedApplication,
  newProvisionedApplicationSchema,
  provisionApplication,
  provisionedApplicationPatchSchema,
  updateProvisionedApplication,
} from './provisioned-applications.ts'

const path = '/v2/provisionedApplications'
const urn = 'urn:li:developerApplication:300118'
const application = {
  uniqueForeignId: 'tenant-veenweide',
  name: 'Lodestone - Veenweide Zuivel',
  description: 'Veenweide Zuivel, production',
  validJsSdkDomains: ['https://werken.veenweide.example'],
}

test.each([200, 201])('creates an application and reads its credentials from a %i', async status => {
  const json = { key: urn, credentials: { client_id: '78veen', client_secret: 's' } }
  const { client, calls } = createTestClient(request => (request.path === path ? { status, json } : undefined))
  expect(await provisionApplication(client, application)).toEqual({
    applicationUrn: urn,
    clientId: '78veen',
    clientSecret: 's',
  })
  const [request] = calls()
  expect(request).toMatchObject({ method: 'POST', query: '', headers: { 'content-type': 'application/json' } })
  expect(request?.headers).not.toHaveProperty('x-restli-method')
  expect(newProvisionedApplicationSchema.parse(JSON.parse(request?.body ?? ''))).toEqual(application)
})

test('a foreign id that is taken is a conflict', async () => {
  const answer = { status: 409, json: { message: 'uniqueForeignId is in use', status: 409 } }
  const { client } = createTestClient(request => (request.path === path ? answer : undefined))
  await expect(provisionApplication(client, application)).rejects.toMatchObject({
    kind: 'conflict',
    linkedInMessage: 'uniqueForeignId is in use',
  })
})

test('finds an application by our id of the customer', async () => {
  const element = { ...application, key: urn, credentials: { client_id: '78veen' } }
  const { client, calls } = createTestClient(request =>
    request.path === path ? { json: { elements: [element] } } : undefined,
  )
  expect(await findProvisionedApplication(client, 'tenant/veen & weide')).toMatchObject({ applicationUrn: urn })
  expect(calls()[0]).toMatchObject({
    method: 'GET',
    query: 'q=credentialsByUniqueForeignId&uniqueForeignId=tenant%2Fveen%20%26%20weide',
  })
})

test.each([
  ['an empty list', { json: { elements: [] } }],
  ['a 404', { status: 404, json: { message: 'unknown' } }],
])('%s means that there is none', async (_, answer) => {
  const { client } = createTestClient(request => (request.path === path ? answer : undefined))
  expect(await findProvisionedApplication(client, 'tenant-x')).toBeUndefined()
})

test('any other refusal is thrown', async () => {
  const { client } = createTestClient(request => (request.path === path ? { status: 403 } : undefined))
  await expect(findProvisionedApplication(client, 'tenant-x')).rejects.toMatchObject({ kind: 'forbidden' })
})

test.each([200, 204])('replaces the origins and accepts a %i', async status => {
  const { client, calls } = createTestClient(request => (request.path === `${path}/${urn}` ? { status } : undefined))
  await updateProvisionedApplication(client, urn, { validJsSdkDomains: ['https://acc.veenweide.example'] })
  const body = JSON.parse(calls()[0]?.body ?? '')
  expect(calls()[0]?.method).toBe('POST')
  expect(provisionedApplicationPatchSchema.parse(body)).toEqual({
    patch: { $set: { validJsSdkDomains: ['https://acc.veenweide.example'] } },
  })
})

test('an address that is no application is never put into a path', async () => {
  const { client, requests } = createTestClient(() => undefined)
  await expect(updateProvisionedApplication(client, '../me', { validJsSdkDomains: [] })).rejects.toThrow()
  expect(requests).toEqual([])
})
