// Every screen, in a pairwise cover of theme, language and width: axe, CSP, width of the page, weight of the first page.
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import { launchBrowser, openWindow, type WindowOptions } from './browser.ts'
import { watchTraffic } from './page-weight.ts'
import { openRecruiter } from './recruiter-window.ts'
import { startWorld, type World } from './world.ts'

const administrator = 'petra.kuiper@tulpenveld.example'
const recruiter = 'sanne.de.wit@tulpenveld.example'

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

// Each pair of values of two different columns occurs in some row.
const looks: Required<WindowOptions>[] = [
  { theme: 'light', language: 'en', width: 1366 },
  { theme: 'light', language: 'nl', width: 390 },
  { theme: 'dark', language: 'en', width: 390 },
  { theme: 'dark', language: 'nl', width: 1366 },
]

describe.each(looks)('$theme, $language, $width px', look => {
  test('the sign-in page', async () => {
    const window = await openWindow(browser, look)
    await window.page.goto(`${world.atsUrl}/sign-in`)
    await window.page.getByRole('heading', { level: 1 }).waitFor()
    await examine(window.page, 'sign-in')
    expect(window.complaints).toEqual([])
    await window.close()
  })

  test('the ATS', async () => {
    const window = await openAts(world, browser, { email: administrator, ...look })
    const { page } = window
    const jobId = await findJob(page, 'Senior backend engineer')
    const draftId = await findJob(page, 'Integration developer')
    const paths = [
      '/',
      '/jobs?scope=all',
      '/jobs?scope=all&q=nothing+fits+this',
      `/jobs/${jobId}`,
      `/jobs/${jobId}/details`,
      `/jobs/${jobId}/team`,
      `/jobs/${jobId}/process`,
      `/jobs/${draftId}`,
      `/applications/${await findApplication(page, jobId)}`,
      '/candidates',
      '/candidates?q=Brouwer',
      '/settings/profile',
      '/settings/connections',
      '/admin/users',
      '/nowhere',
    ]
    for (const path of paths) {
      await page.goto(world.atsUrl + path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle').catch(() => undefined)
      await examine(page, path)
    }
    expect(window.complaints).toEqual([])
    await window.close()
  })

  test('LinkedIn Recruiter', async () => {
    const window = await openRecruiter(world, browser, { email: recruiter, ...look })
    const { page } = window
    for (const path of [
      '/home',
      '/search?q=engineer',
      '/search?q=nothing-fits',
      '/profile/lotte-verbeek',
      '/inspector',
    ]) {
      await page.goto(`${world.sandboxUrl}/talent${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await examine(page, path)
    }
    expect(window.complaints).toEqual([])
    await window.close()
  })
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
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(20)
  await window.close()
})

interface AxeFinding {
  id: string
  help: string
  nodes: { target: unknown[] }[]
}

async function examine(page: Page, name: string): Promise<void> {
  // Through the browser's own debugging door: the page's policy forbids any script that is not its own, as it should.
  await page.evaluate(`window.axe || (() => { ${axe.source} })()`)
  const findings = await page.evaluate<AxeFinding[]>(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  }).then(found => found.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target }) => ({ target })) })))`)
  expect(
    findings.map(finding => `${finding.help} ${JSON.stringify(finding.nodes)}`),
    name,
  ).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0)
}

async function findJob(page: Page, title: string): Promise<string> {
  return page.evaluate(async wanted => {
    const answer = await fetch(`/api/v1/jobs?scope=all&q=${encodeURIComponent(wanted)}`)
    const { data } = await answer.json()
    return String(data[0].id)
  }, title)
}

async function findApplication(page: Page, jobId: string): Promise<string> {
  return page.evaluate(async id => {
    const answer = await fetch(`/api/v1/jobs/${id}/board`)
    const { stages } = await answer.json()
    return String(stages[0].cards[0].id)
  }, jobId)
}
