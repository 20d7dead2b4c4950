import { expect, test } from 'vitest'
import type { App } from '../app.ts'
import { aTenant, aUser } from '../testing/builders.ts'
import { testApp, testClock } from '../testing/test-app.ts'
import { openTestSession, signedIn, signedOut } from '../testing/test-http.ts'
import { countHashedPasswords } from './passwords.ts'
import { sessionRoutes } from './session.routes.ts'
import { addSignIn } from './sign-ins.ts'

const password = 'tulpen uit Aalsmeer'

async function aPerson(app: App, values: { active?: boolean } = {}) {
  const email = `${crypto.randomUUID()}@example.com`
  const signInId = (await addSignIn(app, { email, password, name: 'Anna de Vries' }, { mayJoin: false })) ?? ''
  const tenant = await aTenant(app)
  const user = await aUser(app, tenant, { email, signInId, roles: ['administrator'], ...values })
  return { email, signInId, tenant, user }
}

test('a person signs in, is known, and signs out', async () => {
  const app = await testApp()
  const { email, tenant, user } = await aPerson(app)
  const browser = await signedOut(app, sessionRoutes)
  const answer = await browser.send('POST', '/api/v1/sign-in', { body: { email: email.toUpperCase(), password } })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({
    user: {
      id: user.userId,
      firstName: 'Anna',
      lastName: 'de Vries',
      email,
      roles: ['administrator'],
      language: 'en',
      theme: 'system',
    },
    instance: {
      id: tenant.id,
      name: 'Tulpenveld BV',
      instanceName: 'Tulpenveld Nederland',
      edition: 'comprehensive',
      jobPrefix: 'TN',
      timeZone: 'Europe/Amsterdam',
    },
    instances: [{ id: tenant.id, name: 'Tulpenveld BV', instanceName: 'Tulpenveld Nederland' }],
    vouched: false,
    demo: false,
  })
  const setCookie = answer.headers.get('set-cookie') ?? ''
  expect(setCookie).toMatch(/^lodestone_session=[\w-]{30,}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
  const cookie = setCookie.split(';')[0] ?? ''
  expect(await browser.get('/api/v1/session', { cookie })).toMatchObject({
    status: 200,
    body: { user: { id: user.userId } },
  })
  expect(await browser.post('/api/v1/sign-out', undefined, { cookie })).toMatchObject({ status: 204 })
  expect(await browser.get('/api/v1/session', { cookie })).toMatchObject({ status: 401, body: { code: 'notSignedIn' } })
})

test('the token is stored as a hash only', async () => {
  const app = await testApp()
  const { email, signInId } = await aPerson(app)
  const browser = await signedOut(app, sessionRoutes)
  const answer = await browser.send('POST', '/api/v1/sign-in', { body: { email, password } })
  const token = /lodestone_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
  const rows = await app.db.owner.selectFrom('sign_in_session').selectAll().where('sign_in_id', '=', signInId).execute()
  expect(rows).toHaveLength(1)
  expect(token.length).toBeGreaterThan(20)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(await answer.text()).not.toContain(token)
})

test('with https the cookie is for https only', async () => {
  const app = await testApp({ config: { publicUrl: 'https://ats.example.com' } })
  const { email } = await aPerson(app)
  const browser = await signedOut(app, sessionRoutes)
  const answer = await browser.send('POST', '/api/v1/sign-in', { body: { email, password } })
  expect(answer.headers.get('set-cookie')).toContain('; Secure')
})

test('a wrong password and an unknown e-mail get the same answer', async () => {
  const app = await testApp()
  const { email } = await aPerson(app)
  const browser = await signedOut(app, sessionRoutes)
  const wrong = await browser.post('/api/v1/sign-in', { email, password: 'rozen' })
  const unknown = await browser.post('/api/v1/sign-in', { email: `${crypto.randomUUID()}@example.com`, password })
  expect(wrong).toMatchObject({ status: 401, body: { code: 'signIn.wrong' } })
  expect({ ...Object(unknown.body), requestId: '' }).toEqual({ ...Object(wrong.body), requestId: '' })
  expect(unknown.status).toBe(wrong.status)
})

test('an unknown e-mail costs as much work as a wrong password', async () => {
  const app = await testApp()
  const { email } = await aPerson(app)
  const browser = await signedOut(app, sessionRoutes)
  const workOf = async (name: string) => {
    const before = countHashedPasswords()
    await browser.post('/api/v1/sign-in', { email: name, password: 'rozen' })
    return countHashedPasswords() - before
  }
  expect(await workOf(email)).toBe(1)
  expect(await workOf(`${crypto.randomUUID()}@example.com`)).toBe(1)
})

test('after ten failures an e-mail has to wait, whatever address they come from, and only for a while', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock, config: { trustedProxies: 1 } })
  const { email } = await aPerson(app)
  const browser = await signedOut(app, sessionRoutes)
  const attempt = (given: string, round: number) =>
    browser.post('/api/v1/sign-in', { email, password: given }, { 'x-forwarded-for': `203.0.113.${round}` })
  for (let round = 0; round < 10; round++) expect((await attempt('rozen', round)).status).toBe(401)
  const refused = await attempt(password, 11)
  expect(refused).toMatchObject({ status: 429, body: { code: 'signIn.tooManyAttempts', params: { minutes: 15 } } })
  expect(refused.headers.get('retry-after')).toBe('900')
  clock.moveMs(15 * 60_000)
  expect((await attempt(password, 12)).status).toBe(200)
  for (let round = 0; round < 10; round++) expect((await attempt('rozen', round)).status).toBe(401)
})

