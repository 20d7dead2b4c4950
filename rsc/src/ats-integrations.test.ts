import { expect, test } from 'vitest'
import { createTestClient } from '../testing/test-client.ts'
import {
  getIntegrations,
  getIntegrationsByRequest,
  type IntegrationKey,
  integrationKeySchema,
  integrationNamePatchSchema,
  isEnabled,
  nameIntegrations,
} from './ats-integrations.ts'
import { formatResponseKey, parseIdsQuery, parseKey } from './restli-key.ts'

const path = '/v2/atsIntegrations'
const exportKey: IntegrationKey = {
  integrationContext: 'urn:li:organization:52088',
  integrationType: 'ONE_CLICK_EXPORT',
  tenantType: 'RECRUITER',
  dataProvider: 'ATS',
}
const contractKey: IntegrationKey = {
  ...exportKey,
  integrationType: 'CSA_API',
  integrationContext: 'urn:li:contract:9917',
}

test('names integrations in one batch_partial_update whose query and body hold the same keys', async () => {
  const { client, calls } = createTestClient(request =>
    request.path === path
      ? {
          json: {
            results: { [formatResponseKey(exportKey)]: { status: 204 } },
            errors: { [formatResponseKey(contractKey)]: { status: 404, message: 'not requested' } },
          },
        }
      : undefined,
  )
  const verdicts = await nameIntegrations(client, [
    { key: exportKey, integrationName: 'Lodestone - Veenweide Zuivel' },
    { key: contractKey, integrationName: 'Lodestone - Veenweide Zuivel' },
  ])
  expect(verdicts).toMatchObject([
    { key: exportKey, ok: true },
    { key: contractKey, ok: false, kind: 'notFound', message: 'not requested' },
  ])
  const [request] = calls()
  expect(request).toMatchObject({ method: 'POST', headers: { 'x-restli-method': 'batch_partial_update' } })
  const entities: Record<string, unknown> = JSON.parse(request?.body ?? '').entities
  const keysInBody = Object.keys(entities).map(text => integrationKeySchema.parse(parseKey(text)))
  expect(keysInBody).toEqual(parseIdsQuery(request?.query ?? '', '1.0.0'))
  for (const entity of Object.values(entities)) expect(integrationNamePatchSchema.safeParse(entity).success).toBe(true)
})

test('reads integrations by key in one call', async () => {
  const { client, calls } = createTestClient(request =>
    request.path === path
      ? {
          json: {
            results: { [formatResponseKey(exportKey)]: { integrationName: 'Lodestone', integrationStatus: 'ENABLED' } },
            statuses: {},
            errors: {},
          },
        }
      : undefined,
  )
  const [first, second] = await getIntegrations(client, [exportKey, contractKey])
  expect(first).toMatchObject({ ok: true, value: { ...exportKey, integrationName: 'Lodestone', status: 'ENABLED' } })
  expect(second).toMatchObject({ key: contractKey, ok: false, kind: 'notFound' })
  expect(calls()).toMatchObject([{ method: 'GET', body: undefined }])
  expect(parseIdsQuery(calls()[0]?.query ?? '')).toEqual([exportKey, contractKey])
})

test('reads the integrations that a push announced', async () => {
  const element = { ...exportKey, integrationName: 'Lodestone', status: 'DISABLED' }
  const { client, calls } = createTestClient(request =>
    request.path === path ? { json: { elements: [element], paging: { start: 0, count: 10, links: [] } } } : undefined,
  )
  expect(await getIntegrationsByRequest(client, '840021901')).toMatchObject([{ ...exportKey, status: 'DISABLED' }])
  expect(calls()[0]?.query).toBe('q=request&requestId=840021901')
})

test('only ENABLED permits', () => {
  expect(isEnabled({ status: 'ENABLED' })).toBe(true)
  for (const status of ['REQUESTED', 'PARTNER_READY', 'DISABLED', 'UNKNOWN'] as const) {
    expect(isEnabled({ status })).toBe(false)
  }
})

test('no keys, no call', async () => {
  const { client, requests } = createTestClient(() => undefined)
  expect(await getIntegrations(client, [])).toEqual([])
  expect(await nameIntegrations(client, [])).toEqual([])
  expect(requests).toEqual([])
})

test('the same key twice is refused before sending', async () => {
  const { client, requests } = createTestClient(() => undefined)
  await expect(getIntegrations(client, [exportKey, { ...exportKey }])).rejects.toThrow(/twice/)
  expect(requests).toEqual([])
})
