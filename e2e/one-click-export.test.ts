// The seed's heading "Met 1 klik exporteren" (1-click export), its six steps as they stand there, in two windows.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import type { Window } from './browser.ts'
import { launchBrowser } from './browser.ts'
import { ats, fill, type Language, recruiter } from './labels.ts'
import { openRecruiter } from './recruiter-window.ts'
import { startWorld, type World } from './world.ts'

const email = 'sanne.de.wit@tulpenveld.example'

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
  jobTitle: string
  person: string
  exporters: string
}

const stories: Story[] = [
  { language: 'en', jobTitle: 'Greenhouse software engineer', person: 'Lotte Verbeek', exporters: 'Joris and Sanne' },
  { language: 'nl', jobTitle: 'Softwareontwikkelaar kassen', person: 'Saskia Oudejans', exporters: 'Joris en Sanne' },
]

describe.each(stories)('1-click export, in $language', ({ language, jobTitle, person, exporters }) => {
  const words = ats[language]
  const theirs = recruiter[language]
  let ours: Window
  let linkedIn: Window
  let jobId: string

  beforeAll(async () => {
    ours = await openAts(world, browser, { email, language })
  })

  afterAll(async () => {
    await ours?.close()
    await linkedIn?.close()
  })

  test('1. Create the job, assign the right roles and activate the job', async () => {
    const { page } = ours
    await page.goto(`${world.atsUrl}/jobs`)
    await page.getByRole('button', { name: words.jobs.new }).click()
    await page.getByLabel(words.jobs.field.title).fill(jobTitle)
    await page.getByLabel(words.jobs.role.recruiter).check()
    await page.getByRole('button', { name: words.jobs.create }).click()

    await page.getByLabel(words.jobs.field.location).fill('Amsterdam, Netherlands')
    await page.getByLabel(words.jobs.field.description).fill(description)
    await page.getByRole('button', { name: words.ui.save, exact: true }).click()
    await page.getByText(words.jobs.details.saved).waitFor()

    await page.getByRole('link', { name: words.jobs.tabs.team }).click()
    await addToTeam(page, language, 'Joris Hoekstra')

    await page.getByRole('button', { name: words.jobs.activate.button }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.jobs.activate.button }).click()
    await page.getByText(fill(words.jobs.activate.done, { title: jobTitle })).waitFor()
    // The address names the job; its visible id stands beside the title.
    jobId =
      (await page
        .getByText(/^TV-\d+$/)
        .first()
        .textContent()) ?? ''
    expect(jobId).toMatch(/^TV-\d+$/)
    // The head of the job says when LinkedIn has taken it, and for whom.
    await page
      .getByText(fill(words.jobInLinkedIn.exporters.can_other, { names: exporters }))
      .waitFor({ state: 'attached' })
  })

  test('2. Once the job is active, go to LinkedIn Recruiter', async () => {
    linkedIn = await openRecruiter(world, browser, { email, language })
    expect(await linkedIn.page.title()).not.toBe('')
  })

  test('3. Find the candidate and go to the profile', async () => {
    const { page } = linkedIn
    await page.getByRole('searchbox').first().fill(person)
    await page.getByRole('searchbox').first().press('Enter')
    await page.getByRole('link', { name: person }).first().click()
    await page.getByRole('heading', { name: person, level: 1 }).waitFor()
  })

  test('4. Find the job with the job search box on the contact card, by title or by job id', async () => {
    const { page } = linkedIn
    const box = page.getByRole('combobox', { name: theirs.jobBox })
    await box.fill(jobTitle.slice(0, 9))
    await page.getByRole('option', { name: jobTitle }).waitFor()
    await box.fill(jobId)
    await page.getByRole('option', { name: jobTitle }).waitFor()
  })

  test('4. If the job is not found, choose the right ATS with Change ATS', async () => {
    const { page } = linkedIn
    await changeAts(page, theirs.changeAts, 'Tulpenveld België')
    await page.getByRole('combobox', { name: theirs.jobBox }).fill(jobTitle)
    await expect.poll(() => page.getByRole('option').count()).toBe(0)
    await changeAts(page, theirs.changeAts, 'Tulpenveld Nederland')
    await page.getByRole('combobox', { name: theirs.jobBox }).fill(jobId)
    await page.getByRole('option', { name: jobTitle }).click()
  })

  test('5. Choose Export; the open board of the job shows the candidate by itself', async () => {
    await openBoard(ours.page, jobTitle)
    await linkedIn.page.getByRole('button', { name: theirs.export, exact: true }).click()
    await linkedIn.page.getByText(theirs.exportedTo(jobTitle)).first().waitFor()
    await prospectColumn(ours.page).getByRole('link', { name: person }).waitFor({ timeout: 5_000 })
  })

  test('6. In the ATS, open the job: the exported candidate is in the Prospect stage, once, with source LinkedIn', async () => {
    const { page } = ours
    await page.goto(`${world.atsUrl}/jobs`)
    await openBoard(page, jobTitle)
    const cards = prospectColumn(page).getByRole('article').filter({ hasText: person })
    await cards.first().waitFor()
    expect(await cards.count()).toBe(1)
    expect(await cards.first().textContent()).toContain('LinkedIn')
    await page.getByText(person).first().waitFor()
  })

  test('nothing about the candidate has been sent to LinkedIn: the person is still a prospect', async () => {
    const sent = () =>
      ['atsCandidates', 'atsApplications']
        .flatMap(resource => world.sandbox.sandbox.traffic.list({ resource }))
        .map(call => call.requestBody)
        .join()
    // People of the demo who are past Prospect are told by then.
    await expect.poll(sent).toContain('"lastName"')
    expect(sent()).not.toContain(person.split(' ').at(-1))
  })

  test('neither window complained', () => {
    expect(ours.complaints).toEqual([])
    expect(linkedIn.complaints).toEqual([])
  })
})

const description =
  'You write the software that keeps a greenhouse at the right warmth and light, day and night, together with growers who know what a plant needs.'

async function addToTeam(page: Page, language: Language, name: string): Promise<void> {
  const { team } = ats[language].jobs
  await page.getByRole('combobox', { name: team.person }).fill(name)
  await page.getByRole('option', { name }).click()
  await page.getByRole('button', { name: team.addButton }).click()
  await page.getByRole('listitem').filter({ hasText: name }).waitFor()
}

async function changeAts(page: Page, label: string, instance: string): Promise<void> {
  await page.getByRole('link', { name: label }).click()
  await page.getByRole('link', { name: instance }).click()
  await page.getByRole('heading', { name: instance }).waitFor()
}

async function openBoard(page: Page, jobTitle: string): Promise<void> {
  if (!page.url().endsWith('/jobs')) await page.goto(new URL('/jobs', page.url()).href)
  await page.getByRole('link', { name: jobTitle }).click()
  await prospectColumn(page).waitFor()
}

function prospectColumn(page: Page) {
  return page.getByRole('region', { name: /^Prospect/ })
}
