// The match desk: two who share an address, merged by keys and taken apart again; two others left apart, and not asked about again.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { examine } from './examine.ts'
import { focusedText, press, pressByKeyboard, tabTo } from './keyboard.ts'
import { ats, fill, type Language } from './labels.ts'
import { startWorld, type World } from './world.ts'

const email = 'sanne.de.wit@tulpenveld.example'
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

interface Person {
  firstName: string
  lastName: string
  headline?: string
  emails: string[]
  phones: string[]
}

interface Story {
  language: Language
  width: 390 | 1366
  /** Known first, and on no job. */
  first: Person
  /** On a job. */
  second: Person
  household: readonly [Person, Person]
}

// One after the other in one world: each has people of its own.
const stories: Story[] = [
  {
    language: 'en',
    width: 1366,
    first: {
      firstName: 'Johanna',
      lastName: 'Vos',
      headline: 'Engineer of greenhouses',
      emails: ['vos@noordpost.example', 'johanna.vos@werk.example'],
      phones: ['+31 20 555 0142'],
    },
    second: {
      firstName: 'Hanneke',
      lastName: 'Vos',
      headline: 'Builder of harvest robots',
      emails: ['vos@noordpost.example', 'hanneke@thuis.example'],
      phones: ['+31 20 555 0199'],
    },
    household: [
      { firstName: 'Piet', lastName: 'Roos', emails: ['roos@noordpost.example'], phones: [] },
      { firstName: 'Marie', lastName: 'Roos', emails: ['roos@noordpost.example'], phones: [] },
    ],
  },
  {
    language: 'nl',
    width: 390,
    first: {
      firstName: 'Derya',
      lastName: 'Demir',
      headline: 'Plantenveredelaar',
      emails: ['demir@noordpost.example', 'derya.demir@werk.example'],
      phones: ['+31 20 555 0143'],
    },
    second: {
      firstName: 'Elif',
      lastName: 'Demir',
      headline: 'Ontwikkelaar',
      emails: ['demir@noordpost.example', 'elif@thuis.example'],
      phones: ['+31 20 555 0198'],
    },
    household: [
      { firstName: 'Kees', lastName: 'Tulp', emails: ['tulp@noordpost.example'], phones: [] },
      { firstName: 'Truus', lastName: 'Tulp', emails: ['tulp@noordpost.example'], phones: [] },
    ],
  },
]

