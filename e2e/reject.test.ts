// Somebody is rejected by keyboard and with a reason, the slip is undone, he comes back, and another one withdraws: in both languages.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { examine } from './examine.ts'
import { ats, fill, type Language } from './labels.ts'
import { startWorld, type World } from './world.ts'

const email = 'sanne.de.wit@tulpenveld.example'
const who = 'Sanne de Wit'
const job = 'Senior backend engineer'

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

// One after the other in one world, each with people of its own.
const stories: { language: Language; name: string; next: string; other: string }[] = [
  { language: 'en', name: 'Anouk Vermeulen', next: 'Bilal Aydin', other: 'Hanna Visser' },
  { language: 'nl', name: 'Marit Scholten', next: 'Jelle Wiersma', other: 'Stijn Bakker' },
]

describe.each(stories)('in $language', ({ language, name, other }) => {
  const { applications, candidates, closings: words, ui } = ats[language]
  let window: Window
  let page: Page
  let board: string

  beforeAll(async () => {
    window = await openAts(world, browser, { email, language })
    page = window.page
    await page.goto(`${world.atsUrl}/jobs?scope=all&q=${encodeURIComponent(job)}`)
    await page.getByRole('link', { name: job }).click()
    await card(name).waitFor()
    board = page.url()
  })

  afterAll(async () => {
    await window?.close()
  })

  const card = (person: string) => page.getByRole('article').getByRole('link', { name: person, exact: true })
  const isFocused = (person: string) =>
    expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(person)
  const dialogFor = (person: string) => page.getByRole('dialog', { name: fill(words.dialog.title, { name: person }) })
  const says = (text: string) => page.getByRole('status').getByText(text).first().waitFor()
  const closedCount = (as: 'rejected' | 'withdrawn', count: number) =>
    fill(words.filter.count, { as: words.as[as], count: String(count) })
  const countOf = async (as: 'rejected' | 'withdrawn') => {
    const answer = await page.evaluate(path => fetch(path).then(one => one.json()), boardAddress())
    return (answer as { closedCounts: Record<string, number> }).closedCounts[as] ?? 0
  }
  const boardAddress = () => `/api/v1/jobs/${new URL(board).pathname.split('/')[2]}/board`

  test('R asks why; without a reason nobody is rejected, and Escape leaves everything as it was', async () => {
    await card(name).focus()
    await page.keyboard.press('r')
    const reason = dialogFor(name).getByRole('combobox', { name: words.dialog.reason })
    await reason.and(page.locator(':focus')).waitFor()
    await examine(page, 'the dialog that asks why', ['region'])
    await page.getByRole('listbox').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    await dialogFor(name).getByRole('button', { name: words.dialog.rejectedButton, exact: true }).click()
    await dialogFor(name).getByRole('alert').getByText(ui.field.required).first().waitFor()
    await page.keyboard.press('Escape')
    await dialogFor(name).waitFor({ state: 'hidden' })
    await isFocused(name)
  })

  test('rejected with a reason by keys alone, the card is gone, and Ctrl Z brings it back', async () => {
    await card(name).focus()
    await page.keyboard.press('r')
    const reason = dialogFor(name).getByRole('combobox', { name: words.dialog.reason })
    await reason.and(page.locator(':focus')).waitFor()
    await reason.pressSequentially(words.reason.experience)
    await page.getByRole('option', { name: words.reason.experience }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => reason.inputValue()).toBe(words.reason.experience)
    await page.keyboard.press('Tab')
    await dialogFor(name).getByRole('textbox', { name: words.dialog.comment }).and(page.locator(':focus')).waitFor()
    await page.keyboard.type('Two years.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await says(fill(words.done.rejected, { name }))
    await card(name).waitFor({ state: 'detached' })
    // The next card has the focus, so that the work goes on.
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-card]') !== null)).toBe(true)
    await page.keyboard.press('Control+z')
    await card(name).waitFor()
    await isFocused(name)
    expect(await countOf('rejected')).toBe(1)
  })

  test('on his own page he is rejected, and the page says why and since when', async () => {
    await card(name).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByRole('button', { name: words.reject, exact: true }).click()
    const reason = dialogFor(name).getByRole('combobox', { name: words.dialog.reason })
    await reason.click()
    await page.getByRole('option', { name: words.reason.skill_set }).click()
    await dialogFor(name).getByRole('textbox', { name: words.dialog.comment }).fill('Kotlin is missing.')
    await dialogFor(name).getByRole('button', { name: words.dialog.rejectedButton, exact: true }).click()
    await says(fill(words.done.rejected, { name }))
    const status = fill(words.asWithReason, { as: words.as.rejected, reason: words.reason.skill_set })
    await page.getByText(status).first().waitFor()
    await page.getByRole('button', { name: words.reopen, exact: true }).waitFor()
    await examine(page, 'the page of somebody rejected')
    await page.getByRole('link', { name: candidates.tabs.activity }).click()
    await page.getByText('Kotlin is missing.').waitFor()
    const values = { who, job, stage: 'Application', reason: lowerFirst(words.reason.skill_set) }
    await page.getByText(fill(candidates.activity.application.closed.rejected, values)).waitFor()
  })

  test('the board lists the rejected apart; re-opened, he stands where he stood', async () => {
    await page.goto(board)
    await page.getByRole('button', { name: new RegExp(`^${words.filter.name} \\d`) }).click()
    await page.getByRole('menuitem', { name: closedCount('rejected', 2) }).click()
    const table = page.getByRole('table', { name: fill(words.list.name, { as: words.as.rejected }) })
    await table.getByText('Kotlin is missing.').waitFor()
    await examine(page, 'the rejected people of a job')
    await table.getByRole('button', { name: fill(words.reopenNamed, { name }) }).click()
    await says(fill(words.done.reopened, { name, stage: 'Application' }))
    await table.getByRole('link', { name }).waitFor({ state: 'detached' })
    const chosen = fill(words.filter.clear, { as: closedCount('rejected', 1) })
    await page.getByRole('button', { name: chosen }).click()
    await page
      .getByRole('region', { name: /^Application/ })
      .getByRole('link', { name })
      .waitFor()
  })

  test('a withdrawal by the card’s menu, taken back by the toast', async () => {
    await page.getByRole('button', { name: fill(applications.move.named, { name: other }) }).click()
    await page.getByRole('menuitem', { name: words.withdrawMore }).click()
    const reason = dialogFor(other).getByRole('combobox', { name: words.dialog.reason })
    await reason.click()
    await page.getByRole('option', { name: words.reason.offer_declined }).click()
    await dialogFor(other).getByRole('button', { name: words.dialog.withdrawnButton }).click()
    // A toast that is pointed at stays, however long the next steps take.
    const toast = page.getByRole('status').getByText(fill(words.done.withdrawn, { name: other }))
    await toast.hover()
    await card(other).waitFor({ state: 'detached' })
    // The newest stands last; above it may still be that of the re-opening.
    await page.getByRole('status').getByRole('button', { name: ui.undo }).last().click()
    await card(other).waitFor()
    expect(window.complaints).toEqual([])
  })
})

test('a colleague’s open board follows along', async () => {
  const { closings: words } = ats.en
  const [one, other] = await Promise.all([
    openAts(world, browser, { email }),
    openAts(world, browser, { email: 'joris.hoekstra@tulpenveld.example' }),
  ])
  for (const { page } of [one, other]) {
    await page.goto(`${world.atsUrl}/jobs?scope=all&q=${encodeURIComponent(job)}`)
    await page.getByRole('link', { name: job }).click()
    await page.getByRole('article').getByRole('link', { name: 'Koen Peeters' }).waitFor()
  }
  await one.page.getByRole('article').getByRole('link', { name: 'Koen Peeters' }).focus()
  await one.page.keyboard.press('r')
  const dialog = one.page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: words.dialog.reason }).click()
  await one.page.getByRole('option', { name: words.reason.other }).click()
  await dialog.getByRole('button', { name: words.dialog.rejectedButton, exact: true }).click()
  await other.page.getByRole('article').getByRole('link', { name: 'Koen Peeters' }).waitFor({ state: 'detached' })
  await Promise.all([one.close(), other.close()])
})

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