test('whoever was switched off is told so, after the right password only', async () => {
  const app = await testApp()
  const { email } = await aPerson(app, { active: false })
  const browser = await signedOut(app, sessionRoutes)
  const right = await browser.send('POST', '/api/v1/sign-in', { body: { email, password } })
  expect(right.status).toBe(403)
  expect(right.headers.get('set-cookie')).toBeNull()
  expect(await right.json()).toMatchObject({ code: 'signIn.switchedOff' })
  expect(await browser.post('/api/v1/sign-in', { email, password: 'rozen' })).toMatchObject({ status: 401 })
})

test('a session ends as soon as its person is switched off', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const user = await aUser(app, tenant)
  const browser = await signedIn(app, user, sessionRoutes)
  expect((await browser.get('/api/v1/session')).status).toBe(200)
  await app.db.owner.updateTable('app_user').set({ active: false }).where('id', '=', user.userId).execute()
  expect((await browser.get('/api/v1/session')).status).toBe(401)
})

test('a second company adds no second sign-in and leaves the password alone', async () => {
  const app = await testApp()
  const { email, signInId } = await aPerson(app)
  const again = { email, password: 'something else', name: 'A. de Vries' }
  expect(await addSignIn(app, again, { mayJoin: false })).toBeUndefined()
  expect(await addSignIn(app, again, { mayJoin: true })).toBe(signInId)
  const browser = await signedOut(app, sessionRoutes)
  expect((await browser.post('/api/v1/sign-in', { email, password: 'something else' })).status).toBe(401)
  expect((await browser.post('/api/v1/sign-in', { email, password })).status).toBe(200)
})

test('a person changes between own instances, and to no other', async () => {
  const app = await testApp()
  const { signInId, tenant, user } = await aPerson(app)
  const belgium = await aTenant(app, { instance_name: 'Tulpenveld Belgie' })
  const stranger = await aTenant(app)
  const left = await aTenant(app)
  await aUser(app, left, { signInId, active: false })
  const inBelgium = await aUser(app, belgium, { signInId, roles: ['hiring_manager'] })
  const browser = await signedIn(app, user, sessionRoutes)
  const changed = await browser.post('/api/v1/session/instance', { tenantId: belgium.id })
  expect(changed).toMatchObject({
    status: 200,
    body: { user: { id: inBelgium.userId, roles: ['hiring_manager'] }, instance: { id: belgium.id } },
  })
  expect(changed.body).toHaveProperty('instances.length', 2)
  expect(await browser.get('/api/v1/session')).toMatchObject({ body: { instance: { id: belgium.id } } })
  expect(await browser.post('/api/v1/session/instance', { tenantId: stranger.id })).toMatchObject({ status: 404 })
  expect(await browser.post('/api/v1/session/instance', { tenantId: left.id })).toMatchObject({ status: 403 })
  expect(await browser.post('/api/v1/session/instance', { tenantId: tenant.id })).toMatchObject({ status: 200 })
})

test('a sign-in begins in the instance of the last one, and the first one where the person has been longest', async () => {
  const app = await testApp()
  const { email, signInId, tenant, user } = await aPerson(app)
  const later = await aTenant(app, { name: 'Aalsmeer' })
  await aUser(app, later, { signInId })
  const stranger = await signedOut(app, sessionRoutes)
  const signIn = () => stranger.post('/api/v1/sign-in', { email, password })
  expect(await signIn()).toMatchObject({ body: { instance: { id: tenant.id } } })
  const browser = await signedIn(app, user, sessionRoutes)
  await browser.post('/api/v1/session/instance', { tenantId: later.id })
  expect(await signIn()).toMatchObject({ body: { instance: { id: later.id } } })
})

