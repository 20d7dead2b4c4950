// The seed's heading "In-ATS-profielwidget" (in-ATS profile widget), its three cases as they stand there. Once more with the
// ATS and LinkedIn on two sites, in a browser that gives a frame of another site no cookies but those of its own.
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askSandbox } from '../scripts/demo/sandbox-control.ts'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { pressUntil } from './keyboard.ts'
import { ats, fill, type Language } from './labels.ts'
import { openRecruiter } from './recruiter-window.ts'
import { freePort, startWorld, type World } from './world.ts'

const sanne = 'sanne.de.wit@tulpenveld.example'
const jobTitle = 'Senior backend engineer'

/** What stands in LinkedIn's own window. */
const linkedIn = {
  en: {
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    byEmail: 'Matched on e-mail address',
    byId: 'Matched on member id',
    byHand: 'Linked by hand',
    link: 'Link',
    unlink: 'Unlink',
    possible: 'Possible people by name',
    noMatch: 'No match found',
    saveToProject: 'Save to project',
    savedBy: 'Saved by Sanne de Wit',
  },
  nl: {
    email: 'E-mailadres',
    password: 'Wachtwoord',
    signIn: 'Aanmelden',
    byEmail: 'Gevonden op e-mailadres',
    byId: 'Gevonden op lid-id',
    byHand: 'Handmatig gekoppeld',
    link: 'Koppelen',
    unlink: 'Ontkoppelen',
    possible: 'Mogelijke personen op naam',
    noMatch: 'Geen overeenkomst gevonden',
    saveToProject: 'Opslaan in project',
    savedBy: 'Opgeslagen door Sanne de Wit',
  },
}

const stories: { sites: string; language: Language; host: string }[] = [
  { sites: 'one site', language: 'en', host: 'localhost' },
  { sites: 'two sites without cookies of the other', language: 'nl', host: '127.0.0.1' },
]

