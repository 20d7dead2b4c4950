// A Recruiter admin switches the access off, and on again. What works with LinkedIn stops at once in both products, says why, and
// comes back as it was.
import type { Browser, FrameLocator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { examine } from './examine.ts'
import { ats, fill, type Language, recruiter } from './labels.ts'
import { openRecruiter } from './recruiter-window.ts'
import { startWorld, type World } from './world.ts'

const recruits = 'sanne.de.wit@tulpenveld.example'
const administers = 'petra.kuiper@tulpenveld.example'
const jobTitle = 'Data engineer'
const instance = 'Lodestone - Tulpenveld Nederland'

/** What stands at LinkedIn. */
const linkedIn = {
  en: { switchOff: 'Switch off', switchOn: 'Switch on', company: 'Company-level access' },
  nl: { switchOff: 'Uitschakelen', switchOn: 'Inschakelen', company: 'Toegang op bedrijfsniveau' },
}

const stories: { language: Language; person: string; width: 390 | 1366 }[] = [
  { language: 'en', person: 'Lotte Verbeek', width: 1366 },
  { language: 'nl', person: 'Saskia Oudejans', width: 390 },
]

describe.each(stories)('in $language, $width px', ({ language, person, width }) => {
  const words = ats[language]
  const theirs = { ...recruiter[language], ...linkedIn[language] }
  let world: World
  let browser: Browser
  let ours: Window
  let admin: Window
  let sourcing: Window
  let recruiterAdmin: Window
  let applicationUrl: string

  beforeAll(async () => {
    world = await startWorld()
    browser = await launchBrowser()
    ours = await openAts(world, browser, { email: recruits, language, width })
    admin = await openAts(world, browser, { email: administers, language, width })
    sourcing = await openRecruiter(world, browser, { email: recruits, language })
    recruiterAdmin = await openRecruiter(world, browser, { email: administers, language })
  })

  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  const box = () => sourcing.page.locator('#export-box')
  const inAts = () => sourcing.page.getByRole('region', { name: theirs.inAts })
  const widget = (): FrameLocator =>
    ours.page.frameLocator(`iframe[title="${words.profileWidget.frame.title}"]`).frameLocator('iframe')
  const press = async (verb: string) => {
    const { page } = recruiterAdmin
    await page.goto(`${world.sandboxUrl}/talent/admin-settings/ats`)
    const button = page.getByRole('button', { name: new RegExp(`^${verb}.*${theirs.company}.*${instance}`) })
    await button.click()
    await button.waitFor({ state: 'detached' })
  }

  test('a candidate was exported, has gone past Prospect, and is known on both sides', async () => {
    const { page } = sourcing
    await page.goto(`${world.sandboxUrl}/talent/search?q=${encodeURIComponent(person)}`)
    await page.getByRole('link', { name: person }).first().click()
    await page.getByRole('combobox', { name: theirs.jobBox }).fill(jobTitle)
    await page.getByRole('option', { name: jobTitle }).click()
    await page.getByRole('button', { name: theirs.export, exact: true }).click()
    await page.getByText(theirs.exportedTo(jobTitle)).first().waitFor()
    await world.ats.settle()
    await ours.page.goto(`${world.atsUrl}/candidates?q=${encodeURIComponent(person)}`)
    await ours.page.getByRole('link', { name: person }).first().click()
    await ours.page.getByRole('heading', { level: 1, name: person }).waitFor()
    await ours.page.getByRole('main').getByRole('link', { name: jobTitle }).first().click()
    await ours.page.waitForURL(/\/applications\//)
    applicationUrl = ours.page.url().split('?')[0] ?? ''
    const advance = fill(words.applications.move.advance, { stage: 'Application' })
    await ours.page.getByRole('button', { name: advance }).click()
    await expect
      .poll(async () => {
        await page.reload()
        return inAts().getByRole('heading', { name: jobTitle }).count()
      })
      .toBe(1)
    await ours.page.goto(`${applicationUrl}?tab=linkedin`)
    await widget().getByLabel(theirs.email).fill(recruits)
    await widget().getByLabel(theirs.password).fill('sandbox')
    await widget().getByRole('button', { name: theirs.signIn, exact: true }).click()
    await widget().getByRole('heading', { name: person }).waitFor()
  })

  test('switched off at LinkedIn, the ATS says so at once, to the recruiter and to the administrator', async () => {
    await admin.page.goto(`${world.atsUrl}/admin/linkedin`)
    await admin.page.getByText(words.setUp.now.enabled).waitFor()
    await press(theirs.switchOff)
    await admin.page.getByText(words.setUp.now.switchedOff).first().waitFor()
    await examine(admin.page, 'access that was switched off')
    await ours.page.getByText(words.profileWidget.halves.instance.off).waitFor()
    await examine(ours.page, 'the tab LinkedIn, switched off')
  })

  test('in Recruiter nobody can export to it, and In-ATS shows nothing of it', async () => {
    const { page } = sourcing
    await page.reload()
    expect(await box().textContent()).not.toContain('Tulpenveld Nederland')
    expect(await inAts().getByRole('heading', { name: jobTitle }).count()).toBe(0)
  })

  test('what came before is kept: the candidate, his stage, and who he is at LinkedIn', async () => {
    const { page } = ours
    await page.goto(`${applicationUrl}?tab=linkedin`)
    await page.getByText(words.profileWidget.halves.instance.off).waitFor()
    await page
      .getByRole('list', { name: words.applications.page.stages })
      .locator('[aria-current="step"]')
      .filter({ hasText: 'Application' })
      .waitFor()
    await page.getByText(words.candidates.source.linkedin).first().waitFor()
  })

  test('switched on again, everything is back, once', async () => {
    await press(theirs.switchOn)
    await widget().getByRole('heading', { name: person }).waitFor()
    await admin.page.getByText(words.setUp.now.enabled).waitFor()
    await expect
      .poll(async () => {
        await sourcing.page.reload()
        return inAts().getByRole('heading', { name: jobTitle }).count()
      })
      .toBe(1)
    await box().getByText('Tulpenveld Nederland').first().waitFor()
    for (const window of [ours, admin, sourcing, recruiterAdmin]) expect(window.complaints).toEqual([])
  })
})
