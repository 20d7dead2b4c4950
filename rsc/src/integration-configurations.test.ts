import { expect, test } from 'vitest'
import { createTestClient } from '../testing/test-client.ts'
import type { IntegrationKey } from './ats-integrations.ts'
import {
  configurationNames,
  configurationOwners,
  configurationRecordSchema,
  configurationValueSchemas,
  deleteConfigurations,
  getConfigurations,
  putConfigurations,
} from './integration-configurations.ts'
import { parseKey } from './restli-key.ts'

const integration: IntegrationKey = {
  integrationContext: 'urn:li:organization:52088',
  integrationType: 'ONE_CLICK_EXPORT',
  tenantType: 'RECRUITER',
  dataProvider: 'ATS',
}
const callback = 'https://werken.veenweide.example/hooks/linkedin/a1'

test('sets configurations under the key of the integration as one path segment', async () => {
  const results = { CALLBACK_URL: { status: 204 }, JOB_POSTING_VIEWERS: { status: 204 } }
  const { client, calls } = createTestClient(request =>
    request.path.endsWith('/configurations') ? { json: { results, errors: {} } } : undefined,
  )
  const values = { CALLBACK_URL: callback, JOB_POSTING_VIEWERS: 'ALL_PRODUCT_USERS' }
  const verdicts = await putConfigurations(client, integration, values)
  expect(verdicts.map(verdict => [verdict.key, verdict.ok])).toEqual([
    ['CALLBACK_URL', true],
    ['JOB_POSTING_VIEWERS', true],
  ])
  const [request] = calls()
  expect(request).toMatchObject({
    method: 'PUT',
    query: 'ids=CALLBACK_URL&ids=JOB_POSTING_VIEWERS',
    headers: { 'x-restli-method': 'batch_update' },
  })
  const [, , resource, key, subResource] = request?.path.split('/') ?? []
  expect([resource, subResource]).toEqual(['atsIntegrations', 'configurations'])
  expect(parseKey(key ?? '')).toEqual(integration)
  const { entities } = JSON.parse(request?.body ?? '')
  expect(Object.keys(entities)).toEqual(['CALLBACK_URL', 'JOB_POSTING_VIEWERS'])
  expect(configurationRecordSchema.parse(entities.CALLBACK_URL).configurationValue.string).toBe(callback)
})

test('reads configurations as texts; one that is not set is not found', async () => {
  const results = { CALLBACK_URL: { configurationValue: { string: callback } } }
  const { client, calls } = createTestClient(request =>
    request.path.endsWith('/configurations') ? { json: { results, statuses: {}, errors: {} } } : undefined,
  )
  expect(await getConfigurations(client, integration, ['CALLBACK_URL', 'JOB_POSTING_VIEWERS'])).toMatchObject([
    { key: 'CALLBACK_URL', ok: true, value: callback },
    { key: 'JOB_POSTING_VIEWERS', ok: false, kind: 'notFound' },
  ])
  expect(calls()[0]?.method).toBe('GET')
})

test('deletes configurations', async () => {
  const { client, calls } = createTestClient(request =>
    request.path.endsWith('/configurations')
      ? { json: { results: { JOB_POSTING_VIEWERS: { status: 204 } } } }
      : undefined,
  )
  expect(await deleteConfigurations(client, integration, ['JOB_POSTING_VIEWERS'])).toMatchObject([{ ok: true }])
  expect(calls()[0]).toMatchObject({ method: 'DELETE', query: 'ids=JOB_POSTING_VIEWERS', body: undefined })
})

test('every configuration has an owner and a rule for its value', () => {
  for (const name of configurationNames) {
    expect(configurationOwners[name]).toMatch(/^(ONE_CLICK_EXPORT|IN_ATS_INDICATOR)$/)
    const good = name === 'CALLBACK_URL' ? callback : 'ALL_PRODUCT_USERS'
    expect(configurationValueSchemas[name].safeParse(good).success).toBe(true)
    expect(configurationValueSchemas[name].safeParse('NOBODY').success).toBe(false)
  }
})
