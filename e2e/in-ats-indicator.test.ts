// The seed's heading "In-ATS-indicator": what a recruiter sees of a candidate in LinkedIn Recruiter, in two windows.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import type { Window } from './browser.ts'
import { launchBrowser } from './browser.ts'
import { ats, fill, type Language, recruiter } from './labels.ts'
import { openRecruiter } from './recruiter-window.ts'
import { startWorld, type World } from './world.ts'

const email = 'sanne.de.wit@tulpenveld.example'
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

interface Story {
  language: Language
  person: string
}

const stories: Story[] = [
  { language: 'en', person: 'Lotte Verbeek' },
  { language: 'nl', person: 'Saskia Oudejans' },
]

describe.each(stories)('In-ATS indicator, in $language', ({ language, person }) => {
  const words = ats[language]
  const theirs = recruiter[language]
  let ours: Window
  let linkedIn: Window
  let profile: string

  beforeAll(async () => {
    ours = await openAts(world, browser, { email, language })
    linkedIn = await openRecruiter(world, browser, { email, language })
  })

  afterAll(async () => {
    await ours?.close()
    await linkedIn?.close()
  })

  const section = () => linkedIn.page.getByRole('region', { name: theirs.inAts })

  test('1. Open LinkedIn Recruiter and go to the profile of the candidate', async () => {
    const { page } = linkedIn
    await page.getByRole('searchbox').first().fill(person)
    await page.getByRole('searchbox').first().press('Enter')
    await page.getByRole('link', { name: person }).first().click()
    await page.getByRole('heading', { name: person, level: 1 }).waitFor()
    profile = page.url()
  })

  test('note: nothing is shared while the candidate has not gone past Prospect', async () => {
    const { page } = linkedIn
    await page.getByRole('combobox', { name: theirs.jobBox }).fill(jobTitle)
    await page.getByRole('option', { name: jobTitle }).click()
    await page.getByRole('button', { name: theirs.export, exact: true }).click()
    await page.getByText(theirs.exportedTo(jobTitle)).first().waitFor()
    await openCard(ours.page, { jobTitle, person, words })
    await ours.page.getByText(words.applications.page.notShared).waitFor()
    const told = () =>
      ['atsCandidates', 'atsApplications']
        .flatMap(resource => world.sandbox.sandbox.traffic.list({ resource }))
        .map(call => call.requestBody)
        .join()
    expect(told()).not.toContain(person.split(' ').at(-1))
    await page.goto(profile)
    await section().getByText(theirs.inAtsEmpty).waitFor()
  })

  test('2. Past Prospect, the profile has the section In-ATS further down', async () => {
    await ours.page
      .getByRole('button', { name: fill(words.applications.move.advance, { stage: 'Application' }) })
      .click()
    await ours.page.getByText(words.applications.page.notShared).waitFor({ state: 'detached' })
    await shows(linkedIn.page, () => section().getByRole('heading', { name: jobTitle }))
    await section().scrollIntoViewIfNeeded()
  })

  test('3. Jobs & statuses: the job, its latest status, and how the candidate moved', async () => {
    const tabs = section().getByRole('navigation')
    await tabs.getByRole('link', { name: theirs.inAtsTabs.jobs }).waitFor()
    await shows(linkedIn.page, () => section().getByText('Application').first())
    await ours.page.getByRole('button', { name: fill(words.applications.move.advance, { stage: 'Screen' }) }).click()
    await shows(linkedIn.page, () => section().getByText('Screen').first())
    const steps = await section().getByRole('listitem').allTextContents()
    const order = ['Screen', 'Application', 'Prospect'].map(stage => steps.findIndex(step => step.includes(stage)))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
  })

  test('6. Notes: what was written about the applicant in the ATS, with author; what is private stays there', async () => {
    const { page } = ours
    const writer = page.getByRole('textbox', { name: words.notes.writer.label })
    await page.keyboard.press('n')
    await expect.poll(() => writer.evaluate(box => box.contains(document.activeElement))).toBe(true)
    await page.keyboard.type('Between us, for now.')
    await page.getByRole('button', { name: words.inAtsIndicator.sharedNote.label }).click()
    await page.getByRole('menuitemradio', { name: words.notes.visibility.private }).click()
    await page.getByRole('button', { name: words.notes.writer.add }).click()
    await expect.poll(() => writer.textContent()).toBe('')
    await writer.click()
    await page.keyboard.type('Knows queues by heart.')
    await page.getByRole('button', { name: words.notes.visibility.private }).click()
    await page.getByRole('menuitemradio', { name: words.inAtsIndicator.sharedNote.label }).click()
    await page.getByRole('button', { name: words.notes.writer.add }).click()
    await expect.poll(() => writer.textContent()).toBe('')
    const tab = () => section().getByRole('link', { name: theirs.inAtsTabs.oneNote })
    await shows(linkedIn.page, tab)
    await tab().click()
    await section().getByText('Knows queues by heart.').waitFor()
    expect(await section().textContent()).toContain('Sanne de Wit')
    expect(await section().textContent()).not.toContain('Between us')
  })

  test('search says who is in the ATS, and shows only them when asked', async () => {
    const { page } = linkedIn
    await page.goto(`${world.sandboxUrl}/talent/search?q=${encodeURIComponent(person)}&inAts=yes`)
    await page.getByRole('link', { name: person }).first().waitFor()
    await page.getByText(`${jobTitle}: Screen`).waitFor()
  })

  test('from the section a link leads to the person in the ATS', async () => {
    await linkedIn.page.goto(profile)
    const address = await section()
      .getByRole('link', { name: /Tulpenveld Nederland/ })
      .getAttribute('href')
    expect(address).toMatch(new RegExp(`^${world.atsUrl}/candidates/cand_`))
  })

  test('neither window complained', () => {
    expect(ours.complaints).toEqual([])
    expect(linkedIn.complaints).toEqual([])
  })
})

/** The page is drawn when it is asked for, and LinkedIn hears of a change within seconds. */
async function shows(page: Page, what: () => Locator): Promise<void> {
  await expect
    .poll(async () => {
      await page.reload()
      return what().count()
    })
    .toBeGreaterThan(0)
}

interface Card {
  jobTitle: string
  person: string
  words: (typeof ats)[Language]
}

async function openCard(page: Page, { jobTitle, person, words }: Card): Promise<void> {
  await page.goto(new URL('/jobs', page.url()).href)
  await page.getByRole('link', { name: jobTitle }).click()
  const column = page.getByRole('region', { name: /^Prospect/ })
  await column.getByRole('link', { name: person }).click()
  await page.getByRole('heading', { name: person, level: 1 }).waitFor()
  await page.getByRole('list', { name: words.applications.page.stages }).waitFor()
}