test('language and theme are kept for this person, and for nobody else', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const browser = await signedIn(app, await aUser(app, tenant), sessionRoutes)
  const colleague = await signedIn(app, await aUser(app, tenant), sessionRoutes)
  const changed = await browser.patch('/api/v1/session/preferences', { language: 'nl', theme: 'dark' })
  expect(changed).toMatchObject({ status: 200, body: { user: { language: 'nl', theme: 'dark' } } })
  expect(await browser.patch('/api/v1/session/preferences', { theme: 'light' })).toMatchObject({
    body: { user: { language: 'nl', theme: 'light' } },
  })
  expect(await colleague.get('/api/v1/session')).toMatchObject({ body: { user: { language: 'en', theme: 'system' } } })
  expect((await browser.patch('/api/v1/session/preferences', {})).status).toBe(422)
})

test('a session ends after seven days without use, and each day of use prolongs it', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const browser = await signedIn(app, await aUser(app, await aTenant(app)), sessionRoutes)
  const day = 24 * 60 * 60_000
  clock.moveMs(day / 2)
  expect((await browser.send('GET', '/api/v1/session')).headers.get('set-cookie')).toBeNull()
  clock.moveMs(6 * day)
  expect((await browser.send('GET', '/api/v1/session')).headers.get('set-cookie')).toContain('Max-Age=604800')
  clock.moveMs(6.9 * day)
  expect((await browser.get('/api/v1/session')).status).toBe(200)
  clock.moveMs(7 * day)
  expect((await browser.get('/api/v1/session')).status).toBe(401)
})

test('a forged or foreign token opens nothing', async () => {
  const app = await testApp()
  const token = await openTestSession(app, await aUser(app, await aTenant(app)))
  const browser = await signedOut(app, sessionRoutes)
  const [row] = await app.db.owner.selectFrom('sign_in_session').select('token_hash').execute()
  const flipped = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
  for (const forged of [flipped, row?.token_hash ?? '', '', "' or 1=1 --", 'x'.repeat(8_000)]) {
    const answer = await browser.get('/api/v1/session', { cookie: `lodestone_session=${encodeURIComponent(forged)}` })
    expect(answer.status).toBe(401)
  }
  expect((await browser.get('/api/v1/session', { cookie: `lodestone_session=${token}` })).status).toBe(200)
})

test('signing in ends the session that the browser had', async () => {
  const app = await testApp()
  const { email, user } = await aPerson(app)
  const former = `lodestone_session=${await openTestSession(app, user)}`
  const browser = await signedOut(app, sessionRoutes)
  expect((await browser.post('/api/v1/sign-in', { email, password }, { cookie: former })).status).toBe(200)
  expect((await browser.get('/api/v1/session', { cookie: former })).status).toBe(401)
})

test('the people of the demo are told by a demo only', async () => {
  const demoSignIns = { password, people: [{ name: 'Sanne de Wit', email: 'sanne@example.com', what: 'Recruiter' }] }
  const demo = await signedOut(await testApp({ config: { demo: true, demoSignIns } }), sessionRoutes)
  expect(await demo.get('/api/v1/sign-in')).toMatchObject({ body: { demo: true } })
  expect(await demo.get('/api/v1/demo')).toMatchObject({ status: 200, body: demoSignIns })
  const real = await signedOut(await testApp({ config: { demoSignIns } }), sessionRoutes)
  expect(await real.get('/api/v1/sign-in')).toMatchObject({ body: { demo: false } })
  expect((await real.get('/api/v1/demo')).status).toBe(404)
})

test('sessions that ended are swept up when somebody signs in', async () => {
  const clock = testClock('2020-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const { email, signInId, user } = await aPerson(app)
  await openTestSession(app, user)
  clock.moveMs(8 * 24 * 60 * 60_000)
  const browser = await signedOut(app, sessionRoutes)
  expect((await browser.post('/api/v1/sign-in', { email, password })).status).toBe(200)
  const rows = await app.db.owner
    .selectFrom('sign_in_session')
    .select('id')
    .where('sign_in_id', '=', signInId)
    .execute()
  expect(rows).toHaveLength(1)
})
