// Every screen and all that opens over it, in a pairwise cover of theme, language and width: axe, CSP, width of the page; and the weight of the first page.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { router } from '../app/src/screens.tsx'
import { listAtsScreens, publicScreens } from './ats-screens.ts'
import { openAts } from './ats-window.ts'
import { launchBrowser, openWindow, type WindowOptions } from './browser.ts'
import { examine, examineOverlays } from './examine.ts'
import { ats } from './labels.ts'
import { chooseFor, looks, rememberOpeners, visit } from './looks.ts'
import { watchTraffic } from './page-weight.ts'
import { startWorld, type World } from './world.ts'

const administrator = 'petra.kuiper@tulpenveld.example'
const recruiter = 'sanne.de.wit@tulpenveld.example'

const publicPages: { name: string; open: (page: Page, look: Required<WindowOptions>) => Promise<unknown> }[] = [
  ...Object.values(publicScreens)
    .flat()
    .map(path => ({ name: path, open: (page: Page) => visit(page, world, path) })),
  {
    name: 'a refused sign-in',
    open: async (page, { language }) => {
      const { signIn } = ats[language].session
      await page.goto(`${world.atsUrl}/sign-in`)
      await page.getByLabel(signIn.email).fill(recruiter)
      await page.getByLabel(signIn.password, { exact: true }).fill('not the password')
      await page.getByRole('button', { name: signIn.submit }).click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  { name: 'the page of the API', open: page => page.goto(`${world.atsUrl}/api/docs`) },
]

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

const openers = rememberOpeners()

describe.each(looks)('$theme, $language, $width px', look => {
  test('its share of the pages before anybody is known', async () => {
    const window = await openWindow(browser, look)
    for (const { name, open } of chooseFor(look, publicPages)) {
      // Two addresses that differ behind the # only are one page to the browser.
      await window.page.goto('about:blank')
      await open(window.page, look)
      await examine(window.page, name)
    }
    expect(window.complaints).toEqual([])
    await window.close()
  })

  test('its share of the ATS, for an administrator who recruits', async () => {
    const window = await openAts(world, browser, { email: administrator, ...look })
    const { page } = window
    const known = openers.knownIn(look)
    const seen = new Set(known)
    for (const path of chooseFor(look, Object.values(await listAtsScreens(page)).flat())) {
      await visit(page, world, path)
      await examine(page, path)
      await examineOverlays(page, path, seen)
    }
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await examine(page, 'the keys')
    openers.remember(look, seen)
    console.log(
      `${look.theme} ${look.language} ${look.width}: opened ${[...seen].filter(one => !known.has(one)).join(', ')}`,
    )
    expect(window.complaints).toEqual([])
    await window.close()
  })
})

test('every address of the router is among the screens looked at', async () => {
  const window = await openAts(world, browser, { email: administrator })
  const screens = await listAtsScreens(window.page)
  await window.close()
  const withoutSlash = Object.keys(router.routesByPath).filter(path => path === '/' || !path.endsWith('/'))
  const known = [...Object.keys(publicScreens), ...Object.keys(screens)]
  expect(withoutSlash.toSorted()).toEqual(known.toSorted())
})

test('the first page stays within 220 KB of script, 40 KB of style and 20 requests', async () => {
  const window = await openWindow(browser)
  const traffic = await watchTraffic(window.page)
  await window.page.request.post(`${world.atsUrl}/api/v1/sign-in`, {
    headers: { origin: world.atsUrl },
    data: { email: recruiter, password: world.password },
  })
  await window.page.goto(`${world.atsUrl}/`)
  await window.page.getByRole('heading', { level: 1 }).waitFor()
  await window.page.waitForLoadState('load')
  const { scriptBytes, styleBytes, requests } = traffic.read()
  console.log(`first page: ${scriptBytes} bytes of script, ${styleBytes} of style, ${requests.length} requests`)
  expect(scriptBytes).toBeLessThan(220 * 1024)
  expect(styleBytes).toBeLessThan(40 * 1024)
  // What came before the stream of changes stood is asked for once more: on a busy machine a request or two, on others none.
  expect(new Set(requests.map(addressOf)).size, requests.join('\n')).toBeLessThanOrEqual(20)
  await window.close()
})

const addressOf = (request: string) => request.split(' ').at(-1)
