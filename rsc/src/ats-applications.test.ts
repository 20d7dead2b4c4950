import { describe, expect, test } from 'vitest'
import { createTestClient } from '../testing/test-client.ts'
import {
  type Application,
  type ApplicationKey,
  applicationKeySchema,
  applicationSchema,
  deleteApplications,
  putApplications,
} from './ats-applications.ts'
import { formatResponseKey, type ProtocolVersion, parseIdsQuery, parseKey } from './restli-key.ts'

const path = '/v2/atsApplications'
const cheese: ApplicationKey = {
  atsJobApplicationId: 'app_880',
  dataProvider: 'ATS',
  integrationContext: 'urn:li:organization:52088',
}
// What an id may hold and a key must escape.
const odd: ApplicationKey = { ...cheese, atsJobApplicationId: 'R&D (1), 50% +/a:b' }
const application: Application = {
  atsCandidateId: 'cand_31',
  atsJobPostingId: 'job_7',
  atsJobPostingName: 'Meester-kaasmaker',
  atsCreatedAt: 1_741_000_000_000,
  atsLastModifiedAt: 1_741_000_500_000,
  candidateEmail: 'jesse@kaasschuur.example',
  firstName: 'Jesse',
  lastName: 'de Wit',
  source: 'LinkedIn',
  dispositionReason: '',
}

describe.each<ProtocolVersion>(['1.0.0', '2.0.0'])('under protocol %s', version => {
  const keyOf = (key: ApplicationKey) => formatResponseKey(key, version)
  const answering = (json: unknown) =>
    createTestClient(request => (request.path === path ? { json } : undefined), { protocolVersion: version })

  test('puts whole applications, each with a verdict of its own', async () => {
    const refusal = { status: 422, message: 'ERROR :: /atsJobPostingId :: field is required' }
    const { client, calls } = answering({
      results: { [keyOf(cheese)]: { status: 204 } },
      errors: { [keyOf(odd)]: refusal },
    })
    const verdicts = await putApplications(client, [
      { key: cheese, application },
      { key: odd, application },
    ])
    expect(verdicts).toMatchObject([
      { key: cheese, ok: true, status: 204 },
      { key: odd, ok: false, status: 422, message: refusal.message, retry: 'never' },
    ])
    const [request] = calls()
    expect(request).toMatchObject({ method: 'PUT', path, headers: { 'x-restli-method': 'batch_update' } })
    const { entities } = JSON.parse(request?.body ?? '')
    expect(Object.keys(entities).map(parseKey)).toEqual([cheese, odd])
    expect(parseIdsQuery(request?.query ?? '', version).map(key => applicationKeySchema.parse(key))).toEqual([
      cheese,
      odd,
    ])
    for (const record of Object.values(entities)) expect(applicationSchema.parse(record)).toEqual(application)
  })

  test('deletes applications; one that is gone already says so', async () => {
    const { client, calls } = answering({
      results: { [keyOf(cheese)]: { status: 204 } },
      errors: { [keyOf(odd)]: { status: 404 } },
    })
    expect(await deleteApplications(client, [cheese, odd])).toMatchObject([
      { ok: true },
      { ok: false, kind: 'notFound' },
    ])
    expect(calls()[0]).toMatchObject({ method: 'DELETE', path, body: undefined })
    expect(parseIdsQuery(calls()[0]?.query ?? '', version)).toEqual([cheese, odd])
  })

  test('a hundred applications do not fit a query of 4 KB and go through the tunnel; more are never sent', async () => {
    const { client, calls } = answering({ results: {}, errors: {} })
    const many = Array.from({ length: 101 }, (_, at) => ({
      key: { ...cheese, atsJobApplicationId: `app_0190a9f0-0000-7000-8000-00000000${at}` },
      application,
    }))
    expect(await putApplications(client, many.slice(0, 100))).toMatchObject(
      Array.from({ length: 100 }, () => ({ ok: false, reason: 'unanswered' })),
    )
    expect(calls()[0]).toMatchObject({ method: 'POST', path, query: '', headers: { 'x-http-method-override': 'PUT' } })
    const keys = many.map(({ key }) => key)
    await deleteApplications(client, keys.slice(0, 100))
    expect(calls()[1]).toMatchObject({
      method: 'POST',
      path,
      query: '',
      headers: { 'x-http-method-override': 'DELETE' },
    })
    await expect(putApplications(client, many)).rejects.toThrow('at most 100')
    await expect(deleteApplications(client, keys)).rejects.toThrow('at most 100')
    expect(calls()).toHaveLength(2)
  })
})

test('one application twice is never sent, and none is no call', async () => {
  const { client, calls } = createTestClient(() => undefined)
  await expect(deleteApplications(client, [cheese, { ...cheese }])).rejects.toThrow('twice')
  expect(await putApplications(client, [])).toEqual([])
  expect(await deleteApplications(client, [])).toEqual([])
  expect(calls()).toEqual([])
})
