import { expect, test } from 'vitest'
import { createTestClient } from '../testing/test-client.ts'
import {
  deleteEntityAclAssignees,
  type EntityAclAssigneeKey,
  entityAclAssigneeKeySchema,
  findEntityAclAssignees,
  putEntityAclAssignees,
} from './ats-entity-acl-assignees.ts'
import {
  deleteEntityAcls,
  type EntityAclKey,
  entityAclKeySchema,
  findEntityAcls,
  putEntityAcls,
} from './ats-entity-acls.ts'
import { formatResponseKey, parseIdsQuery, parseKey } from './restli-key.ts'

const shared = {
  atsEntityType: 'JOB_POSTING',
  dataProvider: 'ATS',
  integrationContext: 'urn:li:organization:52088',
} as const
const jobKey: EntityAclKey = { ...shared, atsEntityAclId: 'user-31', atsEntityId: '412' }
const personKey: EntityAclAssigneeKey = { ...shared, atsEntityAclId: 'user-31', assignee: 'urn:li:person:hT4_q-9Z' }

function createAclClient(json: unknown) {
  return createTestClient(request => (request.path.startsWith('/v2/atsEntityAcl') ? { json } : undefined))
}

test('puts a job on a list: the key is the data and the record is empty', async () => {
  const { client, calls } = createAclClient({ results: { [formatResponseKey(jobKey)]: { status: 204 } }, errors: {} })
  expect(await putEntityAcls(client, [jobKey])).toEqual([{ key: jobKey, ok: true, status: 204, message: null }])
  const [request] = calls()
  expect(request).toMatchObject({
    method: 'PUT',
    path: '/v2/atsEntityAcls',
    headers: { 'x-restli-method': 'batch_update' },
  })
  expect(parseIdsQuery(request?.query ?? '').map(key => entityAclKeySchema.parse(key))).toEqual([jobKey])
  const [[text, record] = []] = Object.entries(JSON.parse(request?.body ?? '').entities)
  expect([parseKey(text ?? ''), record]).toEqual([jobKey, {}])
})

test('puts a person on a list', async () => {
  const { client, calls } = createAclClient({
    results: { [formatResponseKey(personKey)]: { status: 204 } },
    errors: {},
  })
  expect(await putEntityAclAssignees(client, [personKey])).toMatchObject([{ key: personKey, ok: true }])
  const [request] = calls()
  expect(request).toMatchObject({ method: 'PUT', path: '/v2/atsEntityAclAssignees' })
  expect(parseIdsQuery(request?.query ?? '').map(key => entityAclAssigneeKeySchema.parse(key))).toEqual([personKey])
})

test('finds the lists of a job and goes on while pages are full', async () => {
  const { client, calls } = createAclClient({ elements: [jobKey], paging: { start: 0, count: 1, links: [] } })
  const { atsEntityAclId: _, ...criteria } = jobKey
  const page = await findEntityAcls(client, criteria, { start: 0, count: 1 })
  expect(page).toMatchObject({
    elements: [{ atsEntityAclId: 'user-31', atsEntityId: '412' }],
    nextStart: 1,
    unreadable: [],
  })
  expect(Object.fromEntries(new URLSearchParams(calls()[0]?.query))).toEqual({
    q: 'criteria',
    atsEntityId: '412',
    atsEntityType: 'JOB_POSTING',
    dataProvider: 'ATS',
    integrationContext: 'urn:li:organization:52088',
    start: '0',
    count: '1',
  })
})

test('finds the lists of a person', async () => {
  const { client, calls } = createAclClient({ elements: [personKey, { assignee: 'x' }] })
  const { dataProvider, integrationContext, assignee } = personKey
  const page = await findEntityAclAssignees(client, { dataProvider, integrationContext, assignee })
  expect(page).toMatchObject({ elements: [{ assignee, atsEntityAclId: 'user-31' }], nextStart: null })
  expect(page.unreadable).toEqual([{ assignee: 'x' }])
  expect(calls()[0]?.query).toContain('q=criteria&')
  expect(calls()[0]?.query).toContain('start=0&count=100')
})

test('takes jobs and people off lists', async () => {
  const jobs = createAclClient({ results: {}, errors: { [formatResponseKey(jobKey)]: { status: 404 } } })
  expect(await deleteEntityAcls(jobs.client, [jobKey])).toMatchObject([{ ok: false, kind: 'notFound' }])
  expect(jobs.calls()[0]).toMatchObject({ method: 'DELETE', path: '/v2/atsEntityAcls', body: undefined })
  const people = createAclClient({ results: { [formatResponseKey(personKey)]: { status: 204 } } })
  expect(await deleteEntityAclAssignees(people.client, [personKey])).toMatchObject([{ ok: true }])
  expect(people.calls()[0]).toMatchObject({ method: 'DELETE', path: '/v2/atsEntityAclAssignees' })
})

test('under protocol 2.0.0 the same calls are written in the other grammar', async () => {
  const { client, calls } = createTestClient(
    request =>
      request.path === '/v2/atsEntityAcls'
        ? { json: { results: { [formatResponseKey(jobKey, '2.0.0')]: { status: 204 } } } }
        : undefined,
    { protocolVersion: '2.0.0' },
  )
  expect(await putEntityAcls(client, [jobKey])).toMatchObject([{ ok: true }])
  expect(calls()[0]).toMatchObject({ headers: { 'x-restli-protocol-version': '2.0.0' } })
  expect(parseIdsQuery(calls()[0]?.query ?? '', '2.0.0')).toEqual([jobKey])
})
