import type { Browser, Page } from 'playwright-core'
import { openWindow, type Window, type WindowOptions } from './browser.ts'
import { type Language, recruiter } from './labels.ts'
import type { World } from './world.ts'

/** A window of LinkedIn Recruiter with somebody signed in. */
export async function openRecruiter(
  world: Pick<World, 'sandboxUrl'>,
  browser: Browser,
  { email, ...options }: WindowOptions & { email: string },
): Promise<Window> {
  const window = await openWindow(browser, options)
  await window.page.goto(`${world.sandboxUrl}/talent/sign-in`)
  await signInToRecruiter(window.page, { email, language: options.language ?? 'en' })
  await window.page.waitForURL(/\/talent\/home/)
  return window
}

export async function signInToRecruiter(
  page: Page,
  { email, language }: { email: string; language: Language },
): Promise<void> {
  const words = recruiter[language]
  await page.getByLabel(words.email).fill(email)
  await page.getByLabel(words.password).fill('sandbox')
  await page.getByRole('button', { name: words.signIn, exact: true }).click()
}
