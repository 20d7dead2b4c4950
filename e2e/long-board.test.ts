// A board with 5,000 cards: only those in sight are drawn, and scrolling reaches the last one.
import { sql } from 'kysely'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { startWorld, type World } from './world.ts'

const CARDS = 5_000
const MAX_NODES = 3_000

let world: World
let browser: Browser
let ats: Window
let page: Page

beforeAll(async () => {
  world = await startWorld()
  browser = await launchBrowser()
  ats = await openAts(world, browser, { email: 'sanne.de.wit@tulpenveld.example' })
  page = ats.page
  const jobId = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/jobs?q=Senior+backend')
    return String((await answer.json()).data[0].id)
  })
  await fillBoard(jobId)
  await page.goto(`${world.atsUrl}/jobs/${jobId}`)
  await page.getByRole('article').first().waitFor()
})

afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

test('the columns count every card and draw few of them', async () => {
  const total = await page
    .getByRole('heading', { level: 2 })
    .evaluateAll(heads =>
      heads.reduce((sum, head) => sum + Number(/\d+$/.exec(head.textContent?.trim() ?? '')?.[0] ?? 0), 0),
    )
  expect(total).toBeGreaterThanOrEqual(CARDS)
  expect(await countNodes(page)).toBeLessThanOrEqual(MAX_NODES)
})

test('a card that is dragged to another column stands there, and Undo brings it back', async () => {
  const prospects = page.getByRole('region', { name: /^Prospect/ })
  const applications = page.getByRole('region', { name: /^Application/ })
  const dragged = prospects.getByRole('article').first()
  const name = (await dragged.getByRole('link').first().textContent()) ?? ''
  await dragged.dragTo(applications)
  await applications.getByRole('article').filter({ hasText: name }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await prospects.getByRole('article').filter({ hasText: name }).waitFor()
})

test('scrolling a column to its end never draws more than that', async () => {
  const cards = page.getByRole('region', { name: /^Prospect/ }).getByRole('list')
  const last = page.getByRole('region', { name: /^Prospect/ }).getByText('Person 1', { exact: true })
  await cards.hover()
  const figures = await scrollToEnd(page)
  console.log(`long board: ${figures.frames} frames, ${figures.perSecond} a second, ${figures.cpuMs} ms of CPU each`)
  expect(figures.mostNodes).toBeLessThanOrEqual(MAX_NODES)
  await last.waitFor()
})

test('the table draws no more either', async () => {
  await page.getByText('Table', { exact: true }).click()
  await page.getByRole('table').waitFor()
  expect(Number(await page.getByRole('table').getAttribute('aria-rowcount'))).toBeGreaterThan(CARDS)
  expect(await countNodes(page)).toBeLessThanOrEqual(MAX_NODES)
})

test('the window did not complain', () => {
  expect(ats.complaints).toEqual([])
})

function countNodes(where: Page): Promise<number> {
  return where.evaluate(() => document.querySelectorAll('*').length)
}

/** Turns the wheel under the pointer until the column stands still, and counts frames and nodes meanwhile. */
async function scrollToEnd(where: Page) {
  const session = await where.context().newCDPSession(where)
  await session.send('Performance.enable')
  await where.evaluate(watchFrames)
  const before = await readTaskSeconds(session)
  let position = -1
  for (;;) {
    await where.mouse.wheel(0, 1_500)
    const next = await where.evaluate(nextFramePosition)
    if (next === position) break
    position = next
  }
  const cpu = (await readTaskSeconds(session)) - before
  const { frames, seconds, mostNodes } = await where.evaluate(() => globalThis.framesSeen)
  await session.detach()
  return { frames, mostNodes, perSecond: Math.round(frames / seconds), cpuMs: ((cpu * 1_000) / frames).toFixed(1) }
}

declare global {
  var framesSeen: { frames: number; seconds: number; mostNodes: number }
}

function watchFrames(): void {
  const seen = { frames: 0, seconds: 0, mostNodes: 0 }
  globalThis.framesSeen = seen
  const start = performance.now()
  const onFrame = () => {
    seen.frames += 1
    seen.seconds = (performance.now() - start) / 1_000
    seen.mostNodes = Math.max(seen.mostNodes, document.querySelectorAll('*').length)
    requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)
}

/** Three frames later the wheel has moved what it moves. */
async function nextFramePosition(): Promise<number> {
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)
  const column = document.querySelector('[data-kind="prospect"] [data-card]')?.closest('ul')?.parentElement
  return Math.round(column?.scrollTop ?? 0)
}

async function readTaskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

/** As an import would: people of their own, one application each, most of them prospects. */
async function fillBoard(jobId: string): Promise<void> {
  await world.ats.app.db.transactAsOwner(async tx => {
    await sql`insert into candidate (tenant_id, id, first_name, last_name, headline, origins, created_at, updated_at)
      select j.tenant_id, 'cand_long_' || n, 'Person', n, 'Engineer at Works ' || n % 40, '{}', now(), now()
      from job j, generate_series(1, ${CARDS}::int) n where j.id = ${jobId}`.execute(tx)
    await sql`insert into application (tenant_id, id, job_id, candidate_id, stage_id, source, stage_since, created_at, updated_at)
      select s.tenant_id, 'app_long_' || n, s.job_id, 'cand_long_' || n, s.id, 'import',
        timestamptz '2026-01-01' + n * interval '1 minute', now(), now()
      from generate_series(1, ${CARDS}::int) n
      join stage s on s.job_id = ${jobId} and s.position = case when n % 5 < 3 then 0 else n % 5 - 2 end`.execute(tx)
  })
}
