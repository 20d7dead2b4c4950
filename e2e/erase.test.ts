// Somebody asks to be forgotten: an administrator erases him, and LinkedIn Recruiter forgets him too.
import type { Browser } from 'playwright-core'
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

const stories: { language: Language; person: string; width: 390 | 1366; theme: 'light' | 'dark' }[] = [
  { language: 'en', person: 'Lotte Verbeek', width: 1366, theme: 'light' },
  { language: 'nl', person: 'Saskia Oudejans', width: 390, theme: 'dark' },
]

describe.each(stories)('in $language, $width px', ({ language, person, width, theme }) => {
  const words = ats[language]
  const theirs = recruiter[language]
  let linkedIn: Window
  let recruiting: Window
  let ours: Window
  let address: string

  beforeAll(async () => {
    linkedIn = await openRecruiter(world, browser, { email: recruits, language })
    recruiting = await openAts(world, browser, { email: recruits, language })
    ours = await openAts(world, browser, { email: administers, language, width, theme })
  })

  afterAll(async () => {
    for (const window of [linkedIn, recruiting, ours]) await window?.close()
  })

  const inAts = () => linkedIn.page.getByRole('region', { name: theirs.inAts })

  test('a candidate is known to LinkedIn Recruiter', async () => {
    const { page } = linkedIn
    await page.goto(`${world.sandboxUrl}/talent/search?q=${encodeURIComponent(person)}`)
    await page.getByRole('link', { name: person }).first().click()
    await page.getByRole('combobox', { name: theirs.jobBox }).fill(jobTitle)
    await page.getByRole('option', { name: jobTitle }).click()
    await page.getByRole('button', { name: theirs.export, exact: true }).click()
    await page.getByText(theirs.exportedTo(jobTitle)).first().waitFor()
    await recruiting.page.goto(`${world.atsUrl}/jobs`)
    await recruiting.page.getByRole('link', { name: jobTitle }).click()
    const column = recruiting.page.getByRole('region', { name: /^Prospect/ })
    await column.getByRole('link', { name: person }).click()
    const advance = fill(words.applications.move.advance, { stage: 'Application' })
    await recruiting.page.getByRole('button', { name: advance }).click()
    await expect
      .poll(async () => {
        await page.reload()
        return inAts().getByRole('heading', { name: jobTitle }).count()
      })
      .toBe(1)
  })

  test('an administrator says why, and types the name; another name erases nobody', async () => {
    const { page } = ours
    await page.goto(`${world.atsUrl}/candidates?q=${encodeURIComponent(person)}`)
    await page.getByRole('link', { name: person }).click()
    address = page.url()
    await page.getByRole('button', { name: fill(words.candidates.more, { name: person }) }).click()
    await page.getByRole('menuitem', { name: words.candidates.erase }).click()
    const dialog = page.getByRole('dialog', { name: fill(words.erasing.title, { name: person }) })
    await dialog.getByText(words.erasing.goes).waitFor()
    await dialog.getByRole('button', { name: words.erasing.confirm }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByRole('combobox', { name: words.erasing.reason }).click()
    await page.getByRole('option', { name: words.erasing.reasons.request }).click()
    const name = dialog.getByLabel(fill(words.erasing.name, { name: person }))
    await name.fill('Somebody Else')
    await name.press('Enter')
    await dialog.getByText(words.erasing.problems['erasing.otherName']).first().waitFor()
    await examine(page, 'erasing with another name')
    await name.fill(person)
    await dialog.getByRole('button', { name: words.erasing.confirm }).click()
    await page.getByRole('status').getByText(words.erasing.done).waitFor()
    await page.waitForURL(/\/candidates$/)
  })

  test('nobody finds the person here any more', async () => {
    const { page } = ours
    await page.goto(`${world.atsUrl}/candidates?q=${encodeURIComponent(person)}`)
    await page.getByText(fill(words.candidates.noneFound, { words: person })).waitFor()
    await page.goto(address)
    await page.getByText(words.candidates.oneFailed).waitFor()
    await recruiting.page.goto(`${world.atsUrl}/jobs`)
    await recruiting.page.getByRole('link', { name: jobTitle }).click()
    await recruiting.page.getByRole('region', { name: /^Application/ }).waitFor()
    expect(await recruiting.page.getByRole('link', { name: person }).count()).toBe(0)
  })

  test('within a minute LinkedIn Recruiter shows nothing of the ATS about the person', async () => {
    const { page } = linkedIn
    await expect
      .poll(
        async () => {
          await page.reload()
          return inAts().getByText(theirs.inAtsEmpty).count()
        },
        { timeout: 60_000 },
      )
      .toBe(1)
    for (const window of [linkedIn, recruiting, ours]) expect(window.complaints).toEqual([])
  })
})
