// The seed's heading about using LinkedIn Recruiter: after the administrator's half, hiring managers and recruiters connect their own
// LinkedIn account under User settings. Who stops, takes the wrong account, has no seat or takes his consent back is told so.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askSandbox } from '../scripts/demo/sandbox-control.ts'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { ats, fill, type Language } from './labels.ts'
import { signInToRecruiter } from './recruiter-window.ts'
import { startWorld, type World } from './world.ts'

const linkedIn = {
  en: { allow: 'Allow', cancel: 'Cancel', notYou: 'Not you? Switch account' },
  nl: { allow: 'Toestaan', cancel: 'Annuleren', notYou: 'Bent u dit niet? Ander account kiezen' },
}

const meike = { name: 'Meike Bos', email: 'meike.bos@tulpenveld.example', memberId: 'meike-bos' }
const els = { name: 'Els van Rijn', email: 'els.van.rijn@tulpenveld.example', memberId: 'els-van-rijn' }
const sanne = 'sanne.de.wit@tulpenveld.example'
const tom = 'tom.aarts@tulpenveld.example'
const iris = 'iris.kolen@tulpenveld.example'
const petra = 'petra.kuiper@tulpenveld.example'

/** Whoever is the other one has not connected yet. */
const stories: { language: Language; me: typeof meike; other: typeof meike }[] = [
  { language: 'en', me: meike, other: els },
  { language: 'nl', me: els, other: meike },
]

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

describe.each(stories)('$me.name connects LinkedIn, in $language', ({ language, me, other }) => {
  const words = ats[language].userConnection
  const table = ats[language].connectedUsers
  const theirs = linkedIn[language]
  let mine: Window
  let page: Page

  beforeAll(async () => {
    mine = await openAts(world, browser, { email: me.email, language })
    page = mine.page
  })

  afterAll(() => mine?.close())

  const connect = () => page.getByRole('button', { name: words.connect, exact: true })

  test('under User settings it says what is missing, and why to connect', async () => {
    await page.goto(`${world.atsUrl}/settings/connections`)
    await page.getByText(words.notConnected.word, { exact: true }).waitFor()
    await page.getByText(words.notConnected.why).waitFor()
  })

  test('who stops at LinkedIn is where he began', async () => {
    await connect().click()
    await page.waitForURL(/\/talent\/sign-in/)
    await signInToRecruiter(page, { email: sanne, language })
    await page.getByRole('button', { name: theirs.cancel, exact: true }).click()
    await page.getByRole('alert').getByText(words.result.cancelled).waitFor()
    await page.getByText(words.notConnected.word, { exact: true }).waitFor()
  })

  test('an account that a colleague has connected is refused, and named as what it is', async () => {
    await connect().click()
    await page.getByRole('button', { name: theirs.allow, exact: true }).click()
    await page.getByRole('alert').getByText(words.result.accountTaken).waitFor()
    await page.getByText(words.notConnected.word, { exact: true }).waitFor()
  })

  test('the own account is connected, and its seat is found', async () => {
    await connect().click()
    await page.getByRole('button', { name: theirs.notYou }).click()
    await page.waitForURL(/\/talent\/sign-in/)
    await signInToRecruiter(page, { email: me.email, language })
    await page.getByRole('button', { name: theirs.allow, exact: true }).click()
    await page.getByRole('status').getByText(words.result.connected).waitFor()
    await page.getByText(words.connected.word, { exact: true }).waitFor()
    await page.getByText(words.seat.found.word, { exact: true }).waitFor({ timeout: 20_000 })
  })

  test('the administrator sees who is connected, who has no seat, and reminds who has not connected', async () => {
    const admin = await openAts(world, browser, { email: petra, language })
    await admin.page.goto(`${world.atsUrl}/admin/linkedin`)
    const people = admin.page.getByRole('table', { name: table.title })
    const rowOf = (name: string) => people.getByRole('row').filter({ hasText: name })
    await rowOf(me.name).getByText(table.connection.connected, { exact: true }).waitFor()
    await rowOf(me.name).getByText(table.seat.found, { exact: true }).waitFor()
    await rowOf('Tom Aarts').getByText(table.seat.missing, { exact: true }).waitFor()
    await rowOf(other.name).getByText(table.connection.none, { exact: true }).waitFor()
    await people.getByRole('button', { name: fill(table.remind.named, { name: other.name }) }).click()
    await rowOf(other.name).getByText(table.remind.already).waitFor()
    expect(admin.complaints).toEqual([])
    await admin.close()
  })

  test('consent that is taken back at LinkedIn is noticed on opening the page, with one call', async () => {
    const order = { uniqueForeignId: await readTenant(page), memberId: me.memberId }
    await askSandbox(world.sandboxUrl, 'revocations', order)
    const before = await countRefused()
    await page.goto(`${world.atsUrl}/settings/connections`)
    await page.getByText(words.notConnected.word, { exact: true }).waitFor()
    expect((await countRefused()) - before).toBe(1)
    await page.reload()
    await page.getByText(words.notConnected.word, { exact: true }).waitFor()
    expect((await countRefused()) - before).toBe(1)
  })

  test('connected anew, and disconnected here: what stops is said first', async () => {
    await connect().click()
    await page.getByRole('button', { name: theirs.allow, exact: true }).click()
    await page.getByText(words.connected.word, { exact: true }).waitFor()
    await page.getByRole('button', { name: words.disconnect.open, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(words.disconnect.stops).waitFor()
    await dialog.getByRole('button', { name: words.disconnect.confirm, exact: true }).click()
    await page.getByText(words.notConnected.word, { exact: true }).waitFor()
    expect(mine.complaints).toEqual([])
  })

  test.each([
    { who: 'without a seat is told that he cannot export', email: tom, said: words.seat.missing },
    { who: 'who is neither recruiter nor hiring manager has nothing to connect', email: iris, said: words.notAllowed },
  ])('whoever is $who', async ({ email, said }) => {
    const window = await openAts(world, browser, { email, language })
    await window.page.goto(`${world.atsUrl}/settings/connections`)
    await window.page.getByText(said.word, { exact: true }).waitFor()
    await window.page.getByText(said.why).waitFor()
    await window.close()
  })

  /** How often LinkedIn was asked with a token that it refused. */
  async function countRefused(): Promise<number> {
    const filter = new URLSearchParams({ path: '/v2/me', status: '401', limit: '1000' })
    return (await askSandbox<{ calls: unknown[] }>(world.sandboxUrl, `traffic?${filter}`)).calls.length
  }
})

async function readTenant(page: Page): Promise<string> {
  return page.evaluate(async () => (await (await fetch('/api/v1/session')).json()).instance.id)
}
