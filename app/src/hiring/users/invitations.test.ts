import { beforeEach, expect, test } from 'vitest'
import type { App } from '../../platform/app.ts'
import { openSession } from '../../platform/auth/sign-ins.ts'
import { mailsTo, tokenIn } from '../../platform/testing/mailbox.ts'
import { testApp, testClock } from '../../platform/testing/test-app.ts'
import { signedIn, signedOut } from '../../platform/testing/test-http.ts'
import { perform } from '../../platform/work.ts'
import type { Company } from '../testing/builders.ts'
import { aCompany, eventsOf, refusal, refused } from '../testing/builders.ts'
import { invitationLetter } from './invitation-letter.ts'
import { invitationsRoutes } from './invitations.routes.ts'
import { INVITATION, inviteAgain } from './invitations.ts'
import { usersRoutes } from './users.routes.ts'
import { changeUser, createUser } from './users.ts'

const writers = { [INVITATION]: invitationLetter }
const from = { address: '127.0.0.1', userAgent: 'test' }
const password = 'bollen in april'

const aDemo = (options: Parameters<typeof testApp>[0] = {}) => testApp({ ...options, config: { demo: true } })

const aPerson = (email = `sanne.${crypto.randomUUID()}@example.com`) => ({
  firstName: 'Sanne',
  lastName: 'Visser',
  email,
  roles: ['recruiter' as const],
  language: 'nl' as const,
})

async function invited(app: App, company: Company, person = aPerson()) {
  const user = await createUser(app, company.admin, person)
  const [mail] = await mailsTo(app, person.email, writers)
  const token = tokenIn(mail)
  const stranger = await signedOut(app, invitationsRoutes)
  const read = () => stranger.post('/api/v1/invitations/readings', { token })
  const accept = (input: { password?: string } = {}) =>
    stranger.post('/api/v1/invitations/acceptances', { token, ...input })
  return { user, person, mail, token, read, accept }
}

// All tests of a worker come from one network address: what others tried must not count here.
beforeEach(async () => {
  const { db } = await testApp()
  await db.owner.deleteFrom('sign_in_attempt').execute()
})

test('an invited person chooses the password, joins, and can sign in; the link works once', async () => {
  const app = await aDemo()
  const company = await aCompany(app)
  const { user, person, mail, read, accept } = await invited(app, company)
  expect(mail?.subject).toBe('Tulpenveld BV nodigt u uit voor Lodestone')
  expect(await read()).toMatchObject({
    status: 200,
    body: { firstName: 'Sanne', email: person.email, company: 'Tulpenveld BV', needsPassword: true },
  })
  expect(await openSession(app, { ...from, email: person.email, password })).toBeUndefined()
  expect(await accept()).toMatchObject({ status: 422, body: { errors: [{ field: 'password' }] } })
  expect((await accept({ password })).status).toBe(204)
  expect((await accept({ password: 'another password' })).status).toBe(404)
  expect((await read()).status).toBe(404)
  expect(await openSession(app, { ...from, email: person.email, password })).toBeDefined()
  const events = await eventsOf(app, company.admin, user.id)
  expect(events.map(event => event.kind)).toEqual(['user.created', 'user.joined'])
})

test('an address that another company knows is invited like any other, and its owner decides', async () => {
  const app = await aDemo()
  const [one, other] = [await aCompany(app), await aCompany(app)]
  const first = await invited(app, one)
  await first.accept({ password })
  const admin = await signedIn(app, other.admin, usersRoutes)
  const known = await admin.post('/api/v1/users', aPerson(first.person.email))
  const unknown = await admin.post('/api/v1/users', aPerson())
  const withoutNames = (answer: typeof known) => ({ ...Object(answer.body), id: '', email: '' })
  expect([known.status, withoutNames(known)]).toEqual([unknown.status, withoutNames(unknown)])
  const token = tokenIn((await mailsTo(app, first.person.email, writers))[0])
  const stranger = await signedOut(app, invitationsRoutes)
  // He has chosen his password himself, so it stays, whatever is sent along.
  expect(await stranger.post('/api/v1/invitations/readings', { token })).toMatchObject({
    body: { needsPassword: false },
  })
  const joined = await stranger.post('/api/v1/invitations/acceptances', { token, password: 'somebody elses idea' })
  expect(joined.status).toBe(204)
  expect(await openSession(app, { ...from, email: first.person.email, password })).toBeDefined()
  expect(
    await openSession(app, { ...from, email: first.person.email, password: 'somebody elses idea' }),
  ).toBeUndefined()
})

test('a password that somebody else chose does not open a company that invites by mail', async () => {
  const app = await aDemo()
  const [one, other] = [await aCompany(app), await aCompany(app)]
  const person = aPerson()
  const operator = { kind: 'operator', tenantId: one.tenantId } as const
  await createUser(app, operator, { ...person, password: 'chosen by others' })
  const { read, accept } = await invited(app, other, person)
  expect(await read()).toMatchObject({ body: { needsPassword: true } })
  expect((await accept({ password })).status).toBe(204)
  expect(await openSession(app, { ...from, email: person.email, password: 'chosen by others' })).toBeUndefined()
  expect(await openSession(app, { ...from, email: person.email, password })).toBeDefined()
})

test('an invitation ends after seven days, when the person is switched off, and with the next one', async () => {
  const clock = testClock('2026-11-23T08:00:00Z')
  const app = await aDemo({ clock })
  const company = await aCompany(app)
  const old = await invited(app, company)
  clock.moveMs(7 * 24 * 60 * 60_000)
  expect((await old.accept({ password })).status).toBe(404)
  const again = { userId: old.user.id, language: 'en' as const }
  await perform(app, company.admin, work => inviteAgain(app, work, again))
  const token = tokenIn((await mailsTo(app, old.person.email, writers))[0])
  expect(token).not.toBe(old.token)
  await changeUser(app, company.admin, old.user.id, { active: false })
  const stranger = await signedOut(app, invitationsRoutes)
  expect((await stranger.post('/api/v1/invitations/acceptances', { token, password })).status).toBe(404)
  await changeUser(app, company.admin, old.user.id, { active: true })
  expect((await stranger.post('/api/v1/invitations/acceptances', { token, password })).status).toBe(204)
  expect(await refused(app, company.admin, work => inviteAgain(app, work, again))).toMatchObject({
    code: 'invitation.notOpen',
  })
})

test('only administrators invite, with a mail server only, and where there is one nobody gets a first password', async () => {
  const app = await aDemo()
  const { admin, recruiter } = await aCompany(app)
  expect(await refusal(createUser(app, recruiter, aPerson()))).toMatchObject({ code: 'user.onlyAdministrators' })
  expect(await refusal(createUser(app, admin, { ...aPerson(), password }))).toMatchObject({
    code: 'user.inviteInstead',
  })
  const plain = await testApp()
  const company = await aCompany(plain)
  expect(await refusal(createUser(plain, company.admin, aPerson()))).toMatchObject({ code: 'user.noMail' })
})

test('the list tells who is invited', async () => {
  const app = await aDemo()
  const company = await aCompany(app)
  const { person } = await invited(app, company)
  const browser = await signedIn(app, company.admin, usersRoutes)
  expect(await browser.get('/api/v1/users?q=visser')).toMatchObject({
    body: { data: [{ email: person.email, invitation: { state: 'sent', reason: null } }] },
  })
})
