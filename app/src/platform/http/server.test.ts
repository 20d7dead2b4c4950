import { expect, test } from 'vitest'
import { z } from 'zod'
import { conflict, invalid, notAllowed, notFound, Refusal } from '../errors.ts'
import { aTenant, aUser } from '../testing/builders.ts'
import { testApp } from '../testing/test-app.ts'
import { signedIn, signedOut } from '../testing/test-http.ts'
import { operation } from './operation.ts'
import { createRouter } from './router.ts'

const things = z.object({ name: z.string().min(2, 'must have two letters'), size: z.object({ width: z.int() }) })

const refusals: Record<string, Error> = {
  invalid: invalid({ code: 'thing.odd', message: 'Odd.', errors: [{ field: 'name', message: 'is odd', code: 'odd' }] }),
  notSignedIn: new Refusal('notSignedIn', { code: 'x', message: 'x' }),
  notAllowed: notAllowed('thing.closed', 'Closed. Ask an administrator.'),
  notFound: notFound('thing'),
  conflict: conflict({ code: 'thing.taken', message: 'Taken.', params: { by: 'Anna', times: 2 } }),
  tooLarge: new Refusal('tooLarge', { code: 'x', message: 'x' }),
  tooMany: new Refusal('tooMany', { code: 'x', message: 'x', retryAfterSeconds: 2.2 }),
  surprise: new Error('the secret inside'),
}

const thingRoutes = () =>
  createRouter()
    .openapi(
      operation({ method: 'post', path: '/things', summary: 'Makes', body: things, answer: things, status: 201 }),
      c => c.json(c.req.valid('json'), 201),
    )
    .openapi(
      operation({ method: 'post', path: '/lists', summary: 'Takes', body: z.object({ values: z.array(z.int()) }) }),
      c => c.body(null, 204),
    )
    .openapi(operation({ method: 'delete', path: '/things', summary: 'Removes' }), c => c.body(null, 204))
    .openapi(
      operation({
        method: 'get',
        path: '/refusals/{kind}',
        summary: 'Refuses',
        params: z.object({ kind: z.string() }),
      }),
      c => {
        throw refusals[c.req.valid('param').kind] ?? new Error('unknown kind')
      },
    )

async function aBrowser() {
  const app = await testApp()
  const tenant = await aTenant(app)
  return { app, browser: await signedIn(app, await aUser(app, tenant), thingRoutes) }
}

const good = { name: 'bulb', size: { width: 3 } }

test('a wrong value is told field by field', async () => {
  const { browser } = await aBrowser()
  const answer = await browser.post('/api/v1/things', { name: 'b', size: { width: 'wide' } })
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer).toMatchObject({
    status: 422,
    body: {
      type: 'urn:lodestone:problem:invalidInput',
      title: 'Not valid',
      status: 422,
      code: 'invalidInput',
      errors: [
        { field: 'name', message: 'must have two letters', code: 'too_small' },
        { field: 'size.width', code: 'invalid_type' },
      ],
      requestId: answer.headers.get('x-request-id'),
    },
  })
})

test('of very many wrong values the first hundred are told', async () => {
  const { browser } = await aBrowser()
  const answer = await browser.post('/api/v1/lists', { values: Array.from({ length: 1_000 }, () => 'x') })
  expect(answer.status).toBe(422)
  expect(Object(answer.body).errors).toHaveLength(100)
})

test.each([
  ['invalid', 422, 'thing.odd'],
  ['notSignedIn', 401, 'x'],
  ['notAllowed', 403, 'thing.closed'],
  ['notFound', 404, 'notFound'],
  ['conflict', 409, 'thing.taken'],
  ['tooLarge', 413, 'x'],
  ['tooMany', 429, 'x'],
  ['surprise', 500, 'unexpected'],
])('the refusal %s is answered with %i', async (kind, status, code) => {
  const { browser } = await aBrowser()
  const answer = await browser.get(`/api/v1/refusals/${kind}`)
  expect(answer).toMatchObject({ status, body: { status, code } })
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(Object.keys(Object(answer.body)).sort()).toEqual(
    ['code', 'detail', 'errors', 'params', 'requestId', 'status', 'title', 'type'].sort(),
  )
  expect(answer.headers.get('retry-after')).toBe(kind === 'tooMany' ? '3' : null)
  expect(JSON.stringify(answer.body)).not.toContain('the secret inside')
})

