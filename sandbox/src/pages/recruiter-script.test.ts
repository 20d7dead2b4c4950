import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ExportWorld, startExportWorld } from './testing/export-world.ts'

const findBrowserModule = new URL('../../../scripts/find-browser.mjs', import.meta.url).href

const patience = { timeout: 10_000 }

let browser: Browser
let world: ExportWorld
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  const { findBrowser }: { findBrowser(): string | undefined } = await import(findBrowserModule)
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('No browser is installed: set CHROME_PATH.')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})
afterAll(() => browser.close())

beforeEach(async () => {
  world = await startExportWorld()
  const context = await browser.newContext({ locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  complaints.length = 0
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text())
  })
  await page.goto(`${world.running.url}/talent/sign-in?email=sanne.de.wit%40tulpenveld.example`)
  await page.getByLabel('Password').fill('sandbox')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/talent/home')
})
afterEach(async () => {
  await page.context().close()
  await world.stop()
  expect(complaints).toEqual([])
})

const box = () => page.getByRole('combobox', { name: 'Job title or id' })
const exportButton = () => page.getByRole('button', { name: 'Export', exact: true })

test('a job is found, chosen and exported by keyboard alone', async () => {
  await page.goto(`${world.running.url}/talent/profile/lotte-verbeek`)
  await box().focus()
  await page.keyboard.type('engineer')
  await page.getByRole('option', { name: /Senior backend engineer/ }).waitFor()
  // A slow browser asks for part of the word first.
  await expect.poll(() => page.locator('[role=option] b').allTextContents(), patience).toEqual(['engineer', 'engineer'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await box().inputValue()).toBe('Senior backend engineer · TV-1042')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const receipt = page.getByRole('status').filter({ hasText: 'Exported to Senior backend engineer · just now' })
  await receipt.waitFor()
  expect(await receipt.evaluate(element => element === document.activeElement)).toBe(true)
  expect(world.running.store.exportedCandidates.list().map(each => each.externalJobPostingId)).toEqual(['TV-1042'])
  expect(await box().getAttribute('aria-expanded')).toBe('false')
})

test('a person is saved to a project, to a new one and out again by keyboard alone, with the focus on what was done', async () => {
  await page.goto(`${world.running.url}/talent/profile/lotte-verbeek`)
  await openSaving()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await isTold('Saved to Greenhouse software')

  await openSaving()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Climate computers')
  await page.keyboard.press('Enter')
  await isTold('Saved to Climate computers')

  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Climate computers', level: 1 }).waitFor()
  await page.getByRole('button', { name: /Lotte Verbeek/ }).press('Enter')
  await isTold('Lotte Verbeek was removed from this project.')
})

/** The focus is on the first project. */
async function openSaving(): Promise<void> {
  await page.getByText('Save to project', { exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
}

async function isTold(sentence: string): Promise<void> {
  const note = page.getByRole('status').filter({ hasText: sentence })
  await expect.poll(() => note.evaluate(element => element === document.activeElement), patience).toBe(true)
}

test('a job the person is in already has a date, and its one button says Export again', async () => {
  world.exportTo('TV-1012', 'lotte-verbeek')
  await world.fetchExports()
  await page.goto(`${world.running.url}/talent/profile/lotte-verbeek`)
  await box().fill('1012')
  await page.getByRole('option', { name: /Data engineer/ }).click()
  await page.getByText(/Already exported to Data engineer on/).waitFor()
  expect(await exportButton().isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Clear the job' }).click()
  await exportButton().waitFor()
  await box().fill('1012')
  await page.getByRole('option', { name: /Data engineer/ }).click()
  await page.getByRole('button', { name: 'Export again' }).click()
  await page.getByText(/Exported to Data engineer · just now/).waitFor()
})

test('when nothing can be sent, the job stays and Retry sends it', async () => {
  await page.goto(`${world.running.url}/talent/profile/lotte-verbeek`)
  await box().fill('climate')
  await page.getByRole('option', { name: /Climate specialist/ }).click()
  await page.route('**/export?*', route => route.abort())
  await exportButton().click()
  await page.getByRole('alert').filter({ hasText: 'The export did not go through.' }).waitFor()
  await page.unroute('**/export?*')
  await page.getByRole('button', { name: 'Retry' }).click()
  await page.getByText(/Exported to Climate specialist/).waitFor()
})

test('Escape closes the list and then the menu', async () => {
  await page.goto(`${world.running.url}/talent/profile/lotte-verbeek`)
  await box().click()
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
  await page.getByText('Sanne de Wit').first().click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Sign out' }).waitFor({ state: 'hidden' })
})

test('a call is copied as curl', async () => {
  await page.goto(`${world.running.url}/talent/inspector/traffic/1`)
  await page.getByRole('button', { name: 'Copy as curl' }).click()
  await page.getByText('– copied').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('curl -g -X')
})
