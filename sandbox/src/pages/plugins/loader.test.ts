import {
  type Browser,
  type BrowserContext,
  chromium,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../start-sandbox.ts'
import { contract } from '../../testing/customer.ts'
import { wireCall } from '../../testing/wire-call.ts'
import { statusesOf } from '../testing/plugin-page.ts'

interface SmallAts {
  readonly port: number
  readonly clientId: string
  readonly pushes: ReadonlyArray<{ type: string }>
  stop(): Promise<void>
}

const findBrowserModule = new URL('../../../../scripts/find-browser.mjs', import.meta.url).href
const smallAtsModule = new URL('../../../samples/small-ats.mjs', import.meta.url).href

// A whole set-up comes before it, each step of which waits for a browser.
const patientMs = 60_000

const patience = { timeout: 10_000 }

let browser: Browser
let running: RunningSandbox
let ats: SmallAts
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  const { findBrowser }: { findBrowser(): string | undefined } = await import(findBrowserModule)
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('No browser is installed: set CHROME_PATH.')
  // As browsers will be: a frame of another site gets no cookies but those of its own jar.
  const args = ['--no-sandbox', '--test-third-party-cookie-phaseout']
  browser = await chromium.launch({ executablePath, args })
})
afterAll(() => browser.close())

beforeEach(async () => {
  running = await startSandbox({ port: 0 })
  ats = await startAts()
  context = await browser.newContext({ locale: 'en-GB' })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  complaints = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
})
afterEach(async () => {
  await context.close()
  await ats.stop()
  await running.stop()
})

async function startAts(domainsOf?: (port: number) => string[]): Promise<SmallAts> {
  const module: { startSmallAts(options: object): Promise<SmallAts> } = await import(smallAtsModule)
  return module.startSmallAts({ sandboxUrl: running.url, port: 0, ...(domainsOf === undefined ? {} : { domainsOf }) })
}

