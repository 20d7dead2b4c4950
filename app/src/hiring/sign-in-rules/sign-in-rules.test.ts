import { expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { accountRoutes } from '../../platform/auth/account.routes.ts'
import { sessionRoutes } from '../../platform/auth/session.routes.ts'
import { addSignIn } from '../../platform/auth/sign-ins.ts'
import { isTwoStepOn } from '../../platform/auth/two-step.ts'
import { aUser } from '../../platform/testing/builders.ts'
import { sendMails } from '../../platform/testing/mailbox.ts'
import { setUpTwoStep } from '../../platform/testing/second-steps.ts'
import { startSmtpServer } from '../../platform/testing/smtp-server.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn, signedOut } from '../../platform/testing/test-http.ts'
import { aCompany, eventsOf, refusal } from '../testing/builders.ts'
import { invitationLetter } from '../users/invitation-letter.ts'
import { INVITATION } from '../users/invitations.ts'
import { createUser } from '../users/users.ts'
import { signInRulesRoutes } from './sign-in-rules.routes.ts'
import { resetTwoStep } from './sign-in-rules.ts'

const password = 'bollen in april'

async function withPassword(app: App, tenantId: string, roles: UserActor['roles']) {
  const email = `${crypto.randomUUID()}@example.com`
  const signInId = (await addSignIn(app, { email, password, name: 'Anna' }, { mayJoin: false })) ?? ''
  return { email, signInId, user: await aUser(app, { id: tenantId }, { email, signInId, roles }) }
}

test('required, it holds for everybody: without it a session ends, and the next sign-in sets it up', async () => {
  const app = await testApp()
  const { tenantId } = await aCompany(app)
  const admin = await withPassword(app, tenantId, ['administrator'])
  const other = await withPassword(app, tenantId, ['recruiter'])
  const browser = await signedIn(app, admin.user, signInRulesRoutes)
  const theirs = await signedIn(app, other.user, sessionRoutes, signInRulesRoutes)
  const require = () => browser.put('/api/v1/sign-in-rules', { twoStepRequired: true })
  expect(await theirs.put('/api/v1/sign-in-rules', { twoStepRequired: true })).toMatchObject({ status: 403 })
  expect(await require()).toMatchObject({ status: 409, body: { code: 'signInRules.ownTwoStepFirst' } })
  await setUpTwoStep(app, admin.signInId)
  expect(await require()).toMatchObject({ status: 200, body: { twoStepRequired: true } })
  expect((await browser.get('/api/v1/sign-in-rules')).status).toBe(200)
  expect((await theirs.get('/api/v1/session')).status).toBe(401)
  const stranger = await signedOut(app, sessionRoutes)
  const answer = await stranger.post('/api/v1/sign-in', { email: other.email, password })
  expect(answer).toMatchObject({ status: 200, body: { next: 'setUp' } })
  expect((await eventsOf(app, admin.user, tenantId)).map(event => event.kind)).toEqual(['signInRules.changed'])
})

test('required, nobody switches it off', async () => {
  const app = await testApp()
  const { tenantId } = await aCompany(app)
  const admin = await withPassword(app, tenantId, ['administrator'])
  await setUpTwoStep(app, admin.signInId)
  const browser = await signedIn(app, admin.user, signInRulesRoutes, accountRoutes)
  await browser.put('/api/v1/sign-in-rules', { twoStepRequired: true })
  expect(await browser.get('/api/v1/account/two-step')).toMatchObject({ body: { on: true, required: true } })
  expect(await browser.put('/api/v1/account/two-step/removal', { current: password })).toMatchObject({
    status: 409,
    body: { code: 'twoStep.required' },
  })
})

test("an administrator resets a user's, unless the person also works where he is nobody", async () => {
  const app = await testApp()
  const [one, two] = [await aCompany(app), await aCompany(app)]
  const admin = await withPassword(app, one.tenantId, ['administrator'])
  const person = await withPassword(app, one.tenantId, ['recruiter'])
  await setUpTwoStep(app, person.signInId)
  expect(await refusal(resetTwoStep(app, one.recruiter, person.user.userId))).toMatchObject({ kind: 'notAllowed' })
  expect(await refusal(resetTwoStep(app, two.admin, person.user.userId))).toMatchObject({ kind: 'notFound' })
  await aUser(app, { id: two.tenantId }, { email: person.email, signInId: person.signInId })
  expect(await refusal(resetTwoStep(app, admin.user, person.user.userId))).toMatchObject({
    code: 'twoStep.worksElsewhere',
  })
  expect(await isTwoStepOn(app, person.signInId)).toBe(true)
  const both = { email: admin.email, signInId: admin.signInId, roles: ['administrator' as const] }
  await aUser(app, { id: two.tenantId }, both)
  await resetTwoStep(app, admin.user, person.user.userId)
  expect(await isTwoStepOn(app, person.signInId)).toBe(false)
  expect((await eventsOf(app, admin.user, person.user.userId)).map(event => event.kind)).toEqual(['user.twoStepReset'])
})

test('what could not be mailed is listed for administrators, and sent again', async () => {
  const server = await startSmtpServer()
  const app = await testApp({ config: { mail: { smtpUrl: server.url, from: 'ats@example.com' } } })
  const company = await aCompany(app)
  const writers = { [INVITATION]: invitationLetter }
  const email = `${crypto.randomUUID()}@example.com`
  await createUser(app, company.admin, { firstName: 'Sanne', lastName: 'Visser', email, roles: [] })
  server.answerRecipients('550 nobody here')
  await sendMails(app, writers)
  const browser = await signedIn(app, company.admin, signInRulesRoutes)
  const list = async () => Object((await browser.get('/api/v1/failed-mails')).body).data
  const [failed] = await list()
  expect(failed).toMatchObject({ kind: 'invitation', person: 'Sanne Visser', reason: 'The mail server answered 550.' })
  const reader = await signedIn(app, company.reader, signInRulesRoutes)
  expect((await reader.get('/api/v1/failed-mails')).status).toBe(403)
  expect((await reader.post(`/api/v1/failed-mails/${failed.id}/attempts`)).status).toBe(403)
  server.answerRecipients('250 fine')
  expect((await browser.post(`/api/v1/failed-mails/${failed.id}/attempts`)).status).toBe(204)
  await sendMails(app, writers)
  expect(await list()).toEqual([])
  expect(server.letters.join('')).toContain(email)
  await server.stop()
})
