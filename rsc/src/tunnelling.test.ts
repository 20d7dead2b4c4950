import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  findSizeProblems,
  isTunnelled,
  MalformedTunnelError,
  needsTunnelling,
  tunnelRequest,
  untunnelRequest,
  type WireRequest,
  wireLimits,
} from './tunnelling.ts'

const put: WireRequest = {
  method: 'PUT',
  path: '/v2/atsCandidates',
  query: 'ids[0].atsCandidateId=C-1&ids[0].dataProvider=ATS',
  headers: { Authorization: 'Bearer x', 'x-restli-method': 'batch_update', 'Content-Type': 'application/json' },
  body: '{"entities":{}}',
}
const remove: WireRequest = {
  method: 'DELETE',
  path: '/v2/atsCandidates',
  query: 'ids[0].atsCandidateId=C-1&ids[0].dataProvider=ATS',
  headers: { Authorization: 'Bearer x' },
}

test('a request without a body becomes a form', () => {
  expect(tunnelRequest(remove)).toEqual({
    method: 'POST',
    path: '/v2/atsCandidates',
    query: '',
    headers: {
      Authorization: 'Bearer x',
      'X-HTTP-Method-Override': 'DELETE',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'ids[0].atsCandidateId=C-1&ids[0].dataProvider=ATS',
  })
})

test('a request with a body becomes exactly two parts, the query first', () => {
  const tunnelled = tunnelRequest(put)
  const [, boundary = ''] = /^multipart\/mixed; boundary=(\w+)$/.exec(tunnelled.headers['Content-Type'] ?? '') ?? []
  expect(boundary).not.toBe('')
  expect(tunnelled.body).toBe(
    `--${boundary}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${put.query}\r\n` +
      `--${boundary}\r\nContent-Type: application/json\r\n\r\n{"entities":{}}\r\n--${boundary}--`,
  )
  expect(tunnelled).toMatchObject({ method: 'POST', path: put.path, query: '' })
  expect(tunnelled.headers).toMatchObject({ 'X-HTTP-Method-Override': 'PUT', 'x-restli-method': 'batch_update' })
})

test('every request comes back from the tunnel as it went in', () => {
  const query = fc.string({ minLength: 1 }).map(text => `ids=${encodeURIComponent(text)}`)
  fc.assert(
    fc.property(query, fc.json(), fc.constantFrom('PUT', 'POST'), (queryText, body, method) => {
      const request: WireRequest = { ...put, method, query: queryText, body }
      expect(untunnelRequest(tunnelRequest(request))).toEqual(request)
    }),
  )
  fc.assert(
    fc.property(query, fc.constantFrom('GET', 'DELETE'), (queryText, method) => {
      const request: WireRequest = { ...remove, method, query: queryText }
      expect(untunnelRequest(tunnelRequest(request))).toEqual(request)
    }),
  )
})

test('a body that contains the boundary of another request does no harm', () => {
  const inner = tunnelRequest(put)
  const outer: WireRequest = { ...put, body: JSON.stringify({ text: inner.body, type: inner.headers['Content-Type'] }) }
  expect(untunnelRequest(tunnelRequest(outer))).toEqual(outer)
})

test('a request that is not tunnelled stays as it is', () => {
  expect(isTunnelled(put)).toBe(false)
  expect(untunnelRequest(put)).toBe(put)
  const post: WireRequest = { ...put, method: 'POST' }
  expect(untunnelRequest(post)).toBe(post)
})

test('header names are read in any case and the boundary with or without quotes', () => {
  const tunnelled = tunnelRequest(put)
  const boundary = (tunnelled.headers['Content-Type'] ?? '').split('=')[1]
  const request: WireRequest = {
    ...tunnelled,
    headers: {
      'x-http-method-override': 'put',
      'CONTENT-TYPE': `Multipart/Mixed; charset=utf-8; boundary="${boundary}"`,
    },
  }
  expect(untunnelRequest(request)).toMatchObject({ method: 'PUT', query: put.query, body: put.body })
})

const form = { 'X-HTTP-Method-Override': 'GET', 'Content-Type': 'application/x-www-form-urlencoded' }
const mixed = { 'X-HTTP-Method-Override': 'PUT', 'Content-Type': 'multipart/mixed; boundary=B' }
const queryPart = '--B\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nids=A\r\n'
const jsonPart = '--B\r\nContent-Type: application/json\r\n\r\n{}\r\n'

test.each<[string, Partial<WireRequest>]>([
  ['an unknown verb', { headers: { ...form, 'X-HTTP-Method-Override': 'PATCH' }, body: 'ids=A' }],
  ['a query in the address too', { headers: form, query: 'ids=B', body: 'ids=A' }],
  ['another content type', { headers: { ...form, 'Content-Type': 'application/json' }, body: '{}' }],
  ['no content type', { headers: { 'X-HTTP-Method-Override': 'GET' }, body: 'ids=A' }],
  ['no boundary', { headers: { ...mixed, 'Content-Type': 'multipart/mixed' }, body: `${queryPart}${jsonPart}--B--` }],
  ['one part', { headers: mixed, body: `${queryPart}--B--` }],
  ['three parts', { headers: mixed, body: `${queryPart}${jsonPart}${jsonPart}--B--` }],
  ['the parts the other way round', { headers: mixed, body: `${jsonPart}${queryPart}--B--` }],
  ['no end', { headers: mixed, body: `${queryPart}${jsonPart}` }],
  ['text before the first part', { headers: mixed, body: `hello\r\n${queryPart}${jsonPart}--B--` }],
  ['a part without an empty line', { headers: mixed, body: `--B\r\nContent-Type: x\r\n${jsonPart}--B--` }],
  ['a part without a type', { headers: mixed, body: `--B\r\n\r\n\r\nids=A\r\n${jsonPart}--B--` }],
  ['no body at all', { headers: mixed }],
  [
    'a body for a GET',
    { headers: { ...mixed, 'X-HTTP-Method-Override': 'GET' }, body: `${queryPart}${jsonPart}--B--` },
  ],
])('a tunnelled request with %s is refused', (_, change) => {
  const request: WireRequest = { method: 'POST', path: '/v2/x', query: '', headers: {}, ...change }
  expect(() => untunnelRequest(request)).toThrow(MalformedTunnelError)
})

test('the limits are counted in bytes and allow exactly the maximum', () => {
  const withQuery = (length: number): WireRequest => ({ ...remove, query: 'q'.repeat(length) })
  expect(findSizeProblems(withQuery(wireLimits.queryBytes))).toEqual([])
  expect(findSizeProblems(withQuery(wireLimits.queryBytes + 1))).toEqual([
    { limit: 'queryBytes', actualBytes: 4097, allowedBytes: 4096 },
  ])
  expect(needsTunnelling(withQuery(wireLimits.queryBytes))).toBe(false)
  expect(needsTunnelling(withQuery(wireLimits.queryBytes + 1))).toBe(true)
  expect(findSizeProblems({ ...remove, query: 'é'.repeat(2049) })).toHaveLength(1)
})

test('a path segment that is too long is a problem that no tunnel solves', () => {
  const request: WireRequest = { ...remove, query: '', path: `/v2/${'p'.repeat(4097)}/notes` }
  expect(findSizeProblems(request)).toEqual([{ limit: 'pathSegmentBytes', actualBytes: 4097, allowedBytes: 4096 }])
  expect(needsTunnelling(request)).toBe(false)
})

test('path and query together can break the URL limit, which a tunnel solves', () => {
  const request: WireRequest = { ...remove, path: `/${'p'.repeat(4090)}`, query: 'q'.repeat(4090) }
  expect(findSizeProblems(request).map(problem => problem.limit)).toEqual([])
  expect(findSizeProblems(request, 'https://api.linkedin.com').map(problem => problem.limit)).toEqual(['urlBytes'])
  expect(needsTunnelling(request, 'https://api.linkedin.com')).toBe(true)
})

test('headers and address together have their own limit', () => {
  const request: WireRequest = { ...remove, query: '', headers: { Authorization: `Bearer ${'t'.repeat(28 * 1024)}` } }
  expect(findSizeProblems(request).map(problem => problem.limit)).toEqual(['requestHeadBytes'])
})
