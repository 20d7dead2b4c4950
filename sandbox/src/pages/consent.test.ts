import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../start-sandbox.ts'
import { type Customer, provision } from '../testing/customer.ts'
import { wireCall } from '../testing/wire-call.ts'
import { type PageVisitor, startVisitor } from './testing/page-visitor.ts'

const returnAddress = 'https://hiring.tulpenveld.example/linkedin/return'

let running: RunningSandbox
let customer: Customer
let visitor: PageVisitor
beforeAll(async () => {
  running = await startSandbox({ port: 0 })
  customer = await provision(running)
})
afterAll(() => running.stop())
beforeEach(() => {
  visitor = startVisitor(running.url)
})

function consentAddress(changes: Readonly<Record<string, string>> = {}): string {
  const query = {
    response_type: 'code',
    client_id: customer.clientId,
    redirect_uri: returnAddress,
    state: 'b81e',
    scope: 'r_liteprofile',
    ...changes,
  }
  return `/oauth/v2/authorization?${new URLSearchParams(query)}`
}

test('the member signs in, allows, and the code buys a token of this member', async () => {
  const asked = await visitor.get(consentAddress())
  expect(asked.location).toBe(`/talent/sign-in?${new URLSearchParams({ return: consentAddress() })}`)
  expect((await visitor.get(asked.location ?? '')).text).toContain('Sign in to go on to Lodestone - tenant-nl.')

  const form = { email: 'sanne.de.wit@tulpenveld.example', password: 'sandbox', return: consentAddress() }
  expect((await visitor.send('/talent/sign-in', form)).location).toBe(consentAddress())
  const page = await visitor.get(consentAddress())
  expect(page.text).toContain('Lodestone - tenant-nl would like to: Use your name and your id')
  expect(page.text).toContain('You are signed in as Sanne de Wit')

  const allowed = await visitor.send(consentAddress(), { answer: 'allow' })
  expect(allowed.status).toBe(303)
  const back = new URL(allowed.location ?? '')
  expect(back.origin + back.pathname).toBe(returnAddress)
  expect(back.searchParams.get('state')).toBe('b81e')
  const bought = await wireCall(running.url, 'POST /oauth/v2/accessToken', {
    form: new URLSearchParams({
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: returnAddress,
      client_id: customer.clientId,
      client_secret: customer.clientSecret,
    }).toString(),
  })
  expect(bought.status).toBe(200)
  expect(running.store.tokens.find(bought.body.access_token)?.memberId).toBe('sanne-de-wit')
})

test.each([
  ['on the consent page', true, 'user_cancelled_authorize'],
  ['on the sign-in page', false, 'user_cancelled_login'],
])('Cancel %s tells the application', async (_place, isSignedIn, error) => {
  if (isSignedIn) await visitor.signIn('sanne-de-wit')
  const page = await visitor.get(
    isSignedIn ? consentAddress() : `/talent/sign-in?${new URLSearchParams({ return: consentAddress() })}`,
  )
  expect(page.text).toMatch(isSignedIn ? /Cancel Allow/ : /Cancel and go back to Lodestone - tenant-nl/)
  const back = new URL((await visitor.send(consentAddress(), { answer: 'cancel' })).location ?? '')
  expect([back.searchParams.get('error'), back.searchParams.get('state')]).toEqual([error, 'b81e'])
  expect(back.searchParams.has('code')).toBe(false)
})

test('“Not you?” signs out and comes back to the same consent', async () => {
  await visitor.signIn('sanne-de-wit')
  const page = await visitor.get(consentAddress())
  const action = /action="(\/talent\/sign-out[^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const left = await visitor.send(action, {})
  expect(left.location).toBe(`/talent/sign-in?${new URLSearchParams({ return: consentAddress() })}`)
  expect((await visitor.get(consentAddress())).location).toContain('/talent/sign-in')
})

test('who was signed out meanwhile cannot allow', async () => {
  const answer = await visitor.send(consentAddress(), { answer: 'allow' })
  expect(answer.location).toBe(consentAddress())
})

test.each([
  ['an unknown client', { client_id: '77nobody' }, 'invalid client_id'],
  ['the parent application', { client_id: '86kdlodestone' }, 'invalid client_id'],
  ['another return address', { redirect_uri: 'https://evil.example/return' }, 'redirect_uri does not match'],
])('%s is told on the page and never redirected to', async (_name, changes, sentence) => {
  await visitor.signIn('sanne-de-wit')
  for (const page of [
    await visitor.get(consentAddress(changes)),
    await visitor.send(consentAddress(changes), { answer: 'allow' }),
  ]) {
    expect([page.status, page.location]).toEqual([400, null])
    expect(page.text).toContain('This request cannot go on')
    expect(page.text).toContain(sentence)
  }
})

test('a wrong scope is told to the application', async () => {
  const answer = await visitor.get(consentAddress({ scope: 'r_everything' }))
  expect(new URL(answer.location ?? '').searchParams.get('error')).toBe('unauthorized_scope_error')
})

test('the browser may follow the answer to the application and nowhere else', async () => {
  const signIn = await visitor.get(`/talent/sign-in?${new URLSearchParams({ return: consentAddress() })}`)
  await visitor.signIn('sanne-de-wit')
  const consent = await visitor.get(consentAddress())
  for (const page of [signIn, consent]) {
    expect(page.headers.get('content-security-policy')).toContain(
      "form-action 'self' https://hiring.tulpenveld.example",
    )
  }
})
