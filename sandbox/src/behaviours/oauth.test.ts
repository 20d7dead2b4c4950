import { afterEach, beforeEach, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { type RunningSandbox, startSandbox } from '../start-sandbox.ts'
import { type Customer, provision } from '../testing/customer.ts'
import { wireCall } from '../testing/wire-call.ts'
import { findMemberByPersonUrn } from './members.ts'
import { allowAuthorization, declineAuthorization, readAuthorizationRequest } from './oauth.ts'

let running: RunningSandbox
let customer: Customer
const redirectUri = 'https://hiring.tulpenveld.example/linkedin/return'

beforeEach(async () => {
  running = await startSandbox({ port: 0 })
  customer = await provision(running)
})
afterEach(() => running.stop())

function ask(changes: Record<string, string> = {}) {
  return readAuthorizationRequest(
    running.sandbox,
    new URLSearchParams({
      response_type: 'code',
      client_id: customer.clientId,
      redirect_uri: redirectUri,
      state: 'b81e',
      scope: 'r_liteprofile',
      ...changes,
    }),
  )
}

function consent(memberId = 'sanne-de-wit'): string {
  const asked = ask()
  if (asked.kind !== 'ask') throw new Error('the request was faulty')
  return allowAuthorization(running.sandbox, asked.request, memberId)
}

function redeem(code: string, changes: Record<string, string> = {}) {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: customer.clientId,
    client_secret: customer.clientSecret,
    ...changes,
  })
  return wireCall(running.url, 'POST /oauth/v2/accessToken', { form: form.toString() })
}

const codeOf = (address: string) => new URL(address).searchParams.get('code') ?? ''

test('consent leads back with code and state, and the code buys a member token of 60 days', async () => {
  const address = consent()
  expect(address.startsWith(`${redirectUri}?`)).toBe(true)
  expect(new URL(address).searchParams.get('state')).toBe('b81e')
  const { status, body } = await redeem(codeOf(address))
  expect([status, body.expires_in]).toEqual([200, 5_184_000])
  const me = await wireCall(running.url, 'GET /v2/me?fields=id', { token: body.access_token })
  expect(me.status).toBe(200)
  expect(Object.keys(me.body)).toEqual(['id'])
  const member = findMemberByPersonUrn(running.sandbox, customer.clientId, `urn:li:person:${me.body.id}`)
  expect(member?.memberId).toBe('sanne-de-wit')
})

test('the id of a person differs from application to application', async () => {
  const other = await provision(running, 'tenant-be')
  const first = await redeem(codeOf(consent()))
  const own = customer
  customer = other
  const second = await redeem(codeOf(consent()))
  const ids = await Promise.all(
    [first, second].map(
      async ({ body }) => (await wireCall(running.url, 'GET /v2/me?fields=id', { token: body.access_token })).body.id,
    ),
  )
  expect(ids[0]).not.toBe(ids[1])
  expect(findMemberByPersonUrn(running.sandbox, own.clientId, `urn:li:person:${ids[1]}`)).toBeUndefined()
})

test('a code works once, for its client, its address and half an hour', async () => {
  running.clock.freeze()
  const spent = codeOf(consent())
  await redeem(spent)
  const again = await redeem(spent)
  expect([again.status, again.body.error]).toEqual([400, 'invalid_request'])
  expect(again.body.error_description).toContain('used before')
  const elsewhere = await redeem(codeOf(consent()), { redirect_uri: 'https://evil.example/' })
  expect(elsewhere.body.error_description).toContain('redirect_uri')
  const stranger = await provision(running, 'tenant-be')
  const stolen = await redeem(codeOf(consent()), { client_id: stranger.clientId, client_secret: stranger.clientSecret })
  expect(stolen.body.error_description).toContain('unknown')
  const old = codeOf(consent())
  await running.clock.advance(30 * 60 * 1000)
  expect((await redeem(old)).body.error_description).toContain('expired')
})

test('a wrong client or return address is never redirected to', () => {
  expect(() => ask({ client_id: 'nobody' })).toThrow(Refusal)
  expect(() => ask({ client_id: running.sandbox.seed.parentApplication.clientId })).toThrow('invalid client_id')
  expect(() => ask({ redirect_uri: 'https://evil.example/' })).toThrow('redirect_uri does not match')
})

test('other faults go back to the application with the state', () => {
  const scope = ask({ scope: 'r_everything' })
  expect(scope.kind === 'redirect' && new URL(scope.to).searchParams.get('error')).toBe('unauthorized_scope_error')
  const type = ask({ response_type: 'token' })
  expect(type.kind === 'redirect' && new URL(type.to).searchParams.get('state')).toBe('b81e')
})

test('cancelling says where', () => {
  const asked = ask()
  if (asked.kind !== 'ask') throw new Error('the request was faulty')
  const address = new URL(declineAuthorization(asked.request, 'user_cancelled_authorize'))
  expect(address.searchParams.get('error')).toBe('user_cancelled_authorize')
  expect(address.searchParams.get('state')).toBe('b81e')
})

test('an application token is nobody, and a member token opens nothing but /me', async () => {
  const nobody = await customer.call('GET /v2/me?fields=id')
  expect([nobody.status, nobody.body.message]).toEqual([403, 'Not enough permissions to access: GET /me'])
  const { body } = await redeem(codeOf(consent()))
  const seats = await wireCall(running.url, 'GET /v2/seatsV2?q=attributes&contracts=urn:li:contract:771203&start=0', {
    token: body.access_token,
  })
  expect([seats.status, seats.body.message]).toEqual([403, 'Not enough permissions to access: GET /seatsV2'])
})

test('the token of somebody who closed his account opens nothing any more', async () => {
  const { body } = await redeem(codeOf(consent()))
  await wireCall(running.url, 'POST /_sandbox/members', { json: { memberId: 'sanne-de-wit', closedAt: 1 } })
  const me = await wireCall(running.url, 'GET /v2/me?fields=id', { token: body.access_token })
  expect([me.status, me.body.message]).toEqual([403, 'Not enough permissions to access: GET /me'])
})
