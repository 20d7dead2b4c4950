// Talent pools as a recruiter keeps them: made, filled from three places, opened at a person and left again, in both languages.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { examine } from './examine.ts'
import { focusedText, press, pressUntil } from './keyboard.ts'
import { ats, fill, type Language } from './labels.ts'
import { startWorld, type World } from './world.ts'

const email = 'sanne.de.wit@tulpenveld.example'
const interviewer = 'bram.smeets@tulpenveld.example'

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

// One after the other in one world: each makes and deletes a pool of its own.
const stories: { language: Language; pool: string; width: 390 | 1366 }[] = [
  { language: 'en', pool: 'People for the harvest', width: 1366 },
  { language: 'nl', pool: 'Personen voor de oogst', width: 390 },
]

describe.each(stories)('in $language, $width px', ({ language, pool, width }) => {
  const { talentPools: words, candidates, search, ui } = ats[language]
  const people = (count: number) => fill(count === 1 ? words.people_one : words.people_other, { number: String(count) })
  let window: Window
  let page: Page

  beforeAll(async () => {
    window = await openAts(world, browser, { email, language, width })
    page = window.page
  })

  afterAll(async () => {
    await window?.close()
  })

  const rows = () => page.getByRole('table').getByRole('rowheader').getByRole('link')
  const says = (text: string) => page.getByRole('status').getByText(text).first().waitFor()
  // A toast that is pointed at stays, however long the next steps take.
  const saysAndHolds = (text: string) => page.getByRole('status').getByText(text).first().hover()
  const addPerson = async (name: string) => {
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: words.addPeople.people }).fill(name)
    await page.getByRole('option', { name }).click()
  }

  test('Talent pools: G then P; a new pool is empty and says how to fill it', async () => {
    await press(page, 'g', 'p')
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor()
    await page.getByRole('link', { name: 'Engineers for spring' }).waitFor()
    await page.getByRole('button', { name: words.new }).click()
    const dialog = page.getByRole('dialog', { name: words.new })
    await dialog.getByRole('textbox', { name: words.field.name }).fill('Engineers for spring')
    await dialog.getByRole('button', { name: words.create }).click()
    await dialog.getByRole('alert').getByText(words.problems.talentPool.nameTaken).first().waitFor()
    await dialog.getByRole('textbox', { name: words.field.name }).fill(pool)
    await dialog.getByRole('button', { name: words.create }).click()
    await page.getByRole('heading', { level: 1, name: pool }).waitFor()
    await page.getByText(words.emptyWhy).waitFor()
    await examine(page, 'an empty pool')
  })

  test('people are found by search in the pool and added together', async () => {
    await page.getByRole('button', { name: words.addPeople.button }).click()
    await addPerson('Femke Brouwer')
    await addPerson('Roos Willems')
    await examine(page, 'people chosen for a pool', ['region'])
    await page.getByRole('dialog').getByRole('button', { name: words.addPeople.add, exact: true }).click()
    await says(fill(words.added.done_other, { number: '2', pool }))
    await expect.poll(() => rows().count()).toBe(2)
    await page.getByText(people(2)).first().waitFor()
  })

  test('from the list of candidates several are added at once; who is there already stays', async () => {
    await page.goto(`${world.atsUrl}/candidates?q=Bakker+OR+Willems&sort=name`)
    for (const name of ['Naomi Bakker', 'Stijn Bakker', 'Roos Willems']) {
      await page.getByRole('checkbox', { name: fill(candidates.selection.one, { name }) }).check()
    }
    const bar = page.getByRole('region', { name: candidates.selection.bar })
    await bar.getByText(fill(candidates.selection.count_other, { number: '3' })).waitFor()
    await examine(page, 'candidates that are selected')
    await bar.getByRole('button', { name: words.addTo.button }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: words.addTo.pool }).fill(pool)
    await page.getByRole('option', { name: pool, exact: true }).click()
    await dialog.getByRole('button', { name: words.addTo.add, exact: true }).click()
    await saysAndHolds(fill(words.added.done_other, { number: '2', pool }))
    await bar.waitFor({ state: 'hidden' })
    await page.getByRole('status').getByRole('button', { name: words.added.open }).click()
    await page.getByRole('heading', { level: 1, name: pool }).waitFor()
    await expect.poll(() => rows().count()).toBe(4)
  })

  test('from the candidate’s own page a person comes into a pool, which is then named there', async () => {
    await page.goto(`${world.atsUrl}/candidates?q=Pim+Jacobs`)
    await page.getByRole('link', { name: 'Pim Jacobs' }).click()
    const rail = page.getByRole('complementary', { name: candidates.facts.title })
    await rail.getByRole('button', { name: words.addTo.button }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: words.addTo.pool }).fill(pool)
    await page.getByRole('option', { name: pool, exact: true }).click()
    await dialog.getByRole('button', { name: words.addTo.add, exact: true }).click()
    await rail.getByRole('link', { name: pool }).click()
    await page.getByRole('heading', { level: 1, name: pool }).waitFor()
    await expect.poll(() => rows().first().textContent()).toBe('Pim Jacobs')
  })

  test('a person opens from the pool by keys: J, Enter; J goes to the next; Back comes to the pool', async () => {
    await page.getByText(words.sort.name, { exact: true }).click()
    await page.waitForURL(/sort=name/)
    await expect
      .poll(() => rows().allTextContents())
      .toEqual(['Naomi Bakker', 'Stijn Bakker', 'Femke Brouwer', 'Pim Jacobs', 'Roos Willems'])
    // A single letter never fires on the switch of the order, which is a field.
    await page.getByRole('heading', { level: 1 }).click()
    await pressUntil(page, 'j', 'Femke Brouwer')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Femke Brouwer' }).waitFor()
    await page.getByRole('navigation', { name: candidates.tabs.label }).waitFor()
    await page.getByRole('button', { name: candidates.neighbours.next, disabled: false }).waitFor()
    await page.keyboard.press('j')
    await page.getByRole('heading', { level: 1, name: 'Pim Jacobs' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: pool }).waitFor()
    expect(new URL(page.url()).search).toBe('?sort=name')
  })

  test('a person is removed; Undo brings him back to his place, and his history tells both', async () => {
    await page.getByText(words.sort.added, { exact: true }).click()
    await expect.poll(() => rows().first().textContent()).toBe('Pim Jacobs')
    const before = await rows().allTextContents()
    const name = 'Femke Brouwer'
    await page.getByRole('button', { name: fill(words.remove.named, { name }) }).click()
    await saysAndHolds(fill(words.remove.done, { name, pool }))
    await expect.poll(() => rows().allTextContents()).toEqual(before.filter(one => one !== name))
    await expect.poll(() => focusedText(page)).not.toBe('')
    await page.getByRole('status').getByRole('button', { name: ui.undo }).click()
    await says(fill(words.remove.back, { name, pool }))
    await expect.poll(() => rows().allTextContents()).toEqual(before)
    await page.getByRole('link', { name }).click()
    await page.getByRole('link', { name: candidates.tabs.activity }).click()
    const who = 'Sanne de Wit'
    await page.getByText(fill(candidates.activity.candidate.returnedToPool.named, { who, pool })).waitFor()
    await page.getByText(fill(candidates.activity.candidate.removedFromPool.named, { who, pool })).waitFor()
  })

  test('the palette finds the pool, and the filter of the candidates narrows to it', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: search.label }).fill(pool.slice(0, 8))
    await page.getByRole('group', { name: search.group.pools }).getByRole('option', { name: pool }).click()
    await page.getByRole('heading', { level: 1, name: pool }).waitFor()
    await page.getByRole('link', { name: words.searchIn }).click()
    await page.waitForURL(/\/candidates\?pool=/)
    await page.getByText(fill(candidates.found.exactly_other, { number: '5' })).waitFor()
  })

  test('the pool is renamed, and deleted after a question that says what is kept', async () => {
    await page.goto(`${world.atsUrl}/talent-pools`)
    const more = (name: string) => page.getByRole('button', { name: fill(words.menu, { name }) })
    await more(pool).click()
    await page.getByRole('menuitem', { name: words.rename.button }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: words.field.name }).fill(`${pool} 2`)
    await page.getByRole('dialog').getByRole('button', { name: ui.save }).click()
    await says(fill(words.rename.done, { name: `${pool} 2` }))
    await more(`${pool} 2`).click()
    await page.getByRole('menuitem', { name: words.delete.button }).click()
    const dialog = page.getByRole('dialog', { name: fill(words.delete.title, { name: `${pool} 2` }) })
    await dialog.getByText(fill(words.delete.keeps_other, { number: '5' })).waitFor()
    await dialog.getByRole('button', { name: words.delete.confirm }).click()
    await says(fill(words.delete.done, { name: `${pool} 2` }))
    await more(`${pool} 2`).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Engineers for spring' }).waitFor()
    expect(window.complaints).toEqual([])
  })
})

