// Somebody is invited, signs in with two steps, loses the telephone, forgets the password, and sees where he is signed in.
import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import users from '../app/src/hiring/users/users.en.json' with { type: 'json' }
import session from '../app/src/platform/auth/session.en.json' with { type: 'json' }
import { openAts } from './ats-window.ts'
import { launchBrowser, openWindow, type Window } from './browser.ts'
import { startWorld, type World } from './world.ts'

const email = 'nora.winter@tulpenveld.example'
const firstPassword = 'bollen in april'
const newPassword = 'rozen in juni'

let world: World
let browser: Browser
let nora: Window
let secret = ''
let recoveryCode = ''

beforeAll(async () => {
  world = await startWorld()
  browser = await launchBrowser()
  nora = await openWindow(browser)
})

afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

test('an administrator invites her, and she chooses her password behind the link of the mail', async () => {
  const petra = await openAts(world, browser, { email: 'petra.kuiper@tulpenveld.example' })
  await petra.page.goto(`${world.atsUrl}/admin/users`)
  await petra.page.getByRole('button', { name: users.add }).click()
  await petra.page.getByLabel(users.form.firstName).fill('Nora')
  await petra.page.getByLabel(users.form.lastName).fill('Winter')
  await petra.page.getByLabel(users.form.email).fill(email)
  await petra.page.getByRole('button', { name: users.form.invite }).click()
  await petra.page.getByRole('cell', { name: users.invited }).waitFor()
  await petra.close()
  await openMailedLink(nora.page, 'invitation')
  await nora.page.getByLabel(users.invitation.choose, { exact: true }).fill(firstPassword)
  await nora.page.getByRole('button', { name: users.invitation.join }).click()
  await nora.page.getByRole('link', { name: session.password.back }).click()
  await signIn(nora.page, firstPassword)
  await nora.page.waitForURL(`${world.atsUrl}/`)
})

test('she sets up two-step sign-in and keeps the recovery codes', async () => {
  const { page } = nora
  await page.goto(`${world.atsUrl}/settings/security`)
  await page.getByRole('button', { name: session.twoStep.setUp }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(session.password.current, { exact: true }).fill(firstPassword)
  await dialog.getByRole('button', { name: session.twoStep.goOn }).click()
  await dialog.getByRole('img', { name: session.twoStep.picture }).waitFor()
  secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await dialog.getByLabel(session.twoStep.code, { exact: true }).fill(code())
  await dialog.getByRole('button', { name: session.twoStep.switchOn }).click()
  const kept = dialog.getByRole('list', { name: session.twoStep.recoveryCodes })
  await kept.waitFor()
  const codes = await kept.getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  recoveryCode = codes[0] ?? ''
  await dialog.getByRole('button', { name: session.twoStep.kept }).click()
  await page.getByText(session.twoStep.left_other.replace('{{count}}', '10')).waitFor()
})

test('without the telephone a recovery code lets her in, once', async () => {
  const elsewhere = await openWindow(browser)
  await elsewhere.page.goto(`${world.atsUrl}/sign-in`)
  await signIn(elsewhere.page, firstPassword)
  await elsewhere.page.getByLabel(session.twoStep.code, { exact: true }).fill(recoveryCode)
  await elsewhere.page.getByRole('button', { name: session.signIn.submit }).click()
  await elsewhere.page.waitForURL(`${world.atsUrl}/`)
  const again = await openWindow(browser)
  await again.page.goto(`${world.atsUrl}/sign-in`)
  await signIn(again.page, firstPassword)
  await again.page.getByLabel(session.twoStep.code, { exact: true }).fill(recoveryCode)
  await again.page.getByRole('button', { name: session.signIn.submit }).click()
  await again.page.getByRole('alert').waitFor()
  await again.close()
  await nora.page.reload()
  await nora.page.getByRole('button', { name: session.sessions.endOthers }).click()
  await nora.page.getByRole('button', { name: session.sessions.endOthers }).waitFor({ state: 'detached' })
  await elsewhere.page.goto(`${world.atsUrl}/jobs`)
  await elsewhere.page.waitForURL(/\/sign-in/)
  await elsewhere.close()
})

test('she sets a forgotten password anew by mail, which signs her out and keeps the second step', async () => {
  const other = await openWindow(browser)
  const { page } = other
  await page.goto(`${world.atsUrl}/sign-in`)
  await page.getByRole('link', { name: session.signIn.forgot }).click()
  const send = page.getByRole('button', { name: session.password.send })
  // The page before it has a field of the same name.
  await send.waitFor()
  await page.getByLabel(session.signIn.email).fill(email)
  await send.click()
  await page.getByRole('heading', { name: session.password.sentTitle }).waitFor()
  await openMailedLink(page, 'reset-password')
  await page.getByLabel(session.password.new, { exact: true }).fill(newPassword)
  await page.getByRole('button', { name: session.password.set }).click()
  await page.getByRole('link', { name: session.password.back }).click()
  await signIn(page, newPassword)
  await page.getByRole('heading', { name: session.twoStep.enterTitle }).waitFor()
  await nora.page.goto(`${world.atsUrl}/jobs`)
  await nora.page.waitForURL(/\/sign-in/)
  expect([...nora.complaints, ...other.complaints]).toEqual([])
  await other.close()
})

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel(session.signIn.email).fill(email)
  await page.getByLabel(session.signIn.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: session.signIn.submit }).click()
}

/** The demo shows its mail on a page of its own; the newest link for her is followed. */
async function openMailedLink(page: Page, kind: 'invitation' | 'reset-password'): Promise<void> {
  const mail = page
    .getByRole('listitem')
    .filter({ hasText: email })
    .filter({ hasText: `/${kind}#` })
    .first()
  // It is sent by the queue, a moment after the page said so; the list of mails looks again by itself.
  await page.goto(`${world.atsUrl}/demo/mail`)
  await mail.waitFor()
  await mail.getByRole('link').click()
  await page.waitForURL(/#/)
}

function code(): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate()
}
