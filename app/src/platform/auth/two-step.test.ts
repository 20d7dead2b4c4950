import { expect, test } from 'vitest'
import type { App } from '../app.ts'
import { aTenant, aUser } from '../testing/builders.ts'
import { codeOf, setUpTwoStep } from '../testing/second-steps.ts'
import { testApp, testClock } from '../testing/test-app.ts'
import { signedIn, signedOut } from '../testing/test-http.ts'
import { accountRoutes } from './account.routes.ts'
import { secondStepRoutes } from './second-step.routes.ts'
import { sessionRoutes } from './session.routes.ts'
import { readDevice } from './session-list.queries.ts'
import { addSignIn } from './sign-ins.ts'
import { beginSetUp, confirmSetUp } from './two-step.ts'

const password = 'tulpen uit Aalsmeer'

async function aPerson(app: App) {
  const email = `${crypto.randomUUID()}@example.com`
  const signInId = (await addSignIn(app, { email, password, name: 'Anna de Vries' }, { mayJoin: false })) ?? ''
  const user = await aUser(app, await aTenant(app), { email, signInId })
  const stranger = await signedOut(app, sessionRoutes, secondStepRoutes)
  /** The password, answered with the cookies of the first step. */
  const firstStep = async () => {
    const answer = await stranger.send('POST', '/api/v1/sign-in', { body: { email, password } })
    const cookie = answer.headers
      .getSetCookie()
      .map(one => one.split(';')[0])
      .join('; ')
    const secondStep = (code: string) => stranger.post('/api/v1/sign-in/codes', { code }, { cookie })
    return { body: await answer.json(), cookie, secondStep }
  }
  return { email, signInId, user, stranger, firstStep }
}

const aClock = () => testClock('2026-11-23T08:00:10Z')

test('with two steps the password alone opens nothing, and the code of the app opens everything', async () => {
  const clock = aClock()
  const app = await testApp({ clock })
  const { signInId, firstStep, stranger } = await aPerson(app)
  const { secret } = await setUpTwoStep(app, signInId)
  clock.moveMs(30_000)
  const { body, cookie, secondStep } = await firstStep()
  expect(body).toEqual({ next: 'code' })
  expect((await stranger.get('/api/v1/session', { cookie })).status).toBe(401)
  const asSession = cookie.replace('lodestone_first_step', 'lodestone_session')
  expect((await stranger.get('/api/v1/session', { cookie: asSession })).status).toBe(401)
  expect(await secondStep('000000')).toMatchObject({ status: 422, body: { code: 'twoStep.wrongCode' } })
  const done = await secondStep(codeOf(app, secret))
  expect(done).toMatchObject({ status: 200, body: { user: { firstName: 'Anna' } } })
  const session = /lodestone_session=[^;]+/.exec(done.headers.get('set-cookie') ?? '')?.[0] ?? ''
  expect((await stranger.get('/api/v1/session', { cookie: session })).status).toBe(200)
})

test('the first code may have a space in it, and a wrong one speaks of no recovery codes', async () => {
  const app = await testApp({ clock: aClock() })
  const { signInId } = await aPerson(app)
  const { secret } = await beginSetUp(app, signInId)
  await expect(confirmSetUp(app, signInId, '000000')).rejects.toMatchObject({ code: 'twoStep.wrongFirstCode' })
  const code = codeOf(app, secret)
  expect(await confirmSetUp(app, signInId, `${code.slice(0, 3)} ${code.slice(3)}`)).toHaveLength(10)
})

test('a code opens once, for a minute around its own half minute', async () => {
  const clock = aClock()
  const app = await testApp({ clock })
  const { signInId, firstStep } = await aPerson(app)
  const { secret } = await setUpTwoStep(app, signInId)
  clock.moveMs(60_000)
  const code = codeOf(app, secret)
  clock.moveMs(30_000)
  expect((await (await firstStep()).secondStep(code)).status).toBe(200)
  expect((await (await firstStep()).secondStep(code)).status).toBe(422)
  const late = codeOf(app, secret)
  clock.moveMs(60_000)
  expect((await (await firstStep()).secondStep(late)).status).toBe(422)
})

