import type { Browser } from 'playwright-core'
import { openWindow, type Window, type WindowOptions } from './browser.ts'
import { recruiter } from './labels.ts'
import type { World } from './world.ts'

/** A window of LinkedIn Recruiter with somebody signed in. */
export async function openRecruiter(
  world: World,
  browser: Browser,
  { email, ...options }: WindowOptions & { email: string },
): Promise<Window> {
  const window = await openWindow(browser, options)
  const words = recruiter[options.language ?? 'en']
  await window.page.goto(`${world.sandboxUrl}/talent/sign-in`)
  await window.page.getByLabel(words.email).fill(email)
  await window.page.getByLabel(words.password).fill('sandbox')
  await window.page.getByRole('button', { name: words.signIn, exact: true }).click()
  await window.page.waitForURL(/\/talent\/home/)
  return window
}
