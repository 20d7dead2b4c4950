import type { Browser, Page } from 'playwright-core'
import { openWindow, type Window, type WindowOptions } from './browser.ts'
import { ats, type Language } from './labels.ts'
import type { World } from './world.ts'

/** A window of the ATS with somebody signed in, in Tulpenveld Nederland if he works in two instances. */
export async function openAts(
  world: Pick<World, 'atsUrl' | 'password'>,
  browser: Browser,
  { email, ...options }: WindowOptions & { email: string },
): Promise<Window> {
  const window = await openWindow(browser, options)
  await signInToAts(window.page, world, { email, language: options.language ?? 'en' })
  return window
}

async function signInToAts(
  page: Page,
  world: Pick<World, 'atsUrl' | 'password'>,
  { email, language }: { email: string; language: Language },
): Promise<void> {
  const { signIn } = ats[language].session
  await page.goto(`${world.atsUrl}/sign-in`)
  await page.getByLabel(signIn.email).fill(email)
  await page.getByLabel(signIn.password, { exact: true }).fill(world.password)
  await page.getByRole('button', { name: signIn.submit }).click()
  await page.waitForURL(`${world.atsUrl}/`)
  // The language belongs to the person; this window wants its own.
  await page.evaluate(
    wanted =>
      fetch('/api/v1/session/preferences', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ language: wanted }),
      }),
    language,
  )
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
}
