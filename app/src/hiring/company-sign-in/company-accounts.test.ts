import { expect, test } from 'vitest'
import { addSignIn } from '../../platform/auth/sign-ins.ts'
import { aUser } from '../../platform/testing/builders.ts'
import { setUpTwoStep } from '../../platform/testing/second-steps.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { eventsOf } from '../testing/builders.ts'
import { aVisitor } from '../testing/visitor.ts'
import type { VouchingCompany } from '../testing/vouching-company.ts'
import { aVouchingCompany, password, proveWithoutMail } from '../testing/vouching-company.ts'
import { companySignInRoutes } from './company-sign-in.routes.ts'

const turnedAway = (outcome: string) => `/sign-in?company=${outcome}`

async function signInAs(there: VouchingCompany, subject: string, claims?: Record<string, unknown>) {
  if (claims) there.issuer.addAccount(subject, claims)
  return (await aVisitor(there.app)).signInAs(there, subject)
}

/** Somebody whom an administrator has added, and who has not been here yet. */
async function invited({ app, tenantId, domain }: VouchingCompany, name: string) {
  const email = `${name}@${domain}`
  return { email, user: await aUser(app, { id: tenantId }, { email, roles: ['recruiter'] }) }
}

test('an invited person is known by the verified address, and by the account ever after', async () => {
  const there = await aVouchingCompany()
  const { email, user } = await invited(there, 'sanne')
  const claims = { email: email.toUpperCase(), email_verified: true }
  expect(await signInAs(there, 'subject-1', claims)).toBe('/')
  const events = await eventsOf(there.app, there.admin, user.userId)
  expect(events.map(event => event.kind)).toEqual(['user.joined', 'user.companyAccountLinked'])
  expect(await signInAs(there, 'subject-1', { email: 'new.name@elsewhere.example', email_verified: false })).toBe('/')
  expect(await signInAs(there, 'subject-2', claims)).toBe(turnedAway('otherAccount'))
})

test('who is not vouched for well enough stays outside', async () => {
  const there = await aVouchingCompany()
  const { email } = await invited(there, 'sanne')
  const elsewhere = `sanne@${crypto.randomUUID()}.example`
  await aUser(there.app, { id: there.tenantId }, { email: elsewhere })
  const cases: [string, Record<string, unknown>][] = [
    ['noEmail', {}],
    ['emailNotVerified', { email }],
    ['emailNotVerified', { email, email_verified: false }],
    ['otherDomain', { email: elsewhere, email_verified: true }],
    ['unknown', { email: `nobody@${there.domain}`, email_verified: true }],
  ]
  for (const [outcome, claims] of cases) {
    expect([outcome, await signInAs(there, crypto.randomUUID(), claims)]).toEqual([outcome, turnedAway(outcome)])
  }
})

test('what an issuer tells is taken only where it can be', async () => {
  const there = await aVouchingCompany()
  await there.change({ newUserRole: 'recruiter' })
  const long = `${'x'.repeat(250)}@${there.domain}`
  for (const email of [`two words@${there.domain}`, `nul\0@${there.domain}`, long, 12]) {
    expect(await signInAs(there, crypto.randomUUID(), { email, email_verified: true })).toBe(turnedAway('noEmail'))
  }
  const claims = { email: `odd@${there.domain}`, email_verified: true, name: 'Od\0d \ud800Name' }
  expect(await signInAs(there, 's'.repeat(256), claims)).toBe(turnedAway('notTrusted'))
  expect(await signInAs(there, 'nul\0', claims)).toBe(turnedAway('notTrusted'))
  expect(await signInAs(there, 's'.repeat(255), claims)).toBe('/')
  const row = await there.app.db.owner
    .selectFrom('app_user')
    .select(['first_name', 'last_name'])
    .where('email', '=', claims.email)
    .executeTakeFirst()
  expect(row).toEqual({ first_name: 'Odd', last_name: 'Name' })
})

test('somebody who was switched off stays outside, and is put out', async () => {
  const there = await aVouchingCompany()
  const { email, user } = await invited(there, 'sanne')
  const visitor = await aVisitor(there.app)
  there.issuer.addAccount('sanne', { email, email_verified: true })
  expect(await visitor.signInAs(there, 'sanne')).toBe('/')
  await there.app.db.owner.updateTable('app_user').set({ active: false }).where('id', '=', user.userId).execute()
  expect(await visitor.whoAmI()).toBe(401)
  expect(await visitor.signInAs(there, 'sanne')).toBe(turnedAway('switchedOff'))
})

