// Notes as colleagues write them: by keys, with a mention that arrives, shared or private, kept as a draft, changed and withdrawn.
import { gate } from '@lodestone/app/platform/testing/gate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { examine } from './examine.ts'
import { press } from './keyboard.ts'
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

/** The next answer of this kind waits until it is released. */
async function holdAnswer(page: Page, method: string) {
  const [asked, released] = [gate(), gate()]
  let count = 0
  await page.route('**/api/v1/notes/**', async route => {
    if (route.request().method() !== method) return route.continue()
    count += 1
    asked.open()
    await released.opened
    return route.continue()
  })
  return { asked: asked.opened, release: released.open, count: () => count }
}

// One after the other in one world: each has a person of its own.
const stories: { language: Language; person: string; width: 390 | 1366; theme: 'light' | 'dark' }[] = [
  { language: 'en', person: 'Koen Peeters', width: 1366, theme: 'light' },
  { language: 'nl', person: 'Wouter Dijkstra', width: 390, theme: 'dark' },
]

describe.each(stories)('in $language, $width px', ({ language, person, width, theme }) => {
  const { notes: words, notesTab, notifications, inAtsIndicator, candidates } = ats[language]
  let window: Window
  let page: Page

  beforeAll(async () => {
    window = await openAts(world, browser, { email, language, width, theme })
    page = window.page
    await page.goto(`${world.atsUrl}/candidates?q=${encodeURIComponent(person)}`)
    await page.getByRole('link', { name: person }).click()
    await page.getByRole('heading', { level: 1, name: person }).waitFor()
    const job = page
      .getByRole('row', { name: /Senior backend engineer/ })
      .getByRole('link')
      .last()
    await job.click()
    await page.waitForURL(/\/applications\//)
    await page.getByRole('navigation', { name: candidates.tabs.label }).waitFor()
  })

  afterAll(async () => {
    await window?.close()
  })

  const writer = () => page.getByRole('textbox', { name: words.writer.label })
  const notes = () => page.getByRole('list', { name: words.list }).locator('> li')
  const says = (text: string) => page.getByRole('status').getByText(text).first().waitFor()
  const menuOf = (text: string) =>
    notes()
      .filter({ hasText: text })
      .getByRole('button', { name: /Sanne de Wit/ })

  test('N opens the tab with the cursor in a new note; @ mentions a colleague, and Ctrl Enter saves', async () => {
    await page.keyboard.press('n')
    await page.waitForURL(/tab=notes/)
    await expect.poll(() => writer().evaluate(box => box.contains(document.activeElement))).toBe(true)
    await page.getByRole('button', { name: inAtsIndicator.sharedNote.label }).waitFor()
    await page.getByText(words.none).waitFor()
    await page.keyboard.type('Strong on Kafka, says @sme')
    const offered = page.getByRole('listbox', { name: words.mention.list })
    await offered.getByRole('option', { name: 'Bram Smeets', selected: true }).waitFor()
    await examine(page, 'colleagues to mention')
    await page.keyboard.press('Enter')
    await writer().getByText('@Bram Smeets').waitFor()
    await press(page, 'Control+Enter')
    await says(words.writer.added)
    await expect.poll(() => notes().count()).toBe(1)
    await notes().getByText('@Bram Smeets').waitFor()
    await expect.poll(() => writer().textContent()).toBe('')
    await examine(page, 'a note with a mention')
  })

  test('whoever was mentioned hears of it, and reads the note at once', async () => {
    const theirs = await openAts(world, browser, { email: interviewer, language, width })
    const bell = theirs.page.getByRole('banner').getByRole('button', { name: new RegExp(notifications.title) })
    await bell.click()
    const said = fill(notesTab.notificationKinds.note.mentioned.text, { from: 'Sanne de Wit', person })
    const line = theirs.page.getByRole('dialog').getByRole('listitem').filter({ hasText: said })
    await line.getByRole('link', { name: notesTab.notificationKinds.note.mentioned.link }).click()
    await theirs.page.getByText('Strong on Kafka').waitFor()
    expect(await theirs.page.getByRole('textbox', { name: words.writer.label }).count()).toBe(0)
    await theirs.close()
  })

  test('a private note says so on its button, and is on no page but its author’s', async () => {
    await writer().click()
    await page.keyboard.type('Asks for more than we have.')
    await page.getByRole('button', { name: inAtsIndicator.sharedNote.label }).click()
    await page.getByRole('menuitemradio', { name: words.visibility.private }).click()
    await page.getByRole('button', { name: words.visibility.private }).waitFor()
    await page.getByRole('button', { name: words.writer.add }).click()
    await notes().filter({ hasText: 'Asks for more' }).getByText(words.visibility.private).waitFor()
    const theirs = await openAts(world, browser, { email: interviewer, language, width })
    await theirs.page.goto(page.url())
    await theirs.page.getByText('Strong on Kafka').waitFor()
    expect(await theirs.page.getByText('Asks for more').count()).toBe(0)
    await theirs.close()
  })

  test('a draft outlives its page, and an empty note is refused in words', async () => {
    await writer().click()
    await page.keyboard.type('Half a thought')
    await writer().getByText('Half a thought').waitFor()
    await page.reload()
    await writer().getByText('Half a thought').waitFor()
    await writer().click()
    await press(page, 'Control+a', 'Delete')
    await expect.poll(() => writer().textContent()).toBe('')
    await press(page, 'Control+Enter')
    await page.getByRole('alert').getByText(words.problems.note.empty).waitFor()
    await examine(page, 'an empty note that was refused')
    await page.reload()
    await expect.poll(() => writer().textContent()).toBe('')
  })

  test('its author changes a note, with a list in it; then withdraws it, and its words are gone', async () => {
    await menuOf('Strong on Kafka').click()
    await page.getByRole('menuitem', { name: words.edit }).click()
    const box = page.getByRole('textbox', { name: words.writer.change })
    await expect.poll(() => box.evaluate(one => one.contains(document.activeElement))).toBe(true)
    await press(page, 'Enter')
    await page.keyboard.type('- Replication')
    await press(page, 'Enter')
    await page.keyboard.type('Partitions')
    const answer = await holdAnswer(page, 'PATCH')
    await press(page, 'Control+Enter')
    await answer.asked
    // Pressed again, and typed on, before it is saved: it goes once, and shows no words that are not kept.
    await press(page, 'Control+Enter')
    await page.keyboard.type('lost?')
    expect(await box.getByText('lost?').count()).toBe(0)
    answer.release()
    await says(words.writer.saved)
    await expect.poll(() => menuOf('Strong on Kafka').evaluate(one => one === document.activeElement)).toBe(true)
    expect(answer.count()).toBe(1)
    await expect.poll(() => notes().locator('ul > li').allTextContents()).toEqual(['Replication', 'Partitions'])
    await notes().getByText(words.edited).waitFor()
    await menuOf('Strong on Kafka').click()
    await page.getByRole('menuitem', { name: words.withdraw.button }).click()
    const dialog = page.getByRole('dialog', { name: words.withdraw.title })
    await dialog.getByText(words.withdraw.why).waitFor()
    await dialog.getByRole('button', { name: words.withdraw.confirm }).click()
    await says(words.withdraw.done)
    await notes().getByText(words.withdrawn).waitFor()
    expect(await page.getByText('Strong on Kafka').count()).toBe(0)
    await page.getByRole('link', { name: candidates.tabs.activity }).click()
    const line = { who: 'Sanne de Wit', job: 'Senior backend engineer' }
    await page.getByText(fill(candidates.activity.application.noteWithdrawn.any, line)).waitFor()
    expect(window.complaints).toEqual([])
  })
})