const nameOf = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`

describe.each(stories)('in $language, $width px', ({ language, width, first, second, household }) => {
  const { matchDesk: words, doubtsWaiting } = ats[language]
  let window: Window
  let page: Page
  let ids: { kept: string; absorbed: string }
  let were: unknown[]

  beforeAll(async () => {
    window = await openAts(world, browser, { email, language, width })
    page = window.page
  })

  afterAll(async () => {
    await window?.close()
  })

  const pairOf = (one: Person, other: Person) =>
    page.getByRole('region', { name: fill(words.pair, { one: nameOf(one), other: nameOf(other) }), exact: true })
  const says = (text: string) => page.getByRole('status').getByText(text).first().waitFor()
  const ask = (path: string, method = 'GET', body?: unknown) =>
    page.evaluate(
      ([to, how, what]) =>
        fetch(`/api/v1${to}`, {
          method: how,
          headers: { 'content-type': 'application/json' },
          ...(what === undefined ? {} : { body: what }),
        }).then(answer => (answer.ok ? answer.json() : Promise.reject(new Error(`${to}: ${answer.status}`)))),
      [path, method, body === undefined ? undefined : JSON.stringify(body)] as const,
    )
  const add = async (person: Person): Promise<string> => (await ask('/candidates', 'POST', person)).id
  const readBoth = async () => {
    const both = [await ask(`/candidates/${ids.kept}`), await ask(`/candidates/${ids.absorbed}`)]
    return both.map(({ updatedAt: _, ...person }) => person)
  }

  test('two candidates with one address are made', async () => {
    const { data } = await ask(`/jobs?scope=all&q=${encodeURIComponent(job)}`)
    const kept = await add(first)
    const place = { candidate: second, as: 'applicant', source: 'referral' }
    const { candidateId } = await ask(`/jobs/${data[0].id}/applications`, 'POST', place)
    ids = { kept, absorbed: candidateId }
    were = await readBoth()
    await world.ats.settle()
  })

  test('Home says that a pair waits, and leads to it', async () => {
    await page.goto(`${world.atsUrl}/`)
    const waiting = page.getByRole('region', { name: doubtsWaiting.title })
    await waiting.waitFor()
    await examine(page, 'Home with a pair in doubt')
    await waiting.getByRole('link', { name: doubtsWaiting.open }).click()
    await pairOf(first, second).waitFor()
    await page.goto(`${world.atsUrl}/`)
    await waiting.waitFor()
  })

  test('G then M: the pair is on the desk, each with what is known, and the evidence', async () => {
    await press(page, 'g', 'm')
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor()
    const pair = pairOf(first, second)
    await pair.getByText(fill(words.evidence.email, { what: first.emails[0] ?? '' })).waitFor()
    for (const text of [first.phones[0], second.phones[0], first.headline, second.headline, job]) {
      await pair.getByText(text ?? '').waitFor()
    }
    await examine(page, 'the match desk')
  })

  test('merged by keys, with the first name of the second: one person has everything of both', async () => {
    await pressByKeyboard(page, pairOf(first, second).getByRole('button', { name: words.merge.button }))
    const dialog = page.getByRole('dialog', { name: words.merge.title })
    await tabTo(page, dialog.getByRole('radio', { name: first.firstName, exact: true }))
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => dialog.getByRole('radio', { name: second.firstName, exact: true }).isChecked()).toBe(true)
    await examine(page, 'two candidates side by side', ['region'])
    await pressByKeyboard(page, dialog.getByRole('button', { name: words.merge.confirm, exact: true }))
    await says(fill(words.merge.done, { name: nameOf(second) }))
    await dialog.waitFor({ state: 'hidden' })
    await pairOf(first, second).waitFor({ state: 'hidden' })
    // At the next pair, or at the tab: whoever goes by keys is not left at the top of the page.
    await expect.poll(() => page.locator('main :focus').count()).toBe(1)
  })

  test('the old address of who was absorbed leads on to the person, who says who is part of him', async () => {
    await page.goto(`${world.atsUrl}/candidates/${ids.absorbed}`)
    await page.waitForURL(address => address.pathname === `/candidates/${ids.kept}`)
    await page.getByRole('heading', { level: 1, name: nameOf(second) }).waitFor()
    const main = page.getByRole('main')
    for (const address of new Set([...first.emails, ...second.emails, ...first.phones, ...second.phones])) {
      await main.getByText(address, { exact: true }).filter({ visible: true }).first().waitFor()
    }
    await page
      .getByText(first.headline ?? '')
      .first()
      .waitFor()
    await page.getByRole('link', { name: job }).first().waitFor()
    await page.getByRole('button', { name: fill(words.unmerge.named, { name: nameOf(second) }) }).waitFor()
    await examine(page, 'a merged person')
    await page.getByRole('main').getByRole('link', { name: job }).first().click()
    await page.waitForURL(/\/applications\//)
    await page.getByRole('button', { name: fill(words.unmerge.named, { name: nameOf(second) }) }).waitFor()
    await page.goBack()
    await page.waitForURL(address => address.pathname === `/candidates/${ids.kept}`)
  })

  test('undone there: both are as they were, and in doubt again', async () => {
    await pressByKeyboard(page, page.getByRole('button', { name: fill(words.unmerge.named, { name: nameOf(second) }) }))
    await says(words.unmerge.done)
    await page.getByRole('heading', { level: 1, name: nameOf(first) }).waitFor()
    expect(await readBoth()).toEqual(were)
    await page.goto(`${world.atsUrl}/candidates/${ids.absorbed}`)
    await page.getByRole('heading', { level: 1, name: nameOf(second) }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/candidates/${ids.absorbed}`)
    await page.goto(`${world.atsUrl}/match-desk`)
    await pairOf(first, second).waitFor()
  })

  test('two others are two people: off the queue, listed as such, and not asked about again', async () => {
    const [one, other] = household
    const shared = { emails: other.emails }
    await add(one)
    const otherId = await add(other)
    await world.ats.settle()
    await page.goto(`${world.atsUrl}/match-desk`)
    await pairOf(one, other).getByRole('button', { name: words.twoPeople.button }).click()
    await says(words.twoPeople.done)
    await pairOf(one, other).waitFor({ state: 'hidden' })
    await expect.poll(() => focusedText(page)).toBe(nameOf(first))
    // The address goes, and comes back: nothing new.
    await ask(`/candidates/${otherId}`, 'PATCH', { emails: [] })
    await world.ats.settle()
    await ask(`/candidates/${otherId}`, 'PATCH', shared)
    await world.ats.settle()
    await page.goto(`${world.atsUrl}/match-desk`)
    await pairOf(first, second).waitFor()
    expect(await pairOf(one, other).count()).toBe(0)
    await page.getByRole('navigation', { name: words.views }).getByRole('link', { name: words.view.dismissed }).click()
    await pairOf(one, other).getByRole('button', { name: words.askAgain }).waitFor()
    await examine(page, 'pairs that are two people')
    expect(window.complaints).toEqual([])
  })
})
