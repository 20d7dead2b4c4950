import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../start-sandbox.ts'
import { provision, takeParentToken } from '../testing/customer.ts'
import { wireCall } from '../testing/wire-call.ts'

let running: RunningSandbox

beforeEach(async () => {
  running = await startSandbox({ port: 0 })
})
afterEach(() => running.stop())

const id = '86kdlodestone'
const secret = encodeURIComponent('sandbox+parent/secret=')
const send = (form: string, extra = {}) => wireCall(running.url, 'POST /oauth/v2/accessToken', { form, ...extra })

test('client credentials give an opaque token of 1800 seconds and no token_type', async () => {
  const { status, body } = await send(`grant_type=client_credentials&client_id=${id}&client_secret=${secret}`)
  expect(status).toBe(200)
  expect(Object.keys(body)).toEqual(['access_token', 'expires_in'])
  expect(body.expires_in).toBe(1800)
  expect(body.access_token.length).toBeGreaterThan(60)
})

test.each([
  ['a wrong secret', `grant_type=client_credentials&client_id=${id}&client_secret=no`, 401, 'invalid_client'],
  ['an unknown client', `grant_type=client_credentials&client_id=x&client_secret=${secret}`, 401, 'invalid_client'],
  [
    'a secret that was not encoded',
    `grant_type=client_credentials&client_id=${id}&client_secret=sandbox+parent/secret=`,
    401,
    'invalid_client',
  ],
  ['a missing secret', `grant_type=client_credentials&client_id=${id}`, 400, 'invalid_request'],
  ['a missing grant type', `client_id=${id}&client_secret=${secret}`, 400, 'invalid_request'],
  ['another grant type', `grant_type=password&client_id=${id}&client_secret=${secret}`, 400, 'invalid_request'],
  [
    'an invented code',
    `grant_type=authorization_code&code=AQT1&redirect_uri=https://a.example&client_id=${id}&client_secret=${secret}`,
    400,
    'invalid_request',
  ],
])('%s is refused', async (_, form, status, error) => {
  const answer = await send(form)
  expect([answer.status, answer.body.error]).toEqual([status, error])
  expect(answer.body.error_description).toEqual(expect.any(String))
})

test('credentials in the URL, JSON bodies and GET are refused', async () => {
  const query = `grant_type=client_credentials&client_id=${id}&client_secret=${secret}`
  const inUrl = await wireCall(running.url, `POST /oauth/v2/accessToken?${query}`, { form: query })
  expect([inUrl.status, inUrl.body.error_description]).toEqual([
    400,
    'The parameters belong in the body, not in the URL',
  ])
  const asJson = await wireCall(running.url, 'POST /oauth/v2/accessToken', {
    json: { grant_type: 'client_credentials' },
  })
  expect([asJson.status, asJson.body.error_description]).toEqual([
    400,
    'Content-Type must be application/x-www-form-urlencoded',
  ])
  const get = await wireCall(running.url, `GET /oauth/v2/accessToken?${query}`)
  expect([get.status, get.body.error_description]).toEqual([405, 'The request must be a POST'])
})

const finder = 'GET /v2/provisionedApplications?q=credentialsByUniqueForeignId&uniqueForeignId=x'

test('a token stops working after 1800 seconds by the clock', async () => {
  running.clock.freeze()
  const token = await takeParentToken(running)
  await running.clock.advance(1_799_999)
  expect((await wireCall(running.url, finder, { token })).status).toBe(200)
  await running.clock.advance(1)
  const late = await wireCall(running.url, finder, { token })
  expect(late.status).toBe(401)
  expect(late.body).toEqual({
    message: 'The token used in the request has expired',
    serviceErrorCode: 65602,
    status: 401,
  })
})

test('no token and a tampered token are told apart', async () => {
  const none = await wireCall(running.url, finder)
  expect([none.status, none.body]).toEqual([
    401,
    { message: 'Empty oauth2_access_token', serviceErrorCode: 401, status: 401 },
  ])
  const token = `${(await takeParentToken(running)).slice(0, -1)}!`
  const tampered = await wireCall(running.url, finder, { token })
  expect([tampered.status, tampered.body.message]).toEqual([401, 'Invalid access token'])
})

test('parent and child tokens do not open each other’s doors', async () => {
  const customer = await provision(running)
  const child = await customer.call(finder)
  expect([child.status, child.body.message]).toEqual([
    403,
    'Not enough permissions to access: GET /provisionedApplications',
  ])
  const token = await takeParentToken(running)
  const parent = await wireCall(running.url, 'GET /v2/simpleJobPostingTasks?ids=urn:li:simpleJobPostingTask:1', {
    token,
  })
  expect([parent.status, parent.body.message]).toEqual([
    403,
    'Not enough permissions to access: GET /simpleJobPostingTasks',
  ])
  expect(parent.body.serviceErrorCode).toBe(100)
})

test('introspection tells active from expired, in seconds', async () => {
  running.clock.freeze()
  const token = await takeParentToken(running)
  const form = `client_id=${id}&client_secret=${secret}&token=${token}`
  const active = await wireCall(running.url, 'POST /oauth/v2/introspectToken', { form })
  const now = Math.floor(running.clock.now() / 1000)
  expect(active.body).toMatchObject({ active: true, status: 'active', client_id: id, auth_type: '2L', created_at: now })
  expect(active.body.expires_at - active.body.created_at).toBe(1800)
  await running.clock.advance(1_800_000)
  const expired = await wireCall(running.url, 'POST /oauth/v2/introspectToken', { form })
  expect(expired.body).toMatchObject({ active: false, status: 'expired' })
  const wrong = await wireCall(running.url, 'POST /oauth/v2/introspectToken', { form: form.replace(secret, 'x') })
  expect(wrong.status).toBe(401)
  const unknown = await wireCall(running.url, 'POST /oauth/v2/introspectToken', { form: form.replace(token, 'x') })
  expect(unknown.status).toBe(400)
  const stranger = await wireCall(running.url, 'POST /oauth/v2/introspectToken', { form: form.replace(id, 'x') })
  expect([stranger.status, stranger.body.error_description]).toEqual([400, 'The client id is unknown'])
})
