import { expect, test } from 'vitest'
import { createTestClient } from '../testing/test-client.ts'
import { sendCall } from './client.ts'
import { NoTokenFailure } from './errors.ts'
import { formatIdsQuery } from './restli-key.ts'
import { untunnelRequest } from './tunnelling.ts'

test('a plain read carries the token and nothing that 1.2 does not ask for', async () => {
  const { client, calls } = createTestClient(request => (request.path === '/v2/x' ? { json: { a: 1 } } : undefined))
  expect(await sendCall(client, { method: 'GET', path: '/x', query: 'ids=A' })).toMatchObject({ status: 200 })
  expect(calls()).toEqual([
    {
      method: 'GET',
      origin: 'https://api.example',
      path: '/v2/x',
      query: 'ids=A',
      headers: { authorization: 'Bearer token-1' },
      body: undefined,
    },
  ])
})

test('a batch write names its method and its content type', async () => {
  const { client, calls } = createTestClient(request => (request.path === '/v2/x' ? {} : undefined))
  await sendCall(client, { method: 'PUT', path: '/x', restliMethod: 'batch_update', body: { entities: {} } })
  expect(calls()[0]).toMatchObject({
    method: 'PUT',
    query: '',
    body: '{"entities":{}}',
    headers: { 'content-type': 'application/json', 'x-restli-method': 'batch_update' },
  })
})

test('addresses, version header and key grammar are configuration', async () => {
  const { client, calls } = createTestClient(request => (request.path === '/rest/x' ? {} : undefined), {
    apiUrl: 'https://sandbox.example/',
    basePath: '/rest/',
    versionHeader: '202603',
    protocolVersion: '2.0.0',
  })
  await sendCall(client, { method: 'GET', path: '/x' })
  expect(calls()[0]).toMatchObject({
    origin: 'https://sandbox.example',
    path: '/rest/x',
    headers: { 'linkedin-version': '202603', 'x-restli-protocol-version': '2.0.0' },
  })
})

test('a long query with a body is tunnelled and stands for the same request', async () => {
  const { client, calls } = createTestClient(request => (request.path === '/v2/atsCandidates' ? {} : undefined))
  const keys = Array.from({ length: 100 }, (_, at) => ({
    atsCandidateId: `CAND-${at}`,
    dataProvider: 'ATS',
    integrationContext: 'urn:li:organization:77',
  }))
  const query = formatIdsQuery(keys)
  const call = {
    method: 'PUT',
    path: '/atsCandidates',
    query,
    restliMethod: 'batch_update',
    body: { entities: {} },
  } as const
  await sendCall(client, call)
  const [sent] = calls()
  expect(sent).toMatchObject({ method: 'POST', query: '', headers: { 'x-http-method-override': 'PUT' } })
  const { path = '', headers = {}, body = '' } = sent ?? {}
  expect(untunnelRequest({ method: 'POST', path, query: '', headers, body })).toMatchObject({
    method: 'PUT',
    query,
    body: '{"entities":{}}',
    headers: { 'x-restli-method': 'batch_update', authorization: 'Bearer token-1' },
  })
})

test('a long read and a long delete are tunnelled as a form', async () => {
  for (const method of ['GET', 'DELETE'] as const) {
    const { client, calls } = createTestClient(request => (request.path === '/v2/x' ? {} : undefined))
    await sendCall(client, { method, path: '/x', query: `ids=${'A'.repeat(5000)}` })
    expect(calls()[0]).toMatchObject({
      method: 'POST',
      query: '',
      body: `ids=${'A'.repeat(5000)}`,
      headers: { 'x-http-method-override': method, 'content-type': 'application/x-www-form-urlencoded' },
    })
  }
})

test('what no tunnel can carry is not sent', async () => {
  const { client, calls } = createTestClient(() => undefined)
  const call = { method: 'GET', path: `/${'p'.repeat(5000)}/notes`, query: 'ids=A' } as const
  await expect(sendCall(client, call)).rejects.toMatchObject({ kind: 'tooLong', retry: 'never', status: 0 })
  expect(calls()).toEqual([])
})

