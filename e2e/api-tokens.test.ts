// Admin > API tokens: made with scopes, copied once, used by a program, revoked, shut out.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import tokensEn from '../app/src/platform/api-tokens/api-tokens.en.json' with { type: 'json' }
import tokensNl from '../app/src/platform/api-tokens/api-tokens.nl.json' with { type: 'json' }
import { openAts } from './ats-window.ts'
import { launchBrowser } from './browser.ts'
import { fill } from './labels.ts'
import { startWorld, type World } from './world.ts'

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

test.each([
  ['en', tokensEn],
  ['nl', tokensNl],
] as const)('an administrator gives a program its key and takes it back (%s)', async (language, words) => {
  const window = await openAts(world, browser, { email: 'petra.kuiper@tulpenveld.example', language })
  const { page } = window
  const name = `Payroll ${language}`
  await page.goto(`${world.atsUrl}/admin/users`)
  await page.getByRole('link', { name: words.title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: words.title }).waitFor()

  await page.getByRole('button', { name: words.make, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: words.form.make }).click()
  await dialog.getByRole('alert').waitFor()
  await dialog.getByLabel(words.form.name).fill(name)
  await dialog.getByRole('checkbox', { name: 'jobs:read' }).check()
  await dialog.getByRole('button', { name: words.form.make }).click()
  const token = await dialog.getByLabel(words.once.label).inputValue()
  expect(token).toMatch(/^ls_[0-9a-f]{64}$/)
  await dialog.getByRole('button', { name: words.once.close }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await page.content()).not.toContain(token)

  const ask = (address: string) => fetch(world.atsUrl + address, { headers: { authorization: `Bearer ${token}` } })
  expect((await ask('/api/v1/jobs')).status).toBe(200)
  expect((await ask('/api/v1/candidates')).status).toBe(403)

  const row = page.getByRole('row').filter({ hasText: name })
  await row.getByText(words.state.active).waitFor()
  await row.getByRole('button', { name: fill(words.revoke.named, { name }) }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.revoke.confirm, exact: true }).click()
  await row.getByText(words.state.revoked).waitFor()
  expect((await ask('/api/v1/jobs')).status).toBe(401)
  expect(window.complaints).toEqual([])
  await window.close()
})