test('of two who send one code at once, one gets in', async () => {
  const clock = aClock()
  const app = await testApp({ clock })
  const { signInId, firstStep } = await aPerson(app)
  const { secret } = await setUpTwoStep(app, signInId)
  clock.moveMs(30_000)
  const [one, two] = [await firstStep(), await firstStep()]
  const code = codeOf(app, secret)
  const answers = await Promise.all([one.secondStep(code), two.secondStep(code)])
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 422])
})

test('whoever got in with the password alone is out once the second step is set up at the entrance', async () => {
  const app = await testApp({ clock: aClock() })
  const { signInId, user, stranger, firstStep } = await aPerson(app)
  const before = await signedIn(app, user, sessionRoutes)
  expect((await before.get('/api/v1/session')).status).toBe(200)
  await app.db.owner.insertInto('sign_in_rules').values({ tenant_id: user.tenantId, two_step_required: true }).execute()
  const { body, cookie } = await firstStep()
  expect(body).toEqual({ next: 'setUp' })
  const { secret } = Object((await stranger.post('/api/v1/sign-in/two-step/set-ups', undefined, { cookie })).body)
  const done = await stranger.post('/api/v1/sign-in/two-step', { code: codeOf(app, secret) }, { cookie })
  expect(done.status).toBe(200)
  const left = await app.db.owner
    .selectFrom('sign_in_session')
    .select('active_tenant_id')
    .where('sign_in_id', '=', signInId)
    .execute()
  expect(left).toEqual([{ active_tenant_id: user.tenantId }])
  expect((await before.get('/api/v1/session')).status).toBe(401)
})

test('a recovery code opens once, and only hashes of them are kept', async () => {
  const app = await testApp()
  const { signInId, firstStep, user } = await aPerson(app)
  const { recoveryCodes } = await setUpTwoStep(app, signInId)
  expect(new Set(recoveryCodes).size).toBe(10)
  const [first = '', second = ''] = recoveryCodes
  const rows = await app.db.owner.selectFrom('sign_in_recovery_code').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(first.replaceAll('-', ''))
  expect((await (await firstStep()).secondStep(first.toUpperCase().replaceAll('-', ' '))).status).toBe(200)
  expect((await (await firstStep()).secondStep(first)).status).toBe(422)
  const browser = await signedIn(app, user, accountRoutes)
  expect(await browser.get('/api/v1/account/two-step')).toMatchObject({ body: { on: true, recoveryCodesLeft: 9 } })
  const renewed = await browser.put('/api/v1/account/two-step/recovery-codes', { current: password })
  expect(renewed).toHaveProperty('body.recoveryCodes.length', 10)
  expect((await (await firstStep()).secondStep(second)).status).toBe(422)
})

test('guessing is limited, and the second step has to follow soon', async () => {
  const clock = aClock()
  const app = await testApp({ clock })
  const { signInId, firstStep } = await aPerson(app)
  const { secret } = await setUpTwoStep(app, signInId)
  const { secondStep } = await firstStep()
  for (let round = 0; round < 10; round++) expect((await secondStep('000000')).status).toBe(422)
  expect((await secondStep(codeOf(app, secret))).status).toBe(429)
  clock.moveMs(10 * 60_000)
  expect(await secondStep(codeOf(app, secret))).toMatchObject({ status: 401, body: { code: 'signIn.tooLate' } })
})

test('setting up asks for the password and a first code, ends other sessions, and keeps the secret encrypted', async () => {
  const app = await testApp()
  const { signInId, user } = await aPerson(app)
  const browser = await signedIn(app, user, accountRoutes, sessionRoutes)
  const elsewhere = await signedIn(app, user, sessionRoutes)
  const begin = (current: string) => browser.put('/api/v1/account/two-step/set-up', { current })
  expect(await begin('no idea')).toMatchObject({ status: 422, body: { code: 'password.wrong' } })
  const { secret, uri } = Object((await begin(password)).body)
  expect(uri).toMatch(/^otpauth:\/\/totp\/Lodestone:.*issuer=Lodestone/)
  const row = await app.db.owner.selectFrom('sign_in_two_step').selectAll().where('sign_in_id', '=', signInId).execute()
  expect(JSON.stringify(row)).not.toContain(secret)
  expect((await browser.put('/api/v1/account/two-step', { code: '000000' })).status).toBe(422)
  expect(await browser.get('/api/v1/account/two-step')).toMatchObject({ body: { on: false } })
  const on = await browser.put('/api/v1/account/two-step', { code: codeOf(app, secret) })
  expect(on).toHaveProperty('body.recoveryCodes.length', 10)
  expect((await begin(password)).status).toBe(409)
  expect((await browser.get('/api/v1/session')).status).toBe(200)
  expect((await elsewhere.get('/api/v1/session')).status).toBe(401)
  const off = (current: string) => browser.put('/api/v1/account/two-step/removal', { current })
  expect((await off('no idea')).status).toBe(422)
  expect((await off(password)).status).toBe(204)
  expect(await browser.get('/api/v1/account/two-step')).toMatchObject({ body: { on: false, recoveryCodesLeft: 0 } })
})

