// The seed's heading "LinkedIn Recruiter met Attract instellen" (set up LinkedIn Recruiter), its steps as they stand there: one
// administrator in each product, in windows that share nothing.
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { pressByKeyboard, typeSignIn } from './keyboard.ts'
import { ats, fill, type Language, recruiter as recruiterWords } from './labels.ts'
import { openRecruiter, signInToRecruiter } from './recruiter-window.ts'
import { freePort, startWorld, type World } from './world.ts'

const ruben = 'ruben.postma@polderlogistiek.example'
const petra = 'petra.kuiper@tulpenveld.example'

/** What stands at LinkedIn; the seed page's own labels, spelt out here on purpose. */
const linkedIn = {
  en: {
    allow: 'Allow',
    useContract: 'Use this contract',
    request: 'Request',
    partnerReady: 'Partner ready',
    enabled: 'Enabled',
    more: 'More',
    adminSettings: 'Admin Settings',
    company: 'Company-level access',
    contract: 'Contract-level access',
    switchOn: 'Switch on',
  },
  nl: {
    allow: 'Toestaan',
    useContract: 'Dit contract gebruiken',
    request: 'Aanvragen',
    partnerReady: 'Partner gereed',
    enabled: 'Ingeschakeld',
    more: 'Meer',
    adminSettings: 'Beheerinstellingen',
    company: 'Toegang op bedrijfsniveau',
    contract: 'Toegang op contractniveau',
    switchOn: 'Inschakelen',
  },
}

interface Story {
  language: Language
  /** LinkedIn is at localhost: under another name the ATS is another site, whose frames have no cookies but their own. */
  host: string
  /** What the administrator does in the ATS and in LinkedIn's windows, he does by keyboard alone. */
  byKeyboard: boolean
  /** Who administers the contract at LinkedIn. */
  admin: string
  /** Chosen in LinkedIn's window; who has one contract is not asked. */
  contract: string | null
  contractLevel: boolean
}

const stories: Story[] = [
  { language: 'en', host: 'localhost', byKeyboard: true, admin: ruben, contract: null, contractLevel: false },
  {
    language: 'nl',
    host: '127.0.0.1',
    byKeyboard: false,
    admin: petra,
    contract: 'Tulpenveld Nederland',
    contractLevel: true,
  },
]

