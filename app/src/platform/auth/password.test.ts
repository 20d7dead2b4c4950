import { expect, test } from 'vitest'
import type { App } from '../app.ts'
import { aTenant, aUser } from '../testing/builders.ts'
import { mailsTo, tokenIn } from '../testing/mailbox.ts'
import { testApp, testClock } from '../testing/test-app.ts'
import { openTestSession, signedIn, signedOut } from '../testing/test-http.ts'
import { noticeOf } from './notices.ts'
import { passwordRoutes } from './password.routes.ts'
import { PASSWORD_RESET } from './password.ts'
import { passwordResetLetter } from './password-reset-letter.ts'
import { sessionRoutes } from './session.routes.ts'
import { addSignIn } from './sign-ins.ts'

const old = 'tulpen uit Aalsmeer'
const fresh = 'rozen uit Boskoop'
const writers = { [PASSWORD_RESET]: passwordResetLetter, passwordChanged: noticeOf('passwordChanged') }

const aDemo = (options: Parameters<typeof testApp>[0] = {}) => testApp({ ...options, config: { demo: true } })

async function aPerson(app: App) {
  const email = `${crypto.randomUUID()}@example.com`
  const signInId = (await addSignIn(app, { email, password: old, name: 'Anna de Vries' }, { mayJoin: false })) ?? ''
  const user = await aUser(app, await aTenant(app), { email, signInId })
  const stranger = await signedOut(app, sessionRoutes, passwordRoutes)
  const signIn = async (password: string) => (await stranger.post('/api/v1/sign-in', { email, password })).status
  const askForReset = () => stranger.post('/api/v1/sign-in/password-resets', { email: email.toUpperCase() })
  const reset = (token: string, password = fresh) => stranger.post('/api/v1/sign-in/passwords', { token, password })
  return { email, signInId, user, stranger, signIn, askForReset, reset }
}

test('a forgotten password is set anew by mail, once, and what was open is closed', async () => {
  const app = await aDemo()
  const { email, signInId, user, signIn, askForReset, reset, stranger } = await aPerson(app)
  const cookie = `lodestone_session=${await openTestSession(app, user)}`
  expect((await askForReset()).status).toBe(204)
  const [mail] = await mailsTo(app, email, writers)
  expect(mail).toMatchObject({ subject: 'Set a new Lodestone password' })
  const token = tokenIn(mail)
  const stored = JSON.stringify(await app.db.owner.selectFrom('sign_in_link').selectAll().execute())
  expect(token.length).toBeGreaterThan(40)
  expect(stored).not.toContain(token)
  expect(await reset(token, 'short')).toMatchObject({ status: 422, body: { errors: [{ field: 'password' }] } })
  expect((await reset(token)).status).toBe(204)
  expect(await reset(token, 'another password')).toMatchObject({ status: 404, body: { code: 'link.gone' } })
  expect([await signIn(old), await signIn(fresh)]).toEqual([401, 200])
  expect((await stranger.get('/api/v1/session', { cookie })).status).toBe(401)
  const row = await app.db.owner.selectFrom('sign_in').select('email_verified').where('id', '=', signInId).execute()
  expect(row).toEqual([{ email_verified: true }])
  expect((await mailsTo(app, email, writers))[0]?.subject).toBe('Your Lodestone password was changed')
})

test('a link ends after an hour, and with the next one', async () => {
  const clock = testClock('2026-11-23T08:00:00Z')
  const app = await aDemo({ clock })
  const { email, askForReset, reset } = await aPerson(app)
  await askForReset()
  const first = tokenIn((await mailsTo(app, email, writers))[0])
  await askForReset()
  const second = tokenIn((await mailsTo(app, email, writers))[0])
  expect(second).not.toBe(first)
  expect((await reset(first)).status).toBe(404)
  clock.moveMs(60 * 60_000)
  expect((await reset(second)).status).toBe(404)
})

test('known and unknown addresses get the same answer, and the unknown one no mail', async () => {
  const app = await aDemo()
  const { askForReset, stranger } = await aPerson(app)
  const nobody = `${crypto.randomUUID()}@example.com`
  const known = await askForReset()
  const unknown = await stranger.post('/api/v1/sign-in/password-resets', { email: nobody })
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
  expect(await mailsTo(app, nobody, writers)).toEqual([])
})

test('asking is limited for known and unknown addresses alike, and a limit on guesses of links holds too', async () => {
  const app = await aDemo()
  const { askForReset, stranger, reset } = await aPerson(app)
  const unknown = { email: `${crypto.randomUUID()}@example.com` }
  for (let round = 0; round < 5; round++) {
    expect((await askForReset()).status).toBe(204)
    expect((await stranger.post('/api/v1/sign-in/password-resets', unknown)).status).toBe(204)
  }
  expect((await askForReset()).status).toBe(429)
  expect((await stranger.post('/api/v1/sign-in/password-resets', unknown)).status).toBe(429)
  for (let round = 0; round < 10; round++) expect((await reset('a-guess')).status).toBe(404)
  expect((await reset('a-guess')).status).toBe(429)
})

test('somebody who may sign in nowhere gets no mail, and without a mail server nobody does', async () => {
  const app = await aDemo()
  const { askForReset, email, user } = await aPerson(app)
  await app.db.owner.updateTable('app_user').set({ active: false }).where('id', '=', user.userId).execute()
  expect((await askForReset()).status).toBe(204)
  expect(await mailsTo(app, email, writers)).toEqual([])
  const plain = await aPerson(await testApp())
  expect(await plain.askForReset()).toMatchObject({ status: 409, body: { code: 'password.noMail' } })
})

test('a person changes the own password with the current one, and only the other sessions end', async () => {
  const app = await aDemo()
  const { user, signIn, email } = await aPerson(app)
  const here = await signedIn(app, user, sessionRoutes, passwordRoutes)
  const elsewhere = await signedIn(app, user, sessionRoutes)
  const wrong = await here.put('/api/v1/account/password', { current: 'no idea', password: fresh })
  expect(wrong).toMatchObject({ status: 422, body: { code: 'password.wrong', errors: [{ field: 'current' }] } })
  expect((await here.put('/api/v1/account/password', { current: old, password: fresh })).status).toBe(204)
  expect([await signIn(old), await signIn(fresh)]).toEqual([401, 200])
  expect((await here.get('/api/v1/session')).status).toBe(200)
  expect((await elsewhere.get('/api/v1/session')).status).toBe(401)
  expect((await mailsTo(app, email, writers))[0]?.subject).toBe('Your Lodestone password was changed')
})