test('a colleague’s open page follows along, and who only interviews is told who could let him in', async () => {
  const { talentPools: words, candidates } = ats.en
  const [one, other] = await Promise.all([openAts(world, browser, { email }), openAts(world, browser, { email })])
  for (const { page } of [one, other]) {
    await page.goto(`${world.atsUrl}/talent-pools`)
    await page.getByRole('link', { name: 'Engineers for spring' }).click()
    await page.getByRole('link', { name: 'Jelle Wiersma' }).waitFor()
  }
  const name = 'Jelle Wiersma'
  await one.page.getByRole('button', { name: fill(words.remove.named, { name }) }).click()
  await other.page.getByRole('link', { name }).waitFor({ state: 'detached' })
  await other.page.getByText(fill(words.people_other, { number: '4' })).waitFor()
  await Promise.all([one.close(), other.close()])
  const outside = await openAts(world, browser, { email: interviewer })
  await outside.page.goto(`${world.atsUrl}/talent-pools`)
  await outside.page.getByText(words.noPermission).waitFor()
  expect(await outside.page.getByRole('link', { name: words.title }).count()).toBe(0)
  await outside.page.goto(`${world.atsUrl}/candidates`)
  await outside.page.getByRole('table', { name: candidates.title }).waitFor()
  expect(await outside.page.getByRole('checkbox').count()).toBe(0)
  await outside.close()
})
