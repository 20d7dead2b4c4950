import { expect, test } from 'vitest'
import { testClock } from '../../platform/testing/test-app.ts'
import { aVisitor } from '../testing/visitor.ts'
import { aVouchingCompany } from '../testing/vouching-company.ts'

const turnedAway = (outcome: string) => `/sign-in?company=${outcome}`

/** With an account at the issuer for the administrator, who is a user already. */
async function aCompanyWithAda(options: Parameters<typeof aVouchingCompany>[0] = {}) {
  const there = await aVouchingCompany(options)
  const email = `ada@${there.domain}`
  there.issuer.addAccount('ada', { email, email_verified: true, given_name: 'Ada', family_name: 'Beheer' })
  there.issuer.signInAs('ada')
  return { ...there, email, visitor: await aVisitor(there.app) }
}

test('there and back: in, at the page that was wanted, with claims in the token or asked for', async () => {
  for (const claimsInToken of [true, false]) {
    const there = await aCompanyWithAda({ claimsInToken })
    const { visitor, issuer, tenantId, email } = there
    const authorizeUrl = new URL(await visitor.begin(tenantId, '/jobs?scope=all'))
    expect(Object.fromEntries(authorizeUrl.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(await visitor.comeBack(await issuer.visit(authorizeUrl.href))).toBe('/jobs?scope=all')
    expect(await visitor.whoAmI()).toBe(email)
    expect((await visitor.ask('POST', '/api/v1/sign-out')).status).toBe(204)
    expect(await visitor.whoAmI()).toBe(401)
  }
})

test('a page that is not ours is not gone to', async () => {
  const { visitor, issuer, tenantId } = await aCompanyWithAda()
  for (const to of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '/a\nb']) {
    expect(await visitor.comeBack(await issuer.visit(await visitor.begin(tenantId, to)))).toBe('/')
  }
})

test('a wrong state, another browser, and an answer that comes twice are turned away', async () => {
  const { app, visitor, issuer, tenantId } = await aCompanyWithAda()
  const back = await issuer.visit(await visitor.begin(tenantId))
  const stranger = await aVisitor(app)
  expect(await stranger.comeBack(back)).toBe(turnedAway('tooLate'))
  const cookie = new Map(visitor.cookies)
  expect(await visitor.comeBack(back)).toBe('/')
  for (const [name, value] of cookie) visitor.cookies.set(name, value)
  expect(await visitor.comeBack(back)).toBe(turnedAway('tooLate'))
  const forged = await issuer.visit(await visitor.begin(tenantId))
  forged.searchParams.set('state', 'of somebody else')
  expect(await visitor.comeBack(forged)).toBe(turnedAway('notTrusted'))
  expect(await visitor.comeBack(forged)).toBe(turnedAway('tooLate'))
})

test('a code of another trip is turned away, and so is one that was used', async () => {
  const { visitor, issuer, tenantId, app } = await aCompanyWithAda()
  const thief = await aVisitor(app)
  const first = await issuer.visit(await visitor.begin(tenantId))
  const attempt = async () => {
    const own = await issuer.visit(await thief.begin(tenantId))
    own.searchParams.set('code', first.searchParams.get('code') ?? '')
    return thief.comeBack(own)
  }
  expect(await attempt()).toBe(turnedAway('notTrusted'))
  expect(await visitor.comeBack(first)).toBe('/')
  expect(await attempt()).toBe(turnedAway('notTrusted'))
  expect(await thief.whoAmI()).toBe(401)
})

test('a token with another nonce, or an answer that names another issuer, is not believed', async () => {
  const { visitor, issuer, tenantId } = await aCompanyWithAda()
  const begun = new URL(await visitor.begin(tenantId))
  begun.searchParams.set('nonce', 'of another browser')
  expect(await visitor.comeBack(await issuer.visit(begun.href))).toBe(turnedAway('notTrusted'))
  const back = await issuer.visit(await visitor.begin(tenantId))
  back.searchParams.set('iss', 'https://elsewhere.example')
  expect(await visitor.comeBack(back)).toBe(turnedAway('notTrusted'))
  expect(await visitor.whoAmI()).toBe(401)
})

test('the answer of one company is not taken for another', async () => {
  const { visitor, issuer, tenantId, sister } = await aCompanyWithAda()
  const back = await issuer.visit(await visitor.begin(tenantId))
  back.pathname = back.pathname.replace(tenantId, sister.tenantId)
  expect(await visitor.comeBack(back)).toBe(turnedAway('tooLate'))
})

test('clocks may differ a little; a token that ran out is turned away, and so is a trip of more than ten minutes', async () => {
  const clock = testClock(new Date().toISOString())
  const there = await aCompanyWithAda({ clock, idTokenSeconds: 120 })
  const { visitor, issuer, tenantId } = there
  const back = async (later: number) => {
    const address = await issuer.visit(await visitor.begin(tenantId))
    clock.moveMs(later * 1000)
    const ended = await visitor.comeBack(address)
    clock.moveMs(-later * 1000)
    return ended
  }
  expect(await back(-45)).toBe('/')
  expect(await back(150)).toBe('/')
  expect(await back(200)).toBe(turnedAway('clock'))
  expect(await back(601)).toBe(turnedAway('tooLate'))
})

test('a company is known in capitals, too', async () => {
  const { visitor, issuer, tenantId } = await aCompanyWithAda()
  const back = await issuer.visit(await visitor.begin(tenantId.toUpperCase()))
  back.pathname = back.pathname.replace(tenantId, tenantId.toUpperCase())
  expect(await visitor.comeBack(back)).toBe('/')
})

test('a no at the issuer comes back as one', async () => {
  const { visitor, issuer, tenantId } = await aCompanyWithAda()
  const back = await issuer.visit(await visitor.begin(tenantId))
  back.searchParams.delete('code')
  back.searchParams.set('error', 'access_denied')
  expect(await visitor.comeBack(back)).toBe(turnedAway('cancelled'))
})

test('an issuer that is down costs a sentence, before and on the way, and afterwards all goes on', async () => {
  const { visitor, issuer, tenantId } = await aCompanyWithAda()
  const begin = () => visitor.ask('POST', '/api/v1/sign-in/company-trips', { id: tenantId, language: 'en' })
  const back = await issuer.visit(await visitor.begin(tenantId))
  await issuer.pause()
  expect(await visitor.comeBack(back)).toBe(turnedAway('unreachable'))
  expect(await begin()).toMatchObject({ status: 409, body: { code: 'companySignIn.unreachable' } })
  await issuer.resume()
  expect(await visitor.comeBack(await issuer.visit(await visitor.begin(tenantId)))).toBe('/')
})

test('a company whose client the issuer no longer knows is told to have it looked at', async () => {
  const { visitor, issuer, tenantId, change } = await aCompanyWithAda()
  await change({ clientSecret: 'another one, which is wrong by far' })
  expect(await visitor.comeBack(await issuer.visit(await visitor.begin(tenantId)))).toBe(turnedAway('notTrusted'))
})

test('what begins and leads nowhere is counted for each network address', async () => {
  const there = await aCompanyWithAda()
  const { app, visitor, sister, tenantId } = there
  for (let round = 0; round < 3; round++) expect(await visitor.signInAs(there, 'ada')).toBe('/')
  const begin = (id: string) => visitor.ask('POST', '/api/v1/sign-in/company-trips', { id, language: 'en' })
  for (let round = 0; round < 100; round++) expect((await begin(sister.tenantId)).status).toBe(404)
  expect(await begin(tenantId)).toMatchObject({ status: 429, body: { code: 'signIn.tooManyAttempts' } })
  expect(await (await aVisitor(app)).signInAs(there, 'ada')).toBe('/')
})