describe.each(stories)('set-up, in $language, on $host', ({ language, admin, contract, contractLevel, ...story }) => {
  const words = ats[language].setUp
  const theirs = linkedIn[language]
  const instance = 'Lodestone - Polderlogistiek'
  let world: World
  let browser: Browser
  let ours: Window
  let recruiter: Window

  beforeAll(async () => {
    const port = String(await freePort())
    world = await startWorld({ LODESTONE_PORT: port, LODESTONE_PUBLIC_URL: `http://${story.host}:${port}` })
    browser = await launchBrowser(['--test-third-party-cookie-phaseout'])
    ours = await openAts(world, browser, { email: ruben, language })
  })

  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  const current = (page: Page) => page.locator('[aria-current="step"]')
  const plugin = (page: Page): FrameLocator =>
    page.frameLocator(`iframe[title="${words.plugin.title}"]`).frameLocator('iframe')

  const press = (page: Page, button: Locator) => (story.byKeyboard ? pressByKeyboard(page, button) : button.click())

  test('1. Sign in as administrator and go to Admin settings', async () => {
    await ours.page.goto(`${world.atsUrl}/admin`)
    await ours.page.getByRole('heading', { level: 1 }).waitFor()
  })

  test('2. Open the tab LinkedIn integration', async () => {
    await press(ours.page, ours.page.getByRole('link', { name: words.title, exact: true }))
    await ours.page.getByRole('heading', { level: 1, name: words.title }).waitFor()
    await current(ours.page).getByText(words.turn.administrator).waitFor()
  })

  test('3. Connect, and sign in at LinkedIn', async () => {
    const { page } = ours
    await press(page, page.getByRole('button', { name: words.connect, exact: true }))
    await page.waitForURL(url => url.origin === world.sandboxUrl)
    if (story.byKeyboard) await typeSignIn(page, page.getByLabel(recruiterWords[language].email), [admin, 'sandbox'])
    else await signInToRecruiter(page, { email: admin, language })
    await press(page, page.getByRole('button', { name: theirs.allow, exact: true }))
    await page.waitForURL(`${world.atsUrl}/admin/linkedin?linkedin=connected`)
    await page.getByText(words.return.connected).waitFor()
  })

  test('4. Choose the contract, if there is more than one', async () => {
    // Without a cookie on this site, LinkedIn's window asks to sign in inside it first.
    if (story.host !== 'localhost') {
      const { email, password, signIn } = recruiterWords[language]
      await plugin(ours.page).getByLabel(email).fill(admin)
      await plugin(ours.page).getByLabel(password).fill('sandbox')
      await plugin(ours.page).getByRole('button', { name: signIn, exact: true }).click()
    }
    if (contract === null) {
      await plugin(ours.page).getByRole('button', { name: theirs.request }).first().waitFor()
      expect(await plugin(ours.page).getByRole('radio').count()).toBe(0)
      return
    }
    await plugin(ours.page).getByRole('radio', { name: contract }).check()
    await plugin(ours.page).getByRole('button', { name: theirs.useContract }).click()
  })

  test('5. Request under Recruiter System Connect', async () => {
    const requests = plugin(ours.page).getByRole('button', { name: theirs.request, exact: true })
    await press(ours.page, requests.nth(contractLevel ? 1 : 0))
    await current(ours.page).getByRole('heading', { name: words.steps.partnerReady.name }).waitFor({ timeout: 20_000 })
  })

  test('6. It shows Partner ready, here and in LinkedIn’s window', async () => {
    await current(ours.page).getByText(words.turn.recruiterAdmin).waitFor()
    await plugin(ours.page).getByText(theirs.partnerReady, { exact: true }).first().waitFor()
    await current(ours.page)
      .getByText(fill(words.switchOn.find, { name: instance }))
      .waitFor()
  })

  test('and another administrator, in another window, sees the same after the ATS was loaded anew', async () => {
    await promote(ours.page, 'yara.el.idrissi@polderlogistiek.example')
    const other = await openAts(world, browser, { email: 'yara.el.idrissi@polderlogistiek.example', language })
    await other.page.goto(`${world.atsUrl}/admin/linkedin`)
    await current(other.page).getByText(words.turn.recruiterAdmin).waitFor()
    await other.page.getByText('Ruben Postma').first().waitFor()
    await other.close()
  })

  test('7. The contract’s administrator signs in at LinkedIn and goes to Recruiter', async () => {
    recruiter = await openRecruiter(world, browser, { email: admin, language })
  })

  test('8. More, Admin Settings, ATS: the ATS is listed', async () => {
    const { page } = recruiter
    await press(page, page.locator('summary').filter({ has: page.getByText(theirs.more, { exact: true }) }))
    await press(page, page.getByRole('link', { name: theirs.adminSettings, exact: true }).first())
    await page.getByRole('heading', { name: instance }).waitFor()
  })

  test('9. and 10. Choose the level and switch it on', async () => {
    const row = contractLevel ? `${theirs.contract}, ${contract}` : theirs.company
    const switchOn = new RegExp(`^${theirs.switchOn}.*${row}.*${instance}`)
    await press(recruiter.page, recruiter.page.getByRole('button', { name: switchOn }).first())
    await recruiter.page.getByText(theirs.enabled, { exact: true }).first().waitFor()
  })

  test('12. Back in the ATS it shows Enabled with the level', async () => {
    const { page } = ours
    await page.getByText(words.now.enabled).waitFor({ timeout: 20_000 })
    await page
      .getByText(contractLevel ? words.level.contract : words.level.company)
      .first()
      .waitFor()
    await plugin(page).getByText(theirs.enabled, { exact: true }).first().waitFor()
  })

  test('the one who is not connected is reminded', async () => {
    const { page } = ours
    const table = page.getByRole('table', { name: ats[language].connectedUsers.title })
    const remind = table.getByRole('button', {
      name: fill(ats[language].connectedUsers.remind.named, { name: 'Yara El Idrissi' }),
    })
    await remind.click()
    await table.getByText(ats[language].connectedUsers.remind.already).waitFor()
  })

  test('Disconnect takes the typed name, and Connect takes the work up again', async () => {
    const { page } = ours
    await page.getByRole('button', { name: words.disconnect.open, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Something else')
    await dialog.getByRole('button', { name: words.disconnect.confirm, exact: true }).click()
    await dialog
      .getByText(fill(words.problems['linkedin.otherInstanceName'], { instanceName: 'Polderlogistiek' }))
      .waitFor()
    await dialog.getByRole('textbox').fill('Polderlogistiek')
    await dialog.getByRole('button', { name: words.disconnect.confirm, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: words.connect, exact: true }).click()
    await page.getByRole('button', { name: theirs.allow, exact: true }).click()
    await page.getByText(words.now.enabled).waitFor({ timeout: 20_000 })
    expect(ours.complaints).toEqual([])
    expect(recruiter.complaints).toEqual([])
  })

  test('a browser that blocks LinkedIn’s script is told so, and everything else stands', async () => {
    const { page } = ours
    await page.route(`${world.sandboxUrl}/xdoor/**`, route => route.abort())
    await page.goto(`${world.atsUrl}/admin/linkedin`)
    await page.getByText(words.plugin.blocked).waitFor()
    await page.unroute(`${world.sandboxUrl}/xdoor/**`)
    await page.getByRole('button', { name: words.plugin.again }).click()
    await plugin(page).getByText(theirs.enabled, { exact: true }).first().waitFor()
  })
})

/** Makes a colleague administrator as well. */
async function promote(page: Page, email: string): Promise<void> {
  const status = await page.evaluate(async address => {
    const { data } = await fetch('/api/v1/users?limit=100').then(answer => answer.json())
    const user = data.find((one: { email: string }) => one.email === address)
    const answer = await fetch(`/api/v1/users/${user.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ roles: ['administrator', 'recruiter'] }),
    })
    return answer.status
  }, email)
  expect(status).toBe(200)
}
