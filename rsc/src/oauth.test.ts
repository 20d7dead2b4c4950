import { expect, test } from 'vitest'
import { recordFetch, type ScriptedAnswer } from '../testing/recording-fetch.ts'
import {
  buildAuthorizationUrl,
  createTokenSource,
  exchangeCode,
  introspectToken,
  type OauthApplication,
  readAuthorizationReturn,
  requestToken,
} from './oauth.ts'
import { createTransport } from './transport.ts'

function world(answer: () => ScriptedAnswer | undefined = () => undefined) {
  const recorded = recordFetch(answer)
  const clock = { nowMs: 1_000_000 }
  const application: OauthApplication = {
    wwwUrl: 'https://www.example',
    clientId: '86veen',
    clientSecret: 'pY+3x/=',
    transport: createTransport({ fetch: recorded.fetch, now: () => clock.nowMs }),
  }
  return { ...recorded, clock, application, tokens: createTokenSource(application) }
}

test('a token is asked for by POST with the credentials percent-encoded in the body', async () => {
  const { application, requests } = world()
  expect(await requestToken(application)).toEqual({
    accessToken: 'token-1',
    expiresInSeconds: 1800,
    expiresAtMs: 1_000_000 + 1_800_000,
  })
  expect(requests).toEqual([
    {
      method: 'POST',
      origin: 'https://www.example',
      path: '/oauth/v2/accessToken',
      query: '',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials&client_id=86veen&client_secret=pY%2B3x%2F%3D',
    },
  ])
})

test('the life of a token may come as text', async () => {
  const { application } = world(() => ({ json: { access_token: 'A', expires_in: '1800' } }))
  expect(await requestToken(application)).toMatchObject({ expiresInSeconds: 1800 })
})

test.each([
  ['a token that is missing', { expires_in: 1800 }],
  ['a life that is missing', { access_token: 'A' }],
  ['a life of nothing', { access_token: 'A', expires_in: 0 }],
  ['a life in words', { access_token: 'A', expires_in: 'long' }],
])('%s is a server failure', async (_, json) => {
  const { application } = world(() => ({ json }))
  await expect(requestToken(application)).rejects.toMatchObject({ kind: 'server', retry: 'later' })
})

test('a wrong secret is unauthorized for good: no new token can help', async () => {
  const { application } = world(() => ({
    status: 401,
    json: { error: 'invalid_client', error_description: 'Client authentication failed' },
  }))
  await expect(requestToken(application)).rejects.toMatchObject({
    kind: 'unauthorized',
    retry: 'never',
    linkedInMessage: 'invalid_client: Client authentication failed',
  })
})

test('a hundred callers at the same time share one request', async () => {
  const { tokens, requests } = world()
  const given = await Promise.all(Array.from({ length: 100 }, () => tokens.getToken()))
  expect(new Set(given)).toEqual(new Set(['token-1']))
  expect(requests).toHaveLength(1)
})

test('a token is used until a minute before its end and renewed then', async () => {
  const { tokens, requests, clock } = world()
  await tokens.getToken()
  clock.nowMs += (1800 - 61) * 1000
  expect(await tokens.getToken()).toBe('token-1')
  clock.nowMs += 1000
  expect(await Promise.all([tokens.getToken(), tokens.getToken()])).toEqual(['token-2', 'token-2'])
  expect(requests).toHaveLength(2)
})

test('a token with a short life is used for nine tenths of it', async () => {
  const { tokens, clock, requests } = world(() => ({ json: { access_token: 'A', expires_in: 20 } }))
  await tokens.getToken()
  clock.nowMs += 17_900
  await tokens.getToken()
  expect(requests).toHaveLength(1)
  clock.nowMs += 200
  await tokens.getToken()
  expect(requests).toHaveLength(2)
})

test('a dropped token is replaced once, also when several callers drop it', async () => {
  const { tokens, requests } = world()
  const token = await tokens.getToken()
  tokens.dropToken(token)
  expect(await tokens.getToken()).toBe('token-2')
  tokens.dropToken(token)
  expect(await tokens.getToken()).toBe('token-2')
  expect(requests).toHaveLength(2)
})