describe.each(stories)('in-ATS profile widget, in $language, on $sites', ({ language, host }) => {
  const words = ats[language].profileWidget
  const theirs = linkedIn[language]
  let world: World
  let browser: Browser
  let ours: Window
  let page: Page
  let jobId: string

  beforeAll(async () => {
    const port = String(await freePort())
    world = await startWorld({ LODESTONE_PORT: port, LODESTONE_PUBLIC_URL: `http://${host}:${port}` })
    browser = await launchBrowser(['--test-third-party-cookie-phaseout'])
    ours = await openAts(world, browser, { email: sanne, language })
    page = ours.page
    jobId = await findJob(page)
  })

  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  const plugin = (): FrameLocator => page.frameLocator(`iframe[title="${words.frame.title}"]`).frameLocator('iframe')
  const bar = () => page.getByRole('region', { name: words.match.label })
  const tab = () => page.getByRole('link', { name: 'LinkedIn', exact: true })

  /** A prospect on the job, opened from the board; the tab LinkedIn is chosen. */
  async function open(person: Person): Promise<void> {
    const applicationId = await addProspect(page, jobId, person)
    await page.goto(`${world.atsUrl}/applications/${applicationId}`)
    await tab().click()
  }

  test('Go to the candidate profile from a job', async () => {
    await addProspect(page, jobId, { firstName: 'Hanneke', lastName: 'Vos', emails: ['hanneke.vos@noordpost.example'] })
    await page.goto(`${world.atsUrl}/jobs/${jobId}`)
    await page.getByRole('link', { name: 'Hanneke Vos' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hanneke Vos' }).waitFor()
  })

  test('Choose the tab LinkedIn, and the profile widget loads; LinkedIn asks to sign in, inside it', async () => {
    await tab().click()
    await plugin().getByLabel(theirs.email).fill(sanne)
    await plugin().getByLabel(theirs.password).fill('sandbox')
    await plugin().getByRole('button', { name: theirs.signIn, exact: true }).click()
    await plugin().getByRole('heading', { name: 'Hanneke Vos' }).waitFor()
  })

  test('1. Found by e-mail, exact match: the profile is shown', async () => {
    await plugin().getByText(theirs.byEmail).waitFor()
    await plugin().getByText('Technical writer at Waterkant Software').first().waitFor()
    await bar().getByText(words.match.none).waitFor()
  })

  test('1. The user can still link the profile, and it stays', async () => {
    await plugin().getByRole('button', { name: theirs.link, exact: true }).click()
    await bar()
      .getByText(fill(words.match.by.handOf, { name: 'Sanne de Wit' }))
      .waitFor()
    await page.reload()
    await plugin().getByText(theirs.byHand).waitFor()
    await bar()
      .getByText(fill(words.match.by.handOf, { name: 'Sanne de Wit' }))
      .waitFor()
  })

  test('1. Or unlink it, and it stays: LinkedIn’s window asks first', async () => {
    await plugin().getByRole('link', { name: theirs.unlink, exact: true }).click()
    await plugin().getByRole('alert').getByRole('button', { name: theirs.unlink, exact: true }).click()
    await bar().getByText(words.match.none).waitFor()
    await page.reload()
    await plugin().getByRole('heading', { name: theirs.noMatch }).waitFor()
    await bar()
      .getByText(fill(words.match.unlinked_one, { count: '1' }))
      .waitFor()
  })

  test('the history of the candidate tells of both, and names nobody at LinkedIn', async () => {
    await page.getByRole('link', { name: ats[language].candidates.tabs.activity, exact: true }).click()
    const { identity } = ats[language].candidates.activity
    await page.getByText(fill(identity.linked.hand, { who: 'Sanne de Wit' })).waitFor()
    await page.getByText(fill(identity.unlinked.any, { who: 'Sanne de Wit' })).waitFor()
    expect(await page.getByText('urn:li:').count()).toBe(0)
  })

  test('1. Found by member id after a 1-click export', async () => {
    const reference = await readReference(page, jobId)
    const order = { recruiterEmail: sanne, memberId: 'amina-haddad', externalJobPostingId: reference }
    const instance = await readInstance(page)
    await expect
      .poll(() => askSandbox(world.sandboxUrl, 'exports', { ...order, ...instance }).then(() => 'done', String), {
        timeout: 20_000,
      })
      .toBe('done')
    await page.goto(`${world.atsUrl}/jobs/${jobId}`)
    await page.getByRole('link', { name: 'Amina Haddad' }).click()
    await tab().click()
    await plugin().getByText(theirs.byId).waitFor()
    await bar().getByText(words.match.by.export).waitFor()
  })

  test('Save to project, by keyboard; in Recruiter the candidate is in that project, with who saved it', async () => {
    await plugin().getByText(theirs.saveToProject, { exact: true }).press('Enter')
    const project = plugin().getByRole('radio', { name: /Greenhouse software/ })
    await project.press('Space')
    await project.press('Enter')
    await plugin().getByRole('status').filter({ hasText: 'Greenhouse software' }).waitFor()
    const recruiter = await openRecruiter(world, browser, { email: sanne, language })
    await recruiter.page.goto(`${world.sandboxUrl}/talent/projects`)
    await recruiter.page.getByRole('link', { name: 'Greenhouse software' }).first().click()
    const saved = recruiter.page.getByRole('listitem').filter({ hasText: 'Amina Haddad' })
    await saved.getByText(theirs.savedBy).waitFor()
    await recruiter.close()
  })

  test('2. Not found by e-mail or member id: a list of possible people by name; one of them is linked, by keyboard', async () => {
    await open({ firstName: 'Jan', lastName: 'de Vries' })
    await plugin().getByRole('heading', { name: theirs.possible }).waitFor()
    const people = plugin().getByRole('button', { name: /Jan de Vries/ })
    expect(await people.count()).toBe(3)
    await people.filter({ hasText: 'Scheldehaven' }).focus()
    await page.keyboard.press('Enter')
    await bar()
      .getByText(fill(words.match.by.handOf, { name: 'Sanne de Wit' }))
      .waitFor()
  })

  test('2. From then on the match is exact', async () => {
    await page.reload()
    await plugin().getByText(theirs.byHand).waitFor()
    await plugin().getByText('Data engineer at Scheldehaven').first().waitFor()
  })

  test('a profile that another candidate holds is refused, and that candidate is named', async () => {
    await open({ firstName: 'Jan', lastName: 'de Vries' })
    await plugin()
      .getByRole('button', { name: /Scheldehaven/ })
      .click()
    const refused = fill(ats[language].identity.problems['linkedin.personHeld'], { name: 'Jan de Vries' })
    await page.getByRole('alert').getByText(refused).waitFor()
    await page.getByRole('link', { name: fill(words.outcome.open, { name: 'Jan de Vries' }) }).waitFor()
    await bar().getByText(words.match.none).waitFor()
  })

  test('3. Nobody is found by name: it says that there is no match', async () => {
    const applicationId = await addProspect(page, jobId, { firstName: 'Quirijn', lastName: 'Zonderling' })
    await page.goto(`${world.atsUrl}/applications/${applicationId}`)
    // The tab has a key as well, once the page is there.
    const pressed = () => page.keyboard.press('l').then(() => page.url())
    await expect.poll(pressed).toContain('tab=linkedin')
    await plugin().getByRole('heading', { name: theirs.noMatch }).waitFor()
  })

  test('Unlink above the window asks, by keyboard, and the focus stays in place', async () => {
    await open({ firstName: 'Olivier', lastName: 'Lambert', emails: ['olivier.lambert@zennepost.example'] })
    await plugin().getByRole('button', { name: theirs.link, exact: true }).click()
    await bar().getByRole('button', { name: words.unlink.open }).focus()
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog')
      .getByText(fill(words.unlink.title, { name: 'Olivier Lambert' }))
      .waitFor()
    // The button behind the dialog has the same words.
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') != null)).toBe(true)
    await pressUntil(page, 'Tab', words.unlink.open)
    await page.keyboard.press('Enter')
    await bar().getByText(words.match.none).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(words.match.label)
  })

  test.each([390, 768, 1366])(
    'at %i px the window stands inside its parent, and nothing scrolls sideways',
    async width => {
      await page.setViewportSize({ width, height: 844 })
      await page.reload()
      await plugin().getByRole('heading').first().waitFor()
      const frame = page.locator(`iframe[title="${words.frame.title}"]`)
      const [outer, inner] = [await frame.boundingBox(), await frame.contentFrame().locator('iframe').boundingBox()]
      expect(outer && inner && inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width).toBe(true)
      expect(outer && outer.x + outer.width <= width).toBe(true)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      // As high as what stands in it.
      await expect.poll(async () => (await frame.boundingBox())?.height).toBe(inner?.height)
    },
  )

  test('a browser that blocks LinkedIn’s script is told so, and what is known here stands there', async () => {
    await page.route(`${world.sandboxUrl}/xdoor/**`, route => route.abort())
    await page.reload()
    await page.getByText(words.trouble.blocked).waitFor()
    await page.getByRole('region', { name: words.lastKnown.title }).getByText('Olivier Lambert').waitFor()
    await page.unroute(`${world.sandboxUrl}/xdoor/**`)
    await page.getByRole('button', { name: ats[language].ui.state.retry }).click()
    await plugin().getByRole('heading').first().waitFor()
  })

  test('whoever misses a half is told which, and the way there', async () => {
    const person = { firstName: 'Roos', lastName: 'Terpstra' }
    const applicationId = await addProspect(page, jobId, person)
    const meike = await openAts(world, browser, { email: 'meike.bos@tulpenveld.example', language })
    await meike.page.goto(`${world.atsUrl}/applications/${applicationId}?tab=linkedin`)
    await meike.page.getByText(words.halves.instance.on.word).waitFor()
    await meike.page.getByText(words.halves.user.notConnected.action, { exact: true }).click()
    await meike.page.waitForURL(`${world.atsUrl}/settings/connections`)
    await meike.close()

    const yara = await openAts(world, browser, { email: 'yara.el.idrissi@polderlogistiek.example', language })
    await yara.page.goto(`${world.atsUrl}/candidates/${await addCandidate(yara.page)}?tab=linkedin`)
    await yara.page.getByText(words.halves.instance.off).waitFor()
    await yara.page.getByText(fill(words.halves.instance.ask, { names: 'Ruben Postma' })).waitFor()
    await yara.page.getByText(words.halves.user.notConnected.word).waitFor()
    await yara.close()
  })

  test('whoever is neither recruiter nor hiring manager has no such tab', async () => {
    const iris = await openAts(world, browser, { email: 'iris.kolen@tulpenveld.example', language })
    await iris.page.goto(page.url())
    await iris.page.getByText(words.notAllowed.title).waitFor()
    expect(await iris.page.getByRole('link', { name: 'LinkedIn', exact: true }).count()).toBe(0)
    await iris.close()
    expect(ours.complaints.filter(complaint => !complaint.includes('ERR_FAILED'))).toEqual([])
  })
})

interface Person {
  firstName: string
  lastName: string
  emails?: string[]
}

async function ask<T>(page: Page, path: string, body?: object): Promise<T> {
  return page.evaluate(
    async ([address, json]) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: json ?? '' }
      const answer = await fetch(`/api/v1${address}`, json === undefined ? {} : init)
      if (!answer.ok) throw new Error(await answer.text())
      return answer.json()
    },
    [path, body === undefined ? undefined : JSON.stringify(body)] as const,
  )
}

async function findJob(page: Page): Promise<string> {
  const { data } = await ask<{ data: { id: string }[] }>(page, `/jobs?scope=all&q=${encodeURIComponent(jobTitle)}`)
  return data[0]?.id ?? ''
}

async function readReference(page: Page, jobId: string): Promise<string> {
  return (await ask<{ reference: string }>(page, `/jobs/${jobId}`)).reference
}

async function readInstance(page: Page): Promise<{ uniqueForeignId: string }> {
  const { instance } = await ask<{ instance: { id: string } }>(page, '/session')
  return { uniqueForeignId: instance.id }
}

async function addProspect(page: Page, jobId: string, candidate: Person): Promise<string> {
  return (await ask<{ id: string }>(page, `/jobs/${jobId}/applications`, { candidate, as: 'prospect' })).id
}

async function addCandidate(page: Page): Promise<string> {
  return (await ask<{ id: string }>(page, '/candidates', { firstName: 'Piet', lastName: 'Poot' })).id
}
