import type { Page } from 'playwright-core'
import type { WindowOptions } from './browser.ts'
import type { World } from './world.ts'

// Each pair of values of two different columns occurs in some row.
export const looks: Required<WindowOptions>[] = [
  { theme: 'light', language: 'en', width: 1366 },
  { theme: 'light', language: 'nl', width: 390 },
  { theme: 'dark', language: 'en', width: 390 },
  { theme: 'dark', language: 'nl', width: 1366 },
]

/** Goes to a screen of the ATS and waits until all of it is there. */
export async function visit(page: Page, { atsUrl }: World, path: string): Promise<void> {
  await page.goto(atsUrl + path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page
    .getByRole('status', { name: /^(Loading|Laden)$/ })
    .first()
    .waitFor({ state: 'detached' })
}
