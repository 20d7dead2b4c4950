import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../scripts/find-browser.mjs'

export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('There is no browser. Run: node scripts/install.mjs --browser')
  return chromium.launch({
    executablePath,
    headless: process.env.LODESTONE_HEADED !== 'true',
    // Chromium's own sandbox does not start for root.
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...more,
    ],
  })
}

export interface Window {
  page: Page
  /** What the browser itself complained of: CSP violations, uncaught errors, failed scripts. */
  complaints: string[]
  close(): Promise<void>
}

export interface WindowOptions {
  language?: 'en' | 'nl'
  theme?: 'light' | 'dark'
  width?: 1366 | 390
}

/** A window of somebody's own: cookies and storage are shared with nobody. */
export async function openWindow(browser: Browser, options: WindowOptions = {}): Promise<Window> {
  const { language = 'en', theme = 'light', width = 1366 } = options
  const context: BrowserContext = await browser.newContext({
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    colorScheme: theme,
    timezoneId: 'Europe/Amsterdam',
    viewport: width === 390 ? { width, height: 844 } : { width, height: 900 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !isExpected(message.text())) complaints.push(`console: ${message.text()}`)
  })
  return { page, complaints, close: () => context.close() }
}

// A refusal that a story provokes is logged by the browser as a failed request.
function isExpected(text: string): boolean {
  return /Failed to load resource: the server responded with a status of 4\d\d/.test(text)
}
