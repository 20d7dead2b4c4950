// Finding people and working through them, as a recruiter does it: by words, filters and views; and by keys alone, in both languages.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { focusedText, hold, press, pressUntil } from './keyboard.ts'
import { ats, fill, type Language } from './labels.ts'
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

// One after the other in one world: each story has prospects of its own to move.
const stories: { language: Language; prospect: string; next: string }[] = [
  { language: 'en', prospect: 'Daan Kuipers', next: 'Thijs Molenaar' },
  { language: 'nl', prospect: 'Noor van Dalen', next: 'Ruben Vermeer' },
]

describe.each(stories)('keys alone, in $language', ({ language, prospect, next }) => {
  const words = ats[language]
  let window: Window
  let page: Page

  beforeAll(async () => {
    window = await openAts(world, browser, { email, language })
    page = window.page
  })

  afterAll(async () => {
    await window?.close()
  })

  test('Home: Tab reaches the prospects to review, and Enter opens the board with those alone', async () => {
    await page.goto(`${world.atsUrl}/`)
    const jobs = page.getByRole('link', { name: /prospect/i }).and(page.locator('a[href*="unseen=only"]'))
    await jobs.first().waitFor()
    await page.keyboard.press('Tab')
    expect(await focusedText(page)).toBe(words.ui.skipToContent)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focusedText(page)).toBe(await jobs.first().textContent())
    await page.keyboard.press('Tab')
    const second = (await focusedText(page)) ?? ''
    await page.keyboard.press('Enter')
    await page.waitForURL(/unseen=only/)
    const count = Number(/\d+/.exec(second)?.[0])
    const prospects = page.getByRole('region', { name: /^Prospect/ }).getByRole('article')
    await expect.poll(() => prospects.count()).toBe(count)
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(1)
  })

  test('Jobs: G then J, J to the row, Enter', async () => {
    await press(page, 'g', 'j')
    await page.getByRole('heading', { level: 1, name: words.jobs.title }).waitFor()
    await page.getByRole('table').waitFor()
    await pressUntil(page, 'j', 'Senior backend engineer')
    await press(page, 'k', 'j')
    expect(await focusedText(page)).toBe('Senior backend engineer')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: words.applications.board.name }).waitFor()
  })

  test('Board: J to the card, S and arrows to a stage; the focus goes along; Ctrl Z brings both back', async () => {
    await page.locator('[data-card]').first().waitFor()
    await pressUntil(page, 'j', prospect)
    await page.keyboard.press('s')
    const menu = page.getByRole('menu')
    await menu.waitFor()
    await pressUntil(page, 'ArrowDown', 'Screen')
    await page.keyboard.press('Enter')
    await columnWith(page, 'Screen', prospect).waitFor()
    await expect.poll(() => focusedText(page)).toBe(prospect)
    await page
      .getByRole('status')
      .getByText(fill(words.applications.move.done, { name: prospect, stage: 'Screen' }))
      .first()
      .waitFor()
    await page.keyboard.press('Control+z')
    await columnWith(page, 'Prospect', prospect).waitFor()
    await expect.poll(() => focusedText(page)).toBe(prospect)
  })

  test('Board: A takes the step to the next stage', async () => {
    await page.keyboard.press('a')
    await columnWith(page, 'Application', prospect).waitFor()
    await expect.poll(() => focusedText(page)).toBe(prospect)
  })

  test('Board: Ctrl Z takes back a step that the server has not answered yet', async () => {
    const release = await hold(page, '**/stage-moves')
    await page.keyboard.press('a')
    await columnWith(page, 'Screen', prospect).waitFor()
    await page.keyboard.press('Control+z')
    await columnWith(page, 'Application', prospect).waitFor()
    const undone = page.waitForResponse(/\/reversal$/)
    release()
    expect((await undone).status()).toBe(201)
    await columnWith(page, 'Application', prospect).waitFor()
    await expect.poll(() => focusedText(page)).toBe(prospect)
  })

  test('Board: a step taken while an undo is under way comes after it', async () => {
    const release = await hold(page, '**/reversal')
    await page.keyboard.press('a')
    await columnWith(page, 'Screen', prospect).waitFor()
    await page.keyboard.press('Control+z')
    await columnWith(page, 'Application', prospect).waitFor()
    await expect.poll(() => focusedText(page)).toBe(prospect)
    const moved = page.waitForResponse(/\/stage-moves$/)
    await page.keyboard.press('a')
    await columnWith(page, 'Screen', prospect).waitFor()
    release()
    expect((await moved).status()).toBe(201)
    await expect.poll(() => focusedText(page)).toBe(prospect)
  })

  test('Board: a step, its undoing and a step without a pause between them end one step on; Ctrl Z twice takes two back', async () => {
    const reversals: number[] = []
    page.on('response', answer => answer.url().endsWith('/reversal') && reversals.push(answer.status()))
    await press(page, 'a', 'Control+z', 'a', 'a')
    await columnWith(page, 'Offer', prospect).waitFor()
    await press(page, 'Control+z', 'Control+z')
    await expect.poll(() => reversals).toEqual([201, 201, 201])
    await columnWith(page, 'Screen', prospect).waitFor()
    await expect.poll(() => page.getByRole('status').getByText(words.ui.undo, { exact: true }).count()).toBe(0)
    await expect.poll(() => focusedText(page)).toBe(prospect)
  })

  test('the palette finds a person by a few letters, and gives the focus back on Escape', async () => {
    await openPalette(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => focusedText(page)).toBe(prospect)
    await openPalette(page)
    await page.keyboard.type(next.slice(0, 5))
    await page.getByRole('option', { name: next }).waitFor()
    await pressUntilOption(page, next)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: next }).waitFor()
  })

  test('the palette keeps who was looked at last, goes to pages, and opens what can be made', async () => {
    await openPalette(page)
    await page.getByRole('group', { name: words.search.group.recent }).getByRole('option', { name: next }).waitFor()
    await page.keyboard.type(words.frame.do.newJob)
    await page.getByRole('option', { name: words.frame.do.newJob, exact: true, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: words.jobs.new }).waitFor()
    await page.waitForURL(/new=job/)
    await page.keyboard.press('Escape')
    await expect.poll(() => new URL(page.url()).search).toBe('')
  })

  test('the palette offers what the page can do to the card that has the focus', async () => {
    await openPalette(page)
    await page.keyboard.type('Senior backend')
    await page.getByRole('option', { name: 'Senior backend engineer' }).first().waitFor()
    await pressUntilOption(page, 'Senior backend engineer')
    await page.keyboard.press('Enter')
    await page.locator('[data-card]').first().waitFor()
    await pressUntil(page, 'j', next)
    await openPalette(page)
    await page.keyboard.type(words.applications.keys.moveCard)
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
  })

  test('the help names the keys of this page and those of everywhere', async () => {
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: words.ui.keys.title })
    await help.waitFor()
    const here = help.getByRole('region', { name: words.ui.keys.here })
    expect(await here.getByText(words.applications.keys.advance).count()).toBe(1)
    const everywhere = help.getByRole('region', { name: words.ui.keys.everywhere })
    expect(await everywhere.getByText(words.frame.go.candidates).count()).toBe(1)
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
  })

  test('no key works in a field, and single keys can be switched off', async () => {
    await page.keyboard.press('/')
    const field = page.getByRole('searchbox', { name: words.applications.filter.text })
    await expect.poll(() => field.evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.type('gj?')
    expect(await field.inputValue()).toBe('gj?')
    await page.goto(`${world.atsUrl}/settings/profile`)
    await page.getByRole('switch', { name: words.session.profile.letters }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('heading', { level: 1 }).focus()
    await press(page, 'g', 'j')
    await openPalette(page)
    await page.keyboard.press('Escape')
    expect(page.url()).toContain('/settings/profile')
    await page.getByRole('switch', { name: words.session.profile.letters }).focus()
    await page.keyboard.press('Space')
  })

  test('the window did not complain', () => {
    expect(window.complaints).toEqual([])
  })
})