test('strangers of the own domain become users only where the company says so, with its role', async () => {
  const there = await aVouchingCompany()
  const email = `new@${there.domain}`
  const claims = { email, email_verified: true, name: 'Noor van den Berg' }
  expect(await signInAs(there, 'noor', claims)).toBe(turnedAway('unknown'))
  await there.change({ newUserRole: 'read_only' })
  expect(await signInAs(there, 'noor', claims)).toBe('/')
  expect(await signInAs(there, 'noor')).toBe('/')
  const users = await there.app.db.owner
    .selectFrom('app_user')
    .innerJoin('sign_in', 'sign_in.id', 'app_user.sign_in_id')
    .select(['first_name', 'last_name', 'roles', 'sign_in.language'])
    .where('app_user.email', '=', email)
    .execute()
  const person = { first_name: 'Noor', last_name: 'van den Berg', roles: ['read_only'], language: 'nl' }
  expect(users).toEqual([person])
})

test('a session that a company vouched for opens that company only, and tells nothing of others', async () => {
  const there = await aVouchingCompany()
  const { app, sister, tenantId, domain } = there
  const email = `both@${domain}`
  const signInId = (await addSignIn(app, { email, password, name: 'Bo' }, { mayJoin: false })) ?? ''
  for (const id of [tenantId, sister.tenantId]) await aUser(app, { id }, { email, signInId })
  const byPassword = await aVisitor(app)
  await byPassword.ask('POST', '/api/v1/sign-in', { email, password })
  const visitor = await aVisitor(app)
  there.issuer.addAccount('bo', { email, email_verified: true })
  expect(await visitor.signInAs(there, 'bo')).toBe('/')
  const session = await visitor.ask('GET', '/api/v1/session')
  expect(session.body).toMatchObject({ instance: { id: tenantId }, instances: [{ id: tenantId }], vouched: true })
  const change = { tenantId: sister.tenantId }
  expect(await visitor.ask('POST', '/api/v1/session/instance', change)).toMatchObject({
    status: 403,
    body: { code: 'signIn.companyOnly' },
  })
  expect(Object((await visitor.ask('GET', '/api/v1/account/sessions')).body).data).toHaveLength(1)
  expect((await visitor.ask('DELETE', '/api/v1/account/sessions')).status).toBe(204)
  expect(await byPassword.whoAmI()).toBe(email)
  expect(await byPassword.ask('POST', '/api/v1/session/instance', change)).toMatchObject({ status: 200 })
})

test("one company's claim of a domain does not reach another company's users", async () => {
  const there = await aVouchingCompany()
  const { app, sister, issuer } = there
  const email = `victim@${crypto.randomUUID()}.example`
  const victim = await addSignIn(app, { email, password, name: 'Victim' }, { mayJoin: false })
  await aUser(app, { id: sister.tenantId }, { email, signInId: victim ?? '' })
  // The vouching company's administrators can make their issuer say anything, and prove what they like.
  await proveWithoutMail(app, there.admin, email.split('@')[1] ?? '')
  await there.change({ newUserRole: 'recruiter' })
  issuer.addAccount('victim', { email, email_verified: true })
  const visitor = await aVisitor(app)
  expect(await visitor.signInAs(there, 'victim')).toBe(turnedAway('invitationFirst'))
  expect(await visitor.whoAmI()).toBe(401)
  // With a proved mailbox the person is one and the same, and still only this company opens.
  await app.db.owner.updateTable('sign_in').set({ email_verified: true }).where('email', '=', email).execute()
  expect(await visitor.signInAs(there, 'victim')).toBe('/')
  const session = await visitor.ask('GET', '/api/v1/session')
  expect(session.body).toMatchObject({ instances: [{ id: there.tenantId }] })
})

test('the second step is not asked where the company vouches, and still is where it does not', async () => {
  const there = await aVouchingCompany()
  const { app, domain } = there
  const email = `ada@${domain}`
  const { id } = await app.db.owner
    .selectFrom('sign_in')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  await setUpTwoStep(app, id)
  expect(await signInAs(there, 'ada', { email, email_verified: true })).toBe('/')
  const visitor = await aVisitor(app)
  expect(await visitor.ask('POST', '/api/v1/sign-in', { email, password })).toMatchObject({ body: { next: 'code' } })
})