test('a 401 costs one new token and one repeat of the same call', async () => {
  const { client, calls, tokenRequests } = createTestClient(request => {
    if (request.path !== '/v2/x') return undefined
    return request.headers.authorization === 'Bearer token-1' ? { status: 401, json: { message: 'expired' } } : {}
  })
  expect((await sendCall(client, { method: 'PUT', path: '/x', body: { a: 1 } })).status).toBe(200)
  expect(tokenRequests()).toHaveLength(2)
  expect(calls().map(({ method, body, headers }) => [method, body, headers.authorization])).toEqual([
    ['PUT', '{"a":1}', 'Bearer token-1'],
    ['PUT', '{"a":1}', 'Bearer token-2'],
  ])
})

test('ten calls refused at the same time share one new token', async () => {
  const { client, tokenRequests } = createTestClient(request => {
    if (request.path !== '/v2/x') return undefined
    return request.headers.authorization === 'Bearer token-1' ? { status: 401 } : {}
  })
  const call = { method: 'GET', path: '/x' } as const
  const answers = await Promise.all(Array.from({ length: 10 }, () => sendCall(client, call)))
  expect(answers.map(answer => answer.status)).toEqual(Array(10).fill(200))
  expect(tokenRequests()).toHaveLength(2)
})

test('a second 401 is thrown and not repeated again', async () => {
  const refusal = { status: 401, json: { message: 'Invalid access token' } }
  const { client, calls } = createTestClient(request => (request.path === '/v2/x' ? refusal : undefined))
  await expect(sendCall(client, { method: 'GET', path: '/x' })).rejects.toMatchObject({
    kind: 'unauthorized',
    retry: 'never',
    linkedInMessage: 'Invalid access token',
  })
  expect(calls()).toHaveLength(2)
})

test.each([
  ['at first', false, { status: 403, json: { message: 'Forbidden' } }, 'forbidden'],
  ['after a 401', true, { status: 400, json: { error: 'invalid_request' } }, 'badRequest'],
  ['at first, in a form that nobody can read', false, { status: 200, json: {} }, 'server'],
])('a token that cannot be had %s is told apart from an answer to the call', async (_when, hasFirst, no, kind) => {
  let tokens = 0
  const { client } = createTestClient(request => {
    if (request.path === '/v2/x') return { status: 401 }
    if (!request.path.startsWith('/oauth/')) return undefined
    tokens += 1
    return hasFirst && tokens === 1 ? undefined : no
  })
  const failure = await sendCall(client, { method: 'GET', path: '/x' }).catch(error => error)
  expect(failure).toBeInstanceOf(NoTokenFailure)
  expect(failure).toMatchObject({ kind, message: expect.stringMatching(/^Nothing was sent, for want of a token\./) })
})

test.each([403, 429, 500, 503])('a %i is handed back after one attempt', async status => {
  const { client, calls } = createTestClient(request => (request.path === '/v2/x' ? { status } : undefined))
  expect((await sendCall(client, { method: 'GET', path: '/x' })).status).toBe(status)
  expect(calls()).toHaveLength(1)
})

test("a member's token is used as it is: no token request, no renewal", async () => {
  const { client, calls, tokenRequests } = createTestClient(() => ({ status: 401 }))
  expect((await sendCall(client, { method: 'GET', path: '/me', memberToken: 'M' })).status).toBe(401)
  expect(calls()).toHaveLength(1)
  expect(tokenRequests()).toHaveLength(0)
  expect(calls()[0]?.headers.authorization).toBe('Bearer M')
})

test('clients of one application can share a token source', async () => {
  const one = createTestClient(request => (request.path === '/v2/x' ? {} : undefined))
  const other = createTestClient(request => (request.path === '/v2/x' ? {} : undefined), { tokens: one.client.tokens })
  await sendCall(one.client, { method: 'GET', path: '/x' })
  await sendCall(other.client, { method: 'GET', path: '/x' })
  expect(one.tokenRequests()).toHaveLength(1)
  expect(other.tokenRequests()).toHaveLength(0)
})
