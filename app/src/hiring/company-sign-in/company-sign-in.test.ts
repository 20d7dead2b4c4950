import { expect, test } from 'vitest'
import { addSignIn } from '../../platform/auth/sign-ins.ts'
import { aUser } from '../../platform/testing/builders.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { eventsOf, refusal } from '../testing/builders.ts'
import { aVisitor } from '../testing/visitor.ts'
import { aVouchingCompany, password } from '../testing/vouching-company.ts'
import { changeUser } from '../users/users.ts'
import { companySignInRoutes } from './company-sign-in.routes.ts'
import type { CompanySignInInput } from './company-sign-in.shapes.ts'

test('only administrators see and change it, the secret never comes back, and history has no secret', async () => {
  const { app, issuer, admin, company, tenantId } = await aVouchingCompany()
  const recruiter = await signedIn(app, company.recruiter, companySignInRoutes)
  const settings = { issuer: issuer.url, clientId: 'lodestone', required: false, newUserRole: 'recruiter' }
  for (const answer of [
    await recruiter.get('/api/v1/company-sign-in'),
    await recruiter.put('/api/v1/company-sign-in', settings),
    await recruiter.delete('/api/v1/company-sign-in'),
    await recruiter.post('/api/v1/company-sign-in/trials', { issuer: issuer.url, clientId: 'lodestone' }),
    await recruiter.post('/api/v1/company-sign-in/domains', { domain: 'example.com', language: 'en' }),
    await recruiter.post('/api/v1/company-sign-in/domain-proofs', { token: 'some' }),
    await recruiter.delete('/api/v1/company-sign-in/domains/example.com'),
    await recruiter.delete(`/api/v1/users/${admin.userId}/company-account`),
  ]) {
    expect(answer).toMatchObject({ status: 403, body: { code: 'user.onlyAdministrators' } })
  }
  const browser = await signedIn(app, admin, companySignInRoutes)
  const changed = await browser.put('/api/v1/company-sign-in', settings)
  expect(changed).toMatchObject({ status: 200, body: { settings } })
  const told = JSON.stringify([changed.body, await eventsOf(app, admin, tenantId)])
  expect(told).toContain('companySignIn.changed')
  expect(told).not.toContain(issuer.clientSecret)
  const row = await app.db.owner
    .selectFrom('company_sign_in')
    .select('client_secret')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow()
  expect(row.client_secret).not.toContain(issuer.clientSecret)
})

test('another issuer or client needs its own secret, and plain http needs the operator', async () => {
  const { change, issuer } = await aVouchingCompany()
  const kept = { clientSecret: undefined }
  await change(kept)
  expect(await refusal(change({ ...kept, clientId: 'other' }))).toMatchObject({ code: 'companySignIn.secretMissing' })
  expect(await refusal(change({ ...kept, issuer: `${issuer.url}/other` }))).toMatchObject({
    code: 'companySignIn.secretMissing',
  })
  expect(await refusal(change({ issuer: 'http://sso.example.com' }))).toMatchObject({ code: 'companySignIn.notHttps' })
})

test('it is required only after an administrator came in by it, and never without an administrator with a password', async () => {
  const { app, change, tenantId, admin } = await aVouchingCompany()
  expect(await refusal(change({ required: true }))).toMatchObject({ code: 'companySignIn.tryItFirst' })
  await change({ required: true }, tenantId)
  await change({ required: false })
  await app.db.owner
    .deleteFrom('sign_in_account')
    .where(eb => eb('sign_in_id', 'in', eb.selectFrom('app_user').select('sign_in_id').where('id', '=', admin.userId)))
    .execute()
  expect(await refusal(change({ required: true }, tenantId))).toMatchObject({ code: 'companySignIn.noPassword' })
})