test('somebody who must set it up does so between password and work, and nobody else can', async () => {
  const clock = aClock()
  const app = await testApp({ clock })
  const { user, firstStep, stranger, signInId } = await aPerson(app)
  await app.db.owner.insertInto('sign_in_rules').values({ tenant_id: user.tenantId, two_step_required: true }).execute()
  const { body, cookie } = await firstStep()
  expect(body).toEqual({ next: 'setUp' })
  expect((await stranger.post('/api/v1/sign-in/two-step/set-ups')).status).toBe(401)
  const begun = await stranger.post('/api/v1/sign-in/two-step/set-ups', undefined, { cookie })
  const code = codeOf(app, Object(begun.body).secret)
  const done = await stranger.post('/api/v1/sign-in/two-step', { code }, { cookie })
  expect(done).toHaveProperty('body.recoveryCodes.length', 10)
  const session = /lodestone_session=[^;]+/.exec(done.headers.get('set-cookie') ?? '')?.[0] ?? ''
  expect((await stranger.get('/api/v1/session', { cookie: session })).status).toBe(200)
  // Set up already, the password alone must not put another telephone in its place.
  const again = await firstStep()
  expect(again.body).toEqual({ next: 'code' })
  const replace = await stranger.post('/api/v1/sign-in/two-step/set-ups', undefined, { cookie: again.cookie })
  expect(replace).toMatchObject({ status: 409, body: { code: 'twoStep.alreadyOn' } })
  expect(signInId).not.toBe('')
})

test('a person sees where he is signed in, and ends one session or all others', async () => {
  const app = await testApp()
  const { user, email, stranger } = await aPerson(app)
  const here = await signedIn(app, user, accountRoutes, sessionRoutes)
  const there = await signedIn(app, user, sessionRoutes)
  const headers = {
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Edg/140',
  }
  await stranger.post('/api/v1/sign-in', { email, password }, headers)
  const list = async () => Object((await here.get('/api/v1/account/sessions')).body).data
  const sessions = await list()
  expect(sessions).toHaveLength(3)
  expect(sessions[0]).toMatchObject({ current: true })
  const edge = sessions.find((session: { browser: string }) => session.browser === 'Edge')
  expect(edge).toMatchObject({ system: 'Windows', current: false })
  expect((await here.delete(`/api/v1/account/sessions/${edge.id}`)).status).toBe(204)
  expect((await here.delete(`/api/v1/account/sessions/${edge.id}`)).status).toBe(404)
  const stranger2 = await aPerson(app)
  const theirs = await signedIn(app, stranger2.user, accountRoutes)
  expect((await theirs.delete(`/api/v1/account/sessions/${sessions[0].id}`)).status).toBe(404)
  expect((await here.delete('/api/v1/account/sessions')).status).toBe(204)
  expect((await there.get('/api/v1/session')).status).toBe(401)
  expect(await list()).toHaveLength(1)
})

test('the last use of a session is known to the hour', async () => {
  const clock = aClock()
  const app = await testApp({ clock })
  const { user } = await aPerson(app)
  const browser = await signedIn(app, user, accountRoutes)
  const lastUsed = async () => Object((await browser.get('/api/v1/account/sessions')).body).data[0].lastUsed
  const first = await lastUsed()
  clock.moveMs(30 * 60_000)
  expect(await lastUsed()).toBe(first)
  clock.moveMs(31 * 60_000)
  expect(await lastUsed()).toBe(clock.now().toISOString())
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome', 'Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari', 'iOS'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15', 'Safari', 'macOS'],
  ['curl/8.5.0', null, null],
])('%s', (userAgent, browser, system) => {
  expect(readDevice(userAgent)).toEqual({ browser, system })
})
