// A company moves to another server: taken out, brought in, with a spoiled row on the way, as an operator does it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type RunningApp, startApp } from '@lodestone/app/main'
import { readConfig } from '@lodestone/app/platform/config'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import { launchBrowser } from './browser.ts'
import { freshDatabase } from './fresh-database.ts'
import { ats, type Language } from './labels.ts'
import { freePort, startWorld, type World } from './world.ts'

const administrator = 'petra.kuiper@tulpenveld.example'
const password = 'a new password for Petra'

let old: World
let place: string
let out: string
let settings: Record<string, string>
let dropDatabase: () => Promise<void>
let server: RunningApp | undefined
let browser: Browser

beforeAll(async () => {
  old = await startWorld()
  browser = await launchBrowser()
  place = await mkdtemp(path.join(os.tmpdir(), 'lodestone-e2e-'))
  out = path.join(place, 'tulpenveld')
  const database = await freshDatabase(place)
  dropDatabase = database.drop
  settings = {
    ...database.settings,
    LODESTONE_DATA_DIR: path.join(place, 'data'),
    LODESTONE_PORT: `${await freePort()}`,
  }
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await old?.stop()
  await dropDatabase?.()
  await rm(place, { recursive: true, force: true })
})

test('the old server is stopped, and the company is taken out', async () => {
  await old.ats.stop()
  const several = await lodestone(['export', out], old.settings)
  expect(several).toMatchObject({ code: 1 })
  expect(several.said).toMatch(/--instance[\s\S]*Tulpenveld Nederland/)
  const done = await lodestone(['export', out, '--instance', 'Tulpenveld Nederland'], old.settings)
  expect(done.said).toMatch(/Exported \d+ rows of \d+ kinds/)
  expect(done.code).toBe(0)
})

test('a spoiled row is told by its line and reason in a trial that keeps nothing', async () => {
  await changeLine(2, line => line.replace('"lastName":', '"surname":'))
  expect(await lodestone(['import', out, '--dry-run'], settings)).toMatchObject({
    code: 1,
    said: expect.stringContaining('--accept-changed'),
  })
  const trial = await lodestone(['import', out, '--dry-run', '--accept-changed'], settings)
  expect(trial.code).toBe(1)
  expect(trial.said).toContain('candidates.jsonl line 2: lastName is missing')
  expect(trial.said).toContain('applications.jsonl line 2: candidateId names a row that is not there')
  expect(trial.said).toMatch(/Would import \d+ rows/)
})

test('what is good comes in, the spoiled row with all that hangs on it does not, and mended it follows', async () => {
  const first = await lodestone(['import', out, '--accept-changed'], settings)
  expect(first.code).toBe(1)
  expect(await readFile(`${out}.bad-rows.jsonl`, 'utf8')).toContain('"line":2')
  await changeLine(2, line => line.replace('"surname":', '"lastName":'))
  const second = await lodestone(['import', out, '--accept-changed'], settings)
  expect(second).toMatchObject({ code: 0, said: expect.stringMatching(/Imported 2 rows, \d+ were there already/) })
})

test('taken out again it is the same, byte by byte', async () => {
  const again = path.join(place, 'again')
  expect(await lodestone(['export', again], settings)).toMatchObject({ code: 0 })
  const names = await readdir(out)
  expect((await readdir(again)).sort()).toEqual(names.sort())
  for (const name of names) {
    const [before, after] = [await readFile(path.join(out, name)), await readFile(path.join(again, name))]
    expect(after.equals(before), name).toBe(true)
  }
})

test('the administrator gets a password, and the new server is started', async () => {
  const secret = { ...settings, LODESTONE_PASSWORD: password }
  expect(await lodestone(['set-password', '--email', administrator], secret)).toMatchObject({ code: 0 })
  server = await startApp(readConfig({ ...settings, LODESTONE_LOG_LEVEL: 'silent' }))
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
})

test.each<Language>(['en', 'nl'])('everything is there as it was: people, jobs, and the board (%s)', async language => {
  const words = ats[language]
  const atsUrl = server?.url ?? ''
  const window = await openAts({ atsUrl, password }, browser, { email: administrator, language })
  const { page } = window
  await page.goto(`${atsUrl}/candidates?q=engineer`)
  await page.getByRole('link', { name: 'Daan Kuipers' }).first().waitFor()
  await page.goto(`${atsUrl}/jobs?scope=all`)
  await page.getByRole('heading', { level: 1, name: words.frame.jobs }).waitFor()
  await page
    .getByRole('link', { name: /Senior backend engineer/ })
    .first()
    .click()
  await page
    .getByRole('region', { name: /^Prospect/ })
    .getByText('Daan Kuipers')
    .waitFor()
  await page.goto(`${atsUrl}/admin/users`)
  await page.getByText('Sanne de Wit').first().waitFor()
  expect(window.complaints).toEqual([])
  await window.close()
})

/** What `npm run lodestone -- …` runs. */
async function lodestone(command: string[], given: Record<string, string>): Promise<{ code: number; said: string }> {
  const cli = path.resolve(import.meta.dirname, '../app/dist/cli.js')
  const child = spawn(process.execPath, [cli, ...command], { env: { PATH: process.env.PATH ?? '', ...given } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      said += chunk
    })
  }
  const [code] = await once(child, 'close')
  return { code, said }
}

async function changeLine(number: number, by: (line: string) => string): Promise<void> {
  const file = path.join(out, 'candidates.jsonl')
  const lines = (await readFile(file, 'utf8')).split('\n')
  lines[number - 1] = by(lines[number - 1] ?? '')
  await writeFile(file, lines.join('\n'))
}
