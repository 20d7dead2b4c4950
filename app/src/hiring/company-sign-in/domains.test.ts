import { expect, test } from 'vitest'
import type { App } from '../../platform/app.ts'
import { aUser } from '../../platform/testing/builders.ts'
import { mailsTo, sendMails, tokenIn } from '../../platform/testing/mailbox.ts'
import { testApp, testClock } from '../../platform/testing/test-app.ts'
import { signedIn, signedOut } from '../../platform/testing/test-http.ts'
import { aCompany, eventsOf } from '../testing/builders.ts'
import { companyEntranceRoutes } from './company-entrance.routes.ts'
import { companySignInRoutes } from './company-sign-in.routes.ts'
import { changeCompanySignIn } from './company-sign-in.ts'
import { domainLetter } from './domain-letter.ts'
import { COMPANY_DOMAIN } from './domains.ts'

const writers = { [COMPANY_DOMAIN]: domainLetter }

async function anAdministrator(app: App, domain = `${crypto.randomUUID()}.example`) {
  const company = await aCompany(app)
  const email = `petra@${domain}`
  const user = await aUser(app, { id: company.tenantId }, { email, roles: ['administrator'] })
  const browser = await signedIn(app, user, companySignInRoutes)
  return {
    company,
    email,
    domain,
    user,
    browser,
    ask: (wanted = domain) => browser.post('/api/v1/company-sign-in/domains', { domain: wanted, language: 'nl' }),
    prove: (token: string) => browser.post('/api/v1/company-sign-in/domain-proofs', { token }),
    domains: async () => Object((await browser.get('/api/v1/company-sign-in')).body).domains,
  }
}

test('a domain is proved by the mailbox of an administrator, once', async () => {
  const app = await testApp({ config: { demo: true } })
  const { company, ask, prove, domains, domain, email, user } = await anAdministrator(app)
  expect((await ask()).status).toBe(204)
  expect(await domains()).toEqual([{ domain, state: 'asked', askedOf: email }])
  const [mail] = await mailsTo(app, email, writers)
  expect(mail?.subject).toContain(`@${domain}`)
  expect((await prove('some other token')).status).toBe(404)
  expect(await prove(tokenIn(mail))).toMatchObject({ status: 200, body: { domain } })
  expect((await prove(tokenIn(mail))).status).toBe(404)
  expect(await domains()).toEqual([{ domain, state: 'proved', askedOf: email }])
  expect((await ask()).status).toBe(204)
  expect(await domains()).toEqual([{ domain, state: 'proved', askedOf: email }])
  const events = await eventsOf(app, user, company.tenantId)
  expect(events.map(event => event.kind)).toEqual(['companySignIn.domainAsked', 'companySignIn.domainProved'])
})

test('nobody proves a domain of others, or one where everybody can have a mailbox', async () => {
  const app = await testApp({ config: { demo: true } })
  const { ask } = await anAdministrator(app)
  expect(await ask('victim.example')).toMatchObject({ status: 422, body: { code: 'companyDomain.notYours' } })
  const free = await anAdministrator(app, 'gmail.com')
  expect(await free.ask()).toMatchObject({ status: 422, body: { code: 'companyDomain.openToEverybody' } })
  const without = await anAdministrator(await testApp())
  expect(await without.ask()).toMatchObject({ status: 409, body: { code: 'companyDomain.noMail' } })
})

test('the link is for its administrator alone, ends after a day, and with the next one', async () => {
  const clock = testClock('2026-11-30T08:00:00Z')
  const app = await testApp({ clock, config: { demo: true } })
  const petra = await anAdministrator(app)
  await petra.ask()
  const first = tokenIn((await mailsTo(app, petra.email, writers))[0])
  const colleague = await aUser(
    app,
    { id: petra.company.tenantId },
    { email: `other@${petra.domain}`, roles: ['administrator'] },
  )
  const browser = await signedIn(app, colleague, companySignInRoutes)
  expect((await browser.post('/api/v1/company-sign-in/domain-proofs', { token: first })).status).toBe(404)
  await petra.ask()
  expect((await petra.prove(first)).status).toBe(404)
  const second = tokenIn((await mailsTo(app, petra.email, writers))[0])
  expect(second).not.toBe(first)
  clock.moveMs(24 * 60 * 60_000)
  expect((await petra.prove(second)).status).toBe(404)
})

test('the sign-in page offers what was proved and set up, and does not know persons', async () => {
  const app = await testApp({ config: { demo: true } })
  const { company, ask, prove, domain, email, user, browser } = await anAdministrator(app)
  const stranger = await signedOut(app, companyEntranceRoutes)
  const offers = async () =>
    Object((await stranger.get(`/api/v1/sign-in/companies?domain=${domain.toUpperCase()}`)).body).data
  await ask()
  const settings = { issuer: 'https://sso.example', clientId: 'one', clientSecret: 'two' }
  await changeCompanySignIn(
    app,
    user,
    { ...settings, required: false, newUserRole: null },
    { id: '', vouchedBy: null, openedAt: app.clock.now() },
  )
  expect(await offers()).toEqual([])
  await prove(tokenIn((await mailsTo(app, email, writers))[0]))
  expect(await offers()).toMatchObject([{ id: company.tenantId }])
  expect((await browser.delete(`/api/v1/company-sign-in/domains/${domain}`)).status).toBe(204)
  expect((await browser.delete(`/api/v1/company-sign-in/domains/${domain}`)).status).toBe(404)
  expect(await offers()).toEqual([])
  await sendMails(app, writers)
})