test('a failed request reaches everyone who waited, and the next call asks again', async () => {
  let isDown = true
  const { tokens } = world(() => (isDown ? { status: 503 } : undefined))
  const results = await Promise.allSettled([tokens.getToken(), tokens.getToken()])
  expect(results.map(result => result.status)).toEqual(['rejected', 'rejected'])
  isDown = false
  expect(await tokens.getToken()).toMatch(/^token-/)
})

test('an inspected token has its moments in milliseconds', async () => {
  const { application, requests } = world(() => ({
    json: {
      active: true,
      status: 'active',
      client_id: '86veen',
      created_at: 5,
      authorized_at: 6,
      expires_at: 7,
      auth_type: '2L',
    },
  }))
  expect(await introspectToken(application, 'tok+en')).toEqual({
    isActive: true,
    status: 'active',
    clientId: '86veen',
    createdAtMs: 5000,
    authorizedAtMs: 6000,
    expiresAtMs: 7000,
    authType: '2L',
  })
  expect(requests).toMatchObject([{ path: '/oauth/v2/introspectToken', method: 'POST', query: '' }])
  expect(requests[0]?.body).toBe('token=tok%2Ben&client_id=86veen&client_secret=pY%2B3x%2F%3D')
})

test('a token that LinkedIn does not know may have no moments', async () => {
  const { application } = world(() => ({ json: { active: false } }))
  expect(await introspectToken(application, 'x')).toMatchObject({ isActive: false, expiresAtMs: null, status: null })
})

test('the authorize address names everything and encodes it', () => {
  const url = buildAuthorizationUrl(
    { wwwUrl: 'https://www.example', clientId: '78veen' },
    { redirectUri: 'https://werken.veenweide.example/linkedin/return', state: 'b81&e' },
  )
  expect(url).toBe(
    'https://www.example/oauth/v2/authorization?response_type=code&client_id=78veen' +
      '&redirect_uri=https%3A%2F%2Fwerken.veenweide.example%2Flinkedin%2Freturn&state=b81%26e&scope=r_liteprofile',
  )
})

test.each([
  ['a code', '?code=AQT&state=s1', { ok: true, code: 'AQT' }],
  [
    'a refusal',
    '?error=user_cancelled_login&state=s1',
    { ok: false, error: 'user_cancelled_login', description: null },
  ],
  [
    'a refusal in words',
    'error=user_cancelled_authorize&error_description=The+user+said+no&state=s1',
    { ok: false, error: 'user_cancelled_authorize', description: 'The user said no' },
  ],
  ['another state', '?code=AQT&state=s2', { ok: false, error: 'state_mismatch', description: null }],
  ['no state', '?code=AQT', { ok: false, error: 'state_mismatch', description: null }],
  ['neither code nor error', '?state=s1', { ok: false, error: 'invalid_return', description: null }],
  ['an empty code', '?code=&state=s1', { ok: false, error: 'invalid_return', description: null }],
])('a return with %s', (_, query, judged) => {
  expect(readAuthorizationReturn(query, 's1')).toEqual(judged)
})

test('a code is exchanged with the same redirect address', async () => {
  const { application, requests } = world(() => ({ json: { access_token: 'AQV', expires_in: 5_184_000 } }))
  const redirectUri = 'https://werken.veenweide.example/linkedin/return'
  expect(await exchangeCode(application, { code: 'AQT', redirectUri })).toMatchObject({ accessToken: 'AQV' })
  expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toEqual({
    grant_type: 'authorization_code',
    code: 'AQT',
    redirect_uri: redirectUri,
    client_id: '86veen',
    client_secret: 'pY+3x/=',
  })
})

test('a code that was used before is a bad request', async () => {
  const { application } = world(() => ({ status: 400, json: { error: 'invalid_grant' } }))
  await expect(exchangeCode(application, { code: 'x', redirectUri: 'y' })).rejects.toMatchObject({
    kind: 'badRequest',
    linkedInMessage: 'invalid_grant',
  })
})