test("a company's word opens neither the person's own password nor his second step, and uses up no attempt", async () => {
  const there = await aVouchingCompany()
  const { app, domain } = there
  const email = `bo@${domain}`
  const signInId = (await addSignIn(app, { email, password, name: 'Bo' }, { mayJoin: false })) ?? ''
  await aUser(app, { id: there.sister.tenantId }, { email, signInId })
  await app.db.owner.updateTable('sign_in').set({ email_verified: true }).where('id', '=', signInId).execute()
  await there.change({ newUserRole: 'recruiter' })
  there.issuer.addAccount('bo', { email, email_verified: true })
  const vouched = await aVisitor(app)
  expect(await vouched.signInAs(there, 'bo')).toBe('/')
  const refused = { status: 403, body: { code: 'signIn.ownOnly' } }
  const code = { code: '000000' }
  const guess = { current: 'a wrong guess', password: 'tulpen in april' }
  expect(await vouched.ask('GET', '/api/v1/account/two-step')).toMatchObject(refused)
  for (const path of ['two-step/set-up', 'two-step/removal', 'two-step/recovery-codes']) {
    expect(await vouched.ask('PUT', `/api/v1/account/${path}`, { current: password })).toMatchObject(refused)
  }
  for (let round = 0; round < 12; round++) {
    expect(await vouched.ask('PUT', '/api/v1/account/two-step', code)).toMatchObject(refused)
    expect(await vouched.ask('PUT', '/api/v1/account/password', guess)).toMatchObject(refused)
  }
  const own = await aVisitor(app)
  expect(await own.ask('POST', '/api/v1/sign-in', { email, password })).toMatchObject({ status: 200 })
  expect(await own.ask('PUT', '/api/v1/account/two-step/set-up', { current: password })).toMatchObject({ status: 200 })
  expect(await own.ask('PUT', '/api/v1/account/two-step', code)).toMatchObject({
    status: 422,
    body: { code: 'twoStep.wrongFirstCode' },
  })
  expect(await vouched.ask('PATCH', '/api/v1/session/preferences', { theme: 'dark' })).toMatchObject({ status: 200 })
})

test('an administrator forgets an account, which ends its sessions and makes room for another', async () => {
  const there = await aVouchingCompany()
  const { email, user } = await invited(there, 'sanne')
  const visitor = await aVisitor(there.app)
  there.issuer.addAccount('old', { email, email_verified: true })
  there.issuer.addAccount('new', { email, email_verified: true })
  expect(await visitor.signInAs(there, 'old')).toBe('/')
  const browser = await signedIn(there.app, there.admin, companySignInRoutes)
  const forget = () => browser.delete(`/api/v1/users/${user.userId}/company-account`)
  expect((await forget()).status).toBe(204)
  expect((await forget()).status).toBe(404)
  expect(await visitor.whoAmI()).toBe(401)
  expect(await signInAs(there, 'new')).toBe('/')
  expect(await signInAs(there, 'old')).toBe(turnedAway('otherAccount'))
})

test('a vouched session ends with the working day and is not prolonged', async () => {
  const there = await aVouchingCompany()
  const { email } = await invited(there, 'sanne')
  const visitor = await aVisitor(there.app)
  there.issuer.addAccount('sanne', { email, email_verified: true })
  await visitor.signInAs(there, 'sanne')
  const before = await expiryOf(there, email)
  expect(before.getTime() - Date.now()).toBeLessThanOrEqual(12 * 60 * 60_000)
  expect(await visitor.whoAmI()).toBe(email)
  expect(await expiryOf(there, email)).toEqual(before)
})

async function expiryOf({ app }: VouchingCompany, email: string): Promise<Date> {
  const row = await app.db.owner
    .selectFrom('sign_in_session')
    .innerJoin('sign_in', 'sign_in.id', 'sign_in_session.sign_in_id')
    .select('sign_in_session.expires_at')
    .where('sign_in.email', '=', email)
    .executeTakeFirstOrThrow()
  return row.expires_at
}