async function signInByKeyboard(frame: FrameLocator): Promise<void> {
  await frame.getByLabel('E-mail address').fill('petra.kuiper@tulpenveld.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('sandbox')
  await page.keyboard.press('Enter')
  await frame.getByRole('group', { name: 'Choose a contract' }).waitFor()
}

/** On another site; company level is on afterwards. */
async function connectByKeyboard(): Promise<void> {
  await page.goto(`http://127.0.0.1:${ats.port}/`)
  const frame = page.frameLocator('iframe')
  await signInByKeyboard(frame)
  await frame.getByRole('radio', { name: /Tulpenveld Nederland/ }).check()
  await frame.getByRole('button', { name: 'Use this contract' }).click()
  await frame.getByRole('button', { name: 'Request' }).first().click()
  await page.getByText('Everything is set up.').waitFor()
  await running.settle()
  const order = { action: 'enable', level: 'company', clientId: ats.clientId, contract }
  await wireCall(running.url, 'POST /_sandbox/integrations', { json: order })
}

// The sandbox is localhost: by that name the ATS is on the same site, by its number on another one.
test.each(['localhost', '127.0.0.1'])('the sample page on %s connects by keyboard, and is called back', async host => {
  await page.goto(`http://${host}:${ats.port}/`)
  const frame = page.frameLocator('iframe')
  await signInByKeyboard(frame)
  expect(await page.locator('script[type^="IN/"]').count()).toBe(0)
  expect(await page.locator('iframe').getAttribute('title')).toContain('LinkedIn integration')

  await frame.getByRole('radio', { name: /Tulpenveld Nederland/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await frame.getByText('Contract Tulpenveld Nederland').waitFor()
  await frame.getByRole('button', { name: 'Request' }).last().press('Enter')
  await page.getByText('The plugin called back with 4 integrations. Everything is set up.').waitFor()
  await running.settle()
  await frame.getByRole('link', { name: 'Refresh' }).click()
  await frame.getByText('Partner ready').first().waitFor()
  expect(new Set(Object.values(statusesOf(running, ats)))).toEqual(new Set(['PARTNER_READY']))

  const order = { action: 'enable', level: 'contract', clientId: ats.clientId, contract }
  await wireCall(running.url, 'POST /_sandbox/integrations', { json: order })
  await running.settle()
  expect(ats.pushes).toEqual([expect.objectContaining({ type: 'INTEGRATION_STATUS_CHANGE' })])
  // The page was loaded anew by somebody: the session and the chosen contract are still known.
  await page.reload()
  await frame.getByText('Enabled').first().waitFor()
  expect(complaints).toEqual([])
})

test('who signed in within a frame of another site is not signed in to Recruiter by it', async () => {
  await page.goto(`http://127.0.0.1:${ats.port}/`)
  await signInByKeyboard(page.frameLocator('iframe'))
  const kept = await context.cookies()
  expect(kept.map(({ name, partitionKey }) => [name, partitionKey])).toEqual([
    ['recruiter_sandbox_frame_session', 'http://127.0.0.1'],
  ])
  await page.goto(`${running.url}/talent/home`)
  expect(page.url()).toContain('/talent/sign-in')
})

test(
  'the sample page of a candidate links and unlinks by keyboard, on another site, and is called back',
  async () => {
    await connectByKeyboard()
    await page.goto(`http://127.0.0.1:${ats.port}/candidate`)
    const frame = page.frameLocator('iframe')
    const links = frame.getByRole('button', { name: /Lotte Verbeek/ })
    await links.first().press('Enter')
    const said = page.getByRole('status')
    await said.filter({ hasText: /^Linked: urn:li:person:[\w-]{10}$/ }).waitFor()
    await page.reload()
    await frame.getByText('Linked by hand').waitFor()
    await frame.getByRole('link', { name: 'Unlink' }).press('Enter')
    await frame.getByRole('alert').getByRole('button', { name: 'Unlink' }).press('Enter')
    await said.filter({ hasText: /^Unlinked: urn:li:person:/ }).waitFor()
    await links.waitFor()
    expect(complaints).toEqual([])
  },
  patientMs,
)

test.each([1366, 390])(
  'a candidate is saved to a project by keyboard, in a frame of %i pixels on another site',
  async width => {
    await page.setViewportSize({ width, height: 800 })
    await connectByKeyboard()
    await page.goto(`http://127.0.0.1:${ats.port}/candidate`)
    const frame = page.frameLocator('iframe')
    await frame
      .getByRole('button', { name: /Lotte Verbeek/ })
      .first()
      .press('Enter')
    const button = frame.getByText('Save to project', { exact: true })
    await button.press('Enter')
    await frame.getByRole('radio', { name: /Climate specialists/ }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect.poll(() => isWider(frame.locator('html')), patience).toBe(false)
    expect(await isWider(page.locator('html'))).toBe(false)
    await page.keyboard.press('Enter')
    const note = frame.getByRole('status').filter({ hasText: 'Saved to Climate specialists' })
    await expect.poll(() => note.evaluate(element => element === document.activeElement), patience).toBe(true)
    expect(running.store.savedProfiles.list()).toMatchObject([{ projectId: '7002', savedByMemberId: 'petra-kuiper' }])
    expect(complaints).toEqual([])
  },
  patientMs,
)

function isWider(root: Locator): Promise<boolean> {
  return root.evaluate(element => element.scrollWidth > element.clientWidth)
}

test('a page that is not listed gets nothing but a sentence in its console', async () => {
  await ats.stop()
  ats = await startAts(port => [`http://localhost:${port}`])
  const told = page.waitForEvent('console', message => message.text().includes('validJsSdkDomains'))
  await page.goto(`http://127.0.0.1:${ats.port}/`)
  expect((await told).text()).toContain(`does not hold http://127.0.0.1:${ats.port}`)
  expect(await page.locator('iframe').count()).toBe(0)
  expect(await page.locator('script[type="IN/ATSIntegrationWidget"]').count()).toBe(1)
})

test('a page that lies about its origin shows nothing, because the browser holds it to frame-ancestors', async () => {
  await page.route(`${running.url}/rsc/**`, async route => {
    const address = new URL(route.request().url())
    address.searchParams.set('origin', 'https://hiring.tulpenveld.example')
    await route.continue({ url: address.href })
  })
  await ats.stop()
  ats = await startAts(() => ['https://hiring.tulpenveld.example'])
  const told = page.waitForEvent('console', message => /frame-ancestors/.test(message.text()))
  await page.goto(`http://127.0.0.1:${ats.port}/`)
  await told
  expect(await page.locator('iframe').isHidden()).toBe(true)
})

test.each([1366, 390])('the frame keeps to the page at %i pixels and grows with what it shows', async width => {
  await page.setViewportSize({ width, height: 800 })
  await page.goto(`http://localhost:${ats.port}/`)
  const frame = page.frameLocator('iframe')
  await frame.getByLabel('Password').waitFor()
  const isOverflowing = () => document.documentElement.scrollWidth > document.documentElement.clientWidth
  expect(await page.evaluate(isOverflowing)).toBe(false)
  expect(await frame.locator('html').evaluate(isOverflowing)).toBe(false)
  const before = Number(await page.locator('iframe').getAttribute('height'))
  await frame.getByText('Seeded people').click()
  await expect.poll(async () => Number(await page.locator('iframe').getAttribute('height'))).toBeGreaterThan(before)
})
