// LinkedIn's pages, and the screens as people of less rights see them: axe, CSP, width of the page.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAtsScreens } from './ats-screens.ts'
import { openAts } from './ats-window.ts'
import { launchBrowser, openWindow } from './browser.ts'
import { examine, examineOverlays } from './examine.ts'
import { ats, recruiter as words } from './labels.ts'
import { chooseFor, looks, oppositeLooks, visit } from './looks.ts'
import { openRecruiter, signInToRecruiter } from './recruiter-window.ts'
import { startWorld, type World } from './world.ts'

const administrator = 'petra.kuiper@tulpenveld.example'
const recruiter = 'sanne.de.wit@tulpenveld.example'
const hiringManager = 'meike.bos@tulpenveld.example'
const interviewer = 'bram.smeets@tulpenveld.example'
const reader = 'iris.kolen@tulpenveld.example'
const withoutSeat = 'tom.aarts@tulpenveld.example'

const recruiterPages = [
  '/home',
  '/search?q=engineer',
  '/search?q=nothing-fits',
  '/profile/lotte-verbeek',
  '/profile/nobody',
  '/projects',
  '/projects/7001',
  '/projects/7002',
  '/projects/nothing',
  '/admin-settings/ats',
  '/inspector',
  '/inspector/traffic',
  '/inspector/traffic/1',
  '/inspector/control',
  '/nowhere',
]

let world: World
let browser: Browser

beforeAll(async () => {
  world = await startWorld()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

describe.each(looks)('$theme, $language, $width px', look => {
  test('its share of LinkedIn Recruiter', async () => {
    const window = await openRecruiter(world, browser, { email: recruiter, ...look })
    const { page } = window
    for (const path of chooseFor(look, recruiterPages)) {
      await page.goto(`${world.sandboxUrl}/talent${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await examine(page, path)
    }
    expect(window.complaints).toEqual([])
    await window.close()
  })
})

describe.each(oppositeLooks)('$theme, $language, $width px', look => {
  test('Admin Settings of LinkedIn Recruiter', async () => {
    const window = await openRecruiter(world, browser, { email: administrator, ...look })
    const { page } = window
    await page.goto(`${world.sandboxUrl}/talent/admin-settings/ats`)
    await page.getByRole('article').first().waitFor()
    await examine(page, 'the ATS tab')
    expect(window.complaints).toEqual([])
    await window.close()
  })

  test('from the ATS to the sign-in and the consent of LinkedIn, and back without it', async () => {
    const window = await openAts(world, browser, { email: hiringManager, ...look })
    const { page } = window
    await visit(page, world, '/settings/connections')
    await page.getByRole('button', { name: ats[look.language].userConnection.connect, exact: true }).click()
    await page.waitForURL(/\/talent\/sign-in/)
    await examine(page, 'the sign-in of LinkedIn')
    await signInToRecruiter(page, { email: hiringManager, language: look.language })
    await page.waitForURL(/\/oauth\/v2\/authorization/)
    await examine(page, 'the consent of LinkedIn')
    await page.getByRole('button', { name: words[look.language].cancel }).click()
    await page.waitForURL(/\/settings\/connections/)
    await page.getByRole('alert').or(page.getByRole('status')).filter({ visible: true }).first().waitFor()
    await examine(page, 'a connection that was stopped')
    expect(window.complaints).toEqual([])
    await window.close()
  })
})

test.each([
  { who: 'a hiring manager', email: hiringManager, look: looks[0] },
  { who: 'an interviewer', email: interviewer, look: looks[1] },
  { who: 'somebody who only reads', email: reader, look: looks[3] },
])('the ATS, for $who', async ({ email, look }) => {
  const everybody = await openAts(world, browser, { email: administrator })
  const screens = await listAtsScreens(everybody.page)
  await everybody.close()
  const window = await openAts(world, browser, { email, ...look })
  const seen = new Set<string>()
  for (const path of Object.values(screens).flat()) {
    await visit(window.page, world, path)
    await examine(window.page, path)
    await examineOverlays(window.page, path, seen)
  }
  expect(window.complaints).toEqual([])
  await window.close()
})

test('LinkedIn Recruiter, for a member without a seat', async () => {
  const window = await openWindow(browser, looks[2])
  await window.page.goto(`${world.sandboxUrl}/talent/sign-in`)
  await signInToRecruiter(window.page, { email: withoutSeat, language: 'en' })
  await window.page.getByRole('heading', { level: 1 }).waitFor()
  await examine(window.page, 'no seat')
  await window.close()
})
