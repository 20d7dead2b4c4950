// An administrator lets people sign in through the company: an OpenID issuer is set up, tried, trusted for a domain, and required.
import { startIssuer, type TestIssuer } from '@lodestone/app/platform/testing/test-issuer'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import company from '../app/src/hiring/company-sign-in/company-sign-in.en.json' with { type: 'json' }
import session from '../app/src/platform/auth/session.en.json' with { type: 'json' }
import ui from '../app/src/ui/ui.en.json' with { type: 'json' }
import { openAts } from './ats-window.ts'
import { launchBrowser, openWindow, type Window } from './browser.ts'
import { fill } from './labels.ts'
import { freePort, startWorld, type World } from './world.ts'

const domain = 'tulpenveld.example'
const petraEmail = `petra.kuiper@${domain}`
const sanneEmail = `sanne.de.wit@${domain}`
const goOn = fill(session.company.go, { name: 'Tulpenveld BV' })

let port: number
let world: World
let browser: Browser
let issuer: TestIssuer
let petra: Window

beforeAll(async () => {
  port = await freePort()
  world = await startWorld({ LODESTONE_TRUSTED_ISSUERS: `http://localhost:${port}` })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await issuer?.stop()
  await world?.stop()
})

test('she registers the redirect address with the issuer, fills in what it says, and tries it', async () => {
  petra = await openAts(world, browser, { email: petraEmail })
  const { page } = petra
  await page.goto(`${world.atsUrl}/admin/sign-in`)
  const redirectUri = await page.getByLabel(company.form.redirectUri).inputValue()
  await page.getByLabel(company.form.issuer, { exact: true }).fill(`http://localhost:${port}`)
  await page.getByLabel(company.form.clientId, { exact: true }).fill('lodestone')
  await page.getByLabel(company.form.clientSecret, { exact: true }).fill('a wrong one')
  await page.getByRole('button', { name: company.trial.do }).click()
  await page.getByText(company.trial.problems.unreachable).waitFor()
  issuer = await startIssuer({ redirectUris: [redirectUri], port })
  issuer.addAccount('petra', { email: petraEmail, email_verified: true })
  issuer.addAccount('sanne', { email: sanneEmail, email_verified: true })
  issuer.addAccount('stranger', { email: `stranger@${domain}`, email_verified: true })
  await page.getByRole('button', { name: company.trial.do }).click()
  await page.getByText(company.trial.problems.clientRefused).waitFor()
  await page.getByLabel(company.form.clientSecret, { exact: true }).fill(issuer.clientSecret)
  await page.getByRole('button', { name: company.trial.do }).click()
  await page.getByText(company.trial.works).waitFor()
  await page.getByRole('button', { name: ui.save }).click()
  await page.getByText(company.form.secretKept).waitFor()
})

test('her mailbox proves the domain', async () => {
  const { page } = petra
  await page.getByRole('button', { name: fill(company.domains.ask, { domain }) }).click()
  await page.getByText(fill(company.domains.asked, { email: petraEmail })).waitFor()
  const mail = page.getByRole('listitem').filter({ hasText: '/admin/sign-in/domain#' }).first()
  await page.goto(`${world.atsUrl}/demo/mail`)
  await mail.waitFor()
  await mail.getByRole('link').click()
  await page.getByRole('button', { name: company.prove.confirm }).click()
  await page.getByText(fill(company.prove.done, { domain })).waitFor()
  await page.getByRole('link', { name: company.prove.back }).click()
  await page.getByText(company.domains.proved, { exact: true }).waitFor()
})

test('a recruiter signs in through the company, to the page that she wanted', async () => {
  const sanne = await openWindow(browser)
  const { page } = sanne
  await page.goto(`${world.atsUrl}/settings/security`)
  issuer.signInAs('sanne')
  await signInThrough(page, sanneEmail)
  await page.waitForURL(`${world.atsUrl}/settings/security`)
  await page.getByText(session.company.own).waitFor()
  expect(sanne.complaints).toEqual([])
  await sanne.close()
})

test('somebody whom nobody has added is told so', async () => {
  const stranger = await openWindow(browser)
  await stranger.page.goto(`${world.atsUrl}/sign-in`)
  issuer.signInAs('stranger')
  await signInThrough(stranger.page, `stranger@${domain}`)
  await stranger.page.getByText(session.company.outcomes.unknown).waitFor()
  await stranger.close()
})

test('it is required once she has come in by it herself, and passwords open nothing more', async () => {
  const { page } = petra
  await page.getByLabel(company.form.required).check({ force: true })
  await page.getByRole('button', { name: ui.save }).click()
  await page.getByText(company.problems.companySignIn.tryItFirst).first().waitFor()
  const again = await openWindow(browser)
  await again.page.goto(`${world.atsUrl}/admin/sign-in`)
  issuer.signInAs('petra')
  await signInThrough(again.page, petraEmail)
  await again.page.getByLabel(company.form.required).check({ force: true })
  await again.page.getByRole('button', { name: ui.save }).click()
  await again.page.getByText(ui.saved).first().waitFor()
  const joris = await openWindow(browser)
  await joris.page.goto(`${world.atsUrl}/sign-in`)
  await joris.page.getByLabel(session.signIn.email).fill(`joris.hoekstra@${domain}`)
  await joris.page.getByLabel(session.signIn.password, { exact: true }).fill(world.password)
  await joris.page.getByRole('button', { name: session.signIn.submit, exact: true }).click()
  await joris.page.getByText(session.problems.signIn.companyOnly).waitFor()
  expect([...petra.complaints, ...again.complaints, ...joris.complaints]).toEqual([])
})

async function signInThrough(page: Page, email: string): Promise<void> {
  await page.getByLabel(session.signIn.email).fill(email)
  await page.getByRole('button', { name: goOn }).click()
}
