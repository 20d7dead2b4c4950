// Two browsers, two companies: whatever one does, the other neither sees nor hears.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askSandbox } from '../scripts/demo/sandbox-control.ts'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { startWorld, type World } from './world.ts'

let world: World
let browser: Browser
let sanne: Window
let ruben: Window

beforeAll(async () => {
  world = await startWorld()
  browser = await launchBrowser()
  sanne = await openAts(world, browser, { email: 'sanne.de.wit@tulpenveld.example' })
  ruben = await openAts(world, browser, { email: 'ruben.postma@polderlogistiek.example' })
})

afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

test('each sees only the own company', async () => {
  const ours = await ask<{ data: { title: string }[] }>(sanne.page, '/api/v1/jobs?scope=all')
  const theirs = await ask<{ data: unknown[] }>(ruben.page, '/api/v1/jobs?scope=all')
  expect(ours.body.data.map(job => job.title)).toContain('Senior backend engineer')
  expect(theirs.body.data).toEqual([])
  expect((await ask<{ data: unknown[] }>(ruben.page, '/api/v1/candidates?q=Brouwer')).body.data).toEqual([])
})

test('a known address of the other company answers like one that does not exist', async () => {
  const job = await ask<{ data: { id: string }[] }>(sanne.page, '/api/v1/jobs?scope=all&q=Senior')
  const jobId = job.body.data[0]?.id ?? ''
  const board = await ask<{ stages: { cards: { id: string; candidateId: string }[] }[] }>(
    sanne.page,
    `/api/v1/jobs/${jobId}/board`,
  )
  const card = board.body.stages[0]?.cards[0]
  const addresses = [
    `jobs/${jobId}`,
    `jobs/${jobId}/board`,
    `jobs/${jobId}/linkedin`,
    `candidates/${card?.candidateId}`,
    `candidates/${card?.candidateId}/activity`,
    `applications/${card?.id}`,
  ]
  for (const address of addresses) {
    expect((await ask(sanne.page, `/api/v1/${address}`)).status, address).toBe(200)
    expect((await ask(ruben.page, `/api/v1/${address}`)).status, address).toBe(404)
  }
})

test('an export in one company is news there at once, and silence in the other', async () => {
  await listen(sanne.page)
  await listen(ruben.page)
  await askSandbox(world.sandboxUrl, 'exports', {
    recruiterEmail: 'sanne.de.wit@tulpenveld.example',
    memberId: 'saskia-oudejans',
    uniqueForeignId: await tenantOf(sanne.page),
    externalJobPostingId: 'TV-1001',
  })
  await expect.poll(() => heard(sanne.page), { timeout: 10_000 }).toContain('export.arrived')
  // The other window's stream is alive: its own company's news arrive.
  await ruben.page.evaluate(() =>
    fetch('/api/v1/jobs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Planner', ownRole: 'recruiter' }),
    }),
  )
  await expect.poll(() => heard(ruben.page), { timeout: 10_000 }).toContain('job.created')
  expect((await heard(ruben.page)).filter(kind => kind.startsWith('export') || kind.startsWith('application'))).toEqual(
    [],
  )
  expect(await heard(sanne.page)).not.toContain('job.created')
  const receipts = await ask<{ data: unknown[] }>(ruben.page, '/api/v1/export-receipts')
  expect(receipts.body.data).toEqual([])
})

async function ask<Body>(page: Page, address: string): Promise<{ status: number; body: Body }> {
  return page.evaluate(async url => {
    const answer = await fetch(url)
    return { status: answer.status, body: await answer.json() }
  }, address)
}

async function tenantOf(page: Page): Promise<string> {
  const { body } = await ask<{ instance: { id: string } }>(page, '/api/v1/session')
  return body.instance.id
}

interface Listening {
  heardKinds: string[]
}

async function listen(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const place = window as unknown as Listening // a list of this test's own on the page
        place.heardKinds = []
        const source = new EventSource('/api/v1/live')
        source.addEventListener('message', message => place.heardKinds.push(JSON.parse(message.data).kind))
        source.addEventListener('open', () => resolve())
      }),
  )
}

async function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as Listening).heardKinds)
}