test('coming in by one issuer proves nothing about another, in no order of changes', async () => {
  const there = await aVouchingCompany()
  const { issuer, domain, settings } = there
  issuer.addAccount('ada', { email: `ada@${domain}`, email_verified: true })
  const ada = await aVisitor(there.app)
  expect(await ada.signInAs(there, 'ada')).toBe('/')
  const put = (some: Partial<CompanySignInInput>) => ada.ask('PUT', '/api/v1/company-sign-in', { ...settings, ...some })
  const untried = { status: 409, body: { code: 'companySignIn.tryItFirst' } }
  const other = { issuer: `${issuer.url}/other` }
  expect((await put(other)).status).toBe(200)
  expect(await put({ ...other, required: true })).toMatchObject(untried)
  expect((await put({})).status).toBe(200)
  expect(await put({ required: true })).toMatchObject(untried)
  expect((await ada.ask('DELETE', '/api/v1/company-sign-in')).status).toBe(204)
  expect(await put({ ...other, required: true })).toMatchObject(untried)
  expect(await put({ required: true })).toMatchObject(untried)
  expect((await put({})).status).toBe(200)
  expect(await put({ required: true })).toMatchObject(untried)
  expect(await ada.signInAs(there, 'ada')).toBe('/')
  expect(await put({ required: true })).toMatchObject({ status: 200, body: { settings: { required: true } } })
  expect(await put({ ...other, required: true })).toMatchObject(untried)
  expect(await put({ clientId: 'other', required: true })).toMatchObject(untried)
  expect((await put({ required: true, newUserRole: 'recruiter' })).status).toBe(200)
})

test('who is on the way while the issuer is changed stays outside', async () => {
  const there = await aVouchingCompany()
  const { app, issuer, domain, tenantId, change } = there
  issuer.addAccount('ada', { email: `ada@${domain}`, email_verified: true })
  const ada = await aVisitor(app)
  issuer.signInAs('ada')
  const back = await issuer.visit(await ada.begin(tenantId))
  issuer.beforeClaims(() => change({ clientId: 'other' }))
  expect(await ada.comeBack(back)).toBe('/sign-in?company=tooLate')
  expect(await ada.whoAmI()).toBe(401)
})

test('required, the last administrator with a password stays one, and the other way round', async () => {
  const { app, admin, company, change, tenantId } = await aVouchingCompany()
  const operator = { kind: 'operator', tenantId } as const
  const lose = (userId: string) => changeUser(app, operator, userId, { roles: ['recruiter'] })
  await change({ required: true }, tenantId)
  for (const lost of [{ active: false }, { roles: [] }]) {
    expect(await refusal(changeUser(app, company.admin, admin.userId, lost))).toMatchObject({
      code: 'user.lastPassword',
    })
  }
  const signInId = await addSignIn(
    app,
    { email: `${crypto.randomUUID()}@x.example`, password, name: 'Eva' },
    { mayJoin: false },
  )
  const second = await aUser(app, { id: tenantId }, { signInId: signInId ?? '', roles: ['administrator'] })
  const outcomes = await Promise.all(
    [admin, second].map(one =>
      lose(one.userId).then(
        () => 'done',
        error => error.code,
      ),
    ),
  )
  expect(outcomes.sort()).toEqual(['done', 'user.lastPassword'])
  await lose(company.admin.userId)
})

test('required, passwords open the company to administrators only', async () => {
  const there = await aVouchingCompany()
  const { app, change, company, tenantId, issuer, domain } = there
  const recruiter = await signedIn(app, company.recruiter, companySignInRoutes)
  await change({ required: true }, tenantId)
  expect((await recruiter.get('/api/v1/company-sign-in')).status).toBe(401)
  const admin = await aVisitor(app)
  expect(await admin.ask('POST', '/api/v1/sign-in', { email: `ada@${domain}`, password })).toMatchObject({
    status: 200,
  })
  issuer.addAccount('ada', { email: `ada@${domain}`, email_verified: true })
  expect(await admin.signInAs(there, 'ada')).toBe('/')
  await app.db.owner
    .updateTable('app_user')
    .set({ roles: ['recruiter'] })
    .where('email', '=', `ada@${domain}`)
    .execute()
  const former = await aVisitor(app)
  expect(await former.ask('POST', '/api/v1/sign-in', { email: `ada@${domain}`, password })).toMatchObject({
    status: 403,
    body: { code: 'signIn.companyOnly' },
  })
  expect(await former.signInAs(there, 'ada')).toBe('/')
})

test('taken away, it signs out whom it let in, but the administrator who takes it away', async () => {
  const there = await aVouchingCompany()
  const { app, issuer, domain } = there
  issuer.addAccount('ada', { email: `ada@${domain}`, email_verified: true })
  const [one, other] = [await aVisitor(app), await aVisitor(app)]
  expect([await one.signInAs(there, 'ada'), await other.signInAs(there, 'ada')]).toEqual(['/', '/'])
  expect((await one.ask('DELETE', '/api/v1/company-sign-in')).status).toBe(204)
  expect([await one.whoAmI(), await other.whoAmI()]).toEqual([`ada@${domain}`, 401])
  expect(
    await other.ask('POST', '/api/v1/sign-in/company-trips', { id: there.tenantId, language: 'en' }),
  ).toMatchObject({
    status: 404,
  })
})