describe('words, filters and views', () => {
  const words = ats.en
  let window: Window
  let page: Page

  beforeAll(async () => {
    window = await openAts(world, browser, { email })
    page = window.page
    await page.goto(`${world.atsUrl}/candidates`)
  })

  afterAll(async () => {
    await window?.close()
  })

  test('words, phrases, operators, beginnings, smart quotes and a slip in a name', async () => {
    const questions: [q: string, people: string[]][] = [
      ['backend engineer', ['Hanna Visser', 'Jelle Wiersma']],
      ['"backend lead"', ['Koen Peeters']],
      ['(“backend lead” OR principal) AND (amsterdam OR groningen)', ['Koen Peeters', 'Wouter Dijkstra']],
      ['kotlin amsterdam NOT engineer', ['Anouk Vermeulen', 'Koen Peeters']],
      ['princip*', ['Wouter Dijkstra']],
      ['Vermeulin', ['Anouk Vermeulen']],
    ]
    for (const [q, people] of questions) {
      await search(page, q)
      await expect.poll(() => peopleShown(page), { message: q }).toEqual(people)
    }
    await page.getByText(fill(words.candidates.found.slip, { word: 'Vermeulin' })).waitFor()
    await search(page, 'princip*')
    await page.locator('mark', { hasText: 'Principal' }).waitFor()
    await page.getByRole('button', { name: words.search.help.title }).click()
    await page.getByRole('dialog').getByText(words.search.help.finds.together).waitFor()
    await page.keyboard.press('Escape')
  })

  test('a search that cannot be answered says where it is wrong, and stands there to be mended', async () => {
    await search(page, 'engineer )')
    await page.getByText(fill(words.search.problems.search.strayParenthesis, { position: '10' })).waitFor()
    expect(await searchField(page).inputValue()).toBe('engineer )')
    await search(page, '')
    await page.getByRole('table').waitFor()
  })

  test('filters narrow the list and its address, and their numbers are what is found', async () => {
    await page.getByRole('button', { name: words.candidates.facet.stage, exact: true }).click()
    const interview = page.getByRole('menuitemcheckbox', { name: words.candidates.stage.interview })
    const number = Number(/\d+$/.exec((await interview.textContent()) ?? '')?.[0])
    expect(number).toBeGreaterThan(1)
    await interview.click()
    await page.keyboard.press('Escape')
    await page.waitForURL(/stage=interview/)
    await expect.poll(async () => (await peopleShown(page)).length).toBe(number)
    await page.getByRole('button', { name: words.candidates.facet.skill, exact: true }).click()
    await page.getByRole('menuitemcheckbox', { name: /^Kotlin/ }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => peopleShown(page)).toEqual(['Amira Bouazza', 'Koen Peeters', 'Wouter Dijkstra'])
    await page.reload()
    await expect.poll(() => peopleShown(page)).toEqual(['Amira Bouazza', 'Koen Peeters', 'Wouter Dijkstra'])
  })

  test('a list is kept as a view with its columns, and colleagues open it', async () => {
    await page.getByRole('button', { name: words.candidates.columns }).click()
    await page.getByRole('menuitemcheckbox', { name: words.candidates.column.skills }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('columnheader', { name: words.candidates.column.skills }).waitFor()
    await chooseView(page, words.savedViews.saveNew)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.savedViews.dialog.name).fill('Kotlin talks')
    await dialog.getByLabel(words.savedViews.dialog.shared).click()
    await dialog.getByRole('button', { name: words.ui.save }).click()
    await dialog.waitFor({ state: 'detached' })
    const colleague = await openAts(world, browser, { email: 'joris.hoekstra@tulpenveld.example' })
    await colleague.page.goto(`${world.atsUrl}/candidates`)
    await chooseView(colleague.page, /^Kotlin talks/)
    await expect.poll(() => peopleShown(colleague.page)).toEqual(['Amira Bouazza', 'Koen Peeters', 'Wouter Dijkstra'])
    await colleague.page.getByRole('columnheader', { name: words.candidates.column.skills }).waitFor()
    expect(colleague.complaints).toEqual([])
    await colleague.close()
  })

  test('from one candidate to the next on the list, and back to the list as it was', async () => {
    const order = await page.locator('main tbody th a').allTextContents()
    await page.getByRole('link', { name: order[0] ?? '' }).click()
    for (const name of order.slice(1)) {
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator(`button[aria-label="${words.candidates.neighbours.next}"]:enabled`).waitFor()
      await page.keyboard.press('j')
      await page.getByRole('heading', { level: 1, name }).waitFor()
    }
    await page.locator(`button[aria-label="${words.candidates.neighbours.previous}"]:enabled`).click()
    await page.getByRole('heading', { level: 1, name: order.at(-2) ?? '' }).waitFor()
    await page.getByRole('navigation').getByRole('link', { name: words.candidates.title }).last().click()
    await expect.poll(() => page.locator('main tbody th a').allTextContents()).toEqual(order)
    await page.getByRole('columnheader', { name: words.candidates.column.skills }).waitFor()
  })

  test('a view that is removed can be brought back', async () => {
    await chooseView(page, fill(words.savedViews.remove, { name: 'Kotlin talks' }))
    await page.getByText(fill(words.savedViews.removed, { name: 'Kotlin talks' })).waitFor()
    expect((await peopleShown(page)).length).toBe(3)
    await page.getByRole('button', { name: words.ui.undo }).click()
    await page.getByText(fill(words.savedViews.back, { name: 'Kotlin talks' })).waitFor()
  })

  test('table and board of a job stand under one filter', async () => {
    await page.goto(`${world.atsUrl}/jobs?scope=all`)
    await page.getByRole('link', { name: 'Senior backend engineer' }).click()
    await page.getByRole('searchbox', { name: words.applications.filter.text }).fill('principal')
    await page.getByRole('article').getByRole('link', { name: 'Wouter Dijkstra' }).waitFor()
    await expect.poll(() => page.getByRole('article').count()).toBe(1)
    await page.getByText(words.applications.view.table, { exact: true }).click()
    await expect.poll(() => peopleShown(page)).toEqual(['Wouter Dijkstra'])
    expect(page.url()).toContain('filter=principal')
  })

  test('the window did not complain', () => {
    expect(window.complaints).toEqual([])
  })
})

function searchField(page: Page) {
  return page.getByRole('searchbox', { name: ats.en.candidates.search })
}

async function search(page: Page, q: string): Promise<void> {
  await searchField(page).fill(q)
  await page.waitForURL(address => (address.searchParams.get('q') ?? '') === q)
}

/** In the order of the alphabet: which one stands first is another question. */
async function peopleShown(page: Page): Promise<string[]> {
  return (await page.locator('main tbody th a').allTextContents()).toSorted()
}

async function chooseView(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('main search').getByRole('button').first().click()
  await page.getByRole('menuitem', { name }).click()
}

async function pressUntilOption(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if ((await page.getByRole('option', { selected: true }).textContent())?.startsWith(text)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The palette never came to ${text}.`)
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('dialog').getByRole('combobox')
  await expect.poll(() => field.evaluate(element => element === document.activeElement)).toBe(true)
}

function columnWith(page: Page, stage: string, person: string) {
  return page.getByRole('region', { name: new RegExp(`^${stage}`) }).getByRole('link', { name: person })
}