test.each([
  ['malformed JSON', { body: '{"name":' }, 400, 'malformedBody'],
  ['no body', {}, 422, 'invalidInput'],
  [
    'a form',
    { body: 'name=bulb', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'wrongContentType',
  ],
  ['text', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'wrongContentType'],
  ['JSON in disguise', { body: '{}', headers: { 'content-type': 'application/jsonp' } }, 415, 'wrongContentType'],
  ['a null character', { body: '{"name":"a\\u0000b","size":{"width":1}}' }, 422, 'unstorableText'],
  ['half of a pair of surrogates', { body: '{"name":"bulb","size":{"\\ud83C":1}}' }, 422, 'unstorableText'],
  ['two megabytes', { body: { name: 'x'.repeat(2_000_000) } }, 413, 'bodyTooLarge'],
])('%s is refused', async (_what, init, status, code) => {
  const { browser } = await aBrowser()
  const answer = await browser.send('POST', '/api/v1/things', init)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ code, status })
})

test('a whole pair of surrogates is text like any other, and a null character in an address is refused', async () => {
  const { browser } = await aBrowser()
  const tulip = await browser.send('POST', '/api/v1/things', { body: '{"name":"a \\ud83c\\udf37","size":{"width":1}}' })
  expect([tulip.status, await tulip.json()]).toMatchObject([201, { name: 'a 🌷' }])
  expect(await browser.get('/api/v1/refusals/a%00b')).toMatchObject({ status: 422, body: { code: 'unstorableText' } })
})

test('a body without a type or a length is read no further than the limit', async () => {
  const { browser } = await aBrowser()
  const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
  const long = await browser.send('POST', '/api/v1/things', { body: { name: 'x'.repeat(2_000_000) }, headers })
  expect(long.status).toBe(413)
  const short = await browser.send('POST', '/api/v1/things', { body: good, headers })
  expect(short.status).toBe(201)
  const untyped = await browser.send('POST', '/api/v1/things', { body: good, headers: { 'content-type': '' } })
  expect(untyped.status).toBe(415)
})

test('an unknown address is a problem, not a page', async () => {
  const { browser } = await aBrowser()
  const answer = await browser.get('/api/v1/tulips', { accept: 'text/html' })
  expect(answer).toMatchObject({ status: 404, body: { code: 'unknownAddress' } })
})

test('whoever is not signed in is told so before anything else', async () => {
  const browser = await signedOut(await testApp(), thingRoutes)
  const answer = await browser.post('/api/v1/things', { name: 1 })
  expect(answer).toMatchObject({ status: 401, body: { code: 'notSignedIn' } })
})

const foreign = { origin: 'https://evil.example.com' }

test.each([
  ['from a foreign page', foreign, 403],
  ['from a page without an origin', { origin: 'null' }, 403],
  ['from another port of the same host', { origin: 'http://localhost:4000' }, 403],
  ['from a page that calls itself by our beginning', { origin: 'http://localhost:3000.evil.example.com' }, 403],
  ['from our page', { origin: 'http://localhost:3000' }, 201],
])('a change %s', async (_from, headers, status) => {
  const { browser } = await aBrowser()
  expect((await browser.post('/api/v1/things', good, headers)).status).toBe(status)
})

test('a change without an origin must say that it comes from our own page', async () => {
  const { app, browser } = await aBrowser()
  const { server, cookie } = browser.raw()
  const send = (headers: Record<string, string>) =>
    server.request('/api/v1/things', { method: 'DELETE', headers: { cookie, ...headers } })
  expect((await send({})).status).toBe(403)
  expect((await send({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
  expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await send({ 'sec-fetch-site': 'same-origin' })).status).toBe(204)
  expect((await send({ origin: app.config.publicUrl })).status).toBe(204)
})

test('reading needs no origin', async () => {
  const { browser } = await aBrowser()
  expect((await browser.get('/api/v1/refusals/notFound', foreign)).status).toBe(404)
})

test('every answer carries the security headers', async () => {
  const { browser } = await aBrowser()
  for (const address of ['/api/v1/things', '/api/v1/refusals/surprise', '/healthz', '/nowhere', '/api/openapi.json']) {
    const { headers } = await browser.get(address)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('x-request-id')).toMatch(/^req_[\w-]{16}$/)
    expect(headers.get('strict-transport-security')).toBeNull()
    if (address.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store')
  }
})

test('over https browsers are told to stay there', async () => {
  const browser = await signedOut(await testApp({ config: { publicUrl: 'https://ats.example.com' } }))
  expect((await browser.get('/healthz')).headers.get('strict-transport-security')).toBe('max-age=31536000')
})
