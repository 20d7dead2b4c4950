// Every state of the set-up and of the tab LinkedIn: its own words, axe, and the width of the page. Each is seen in both themes, languages
// and widths. With LODESTONE_PICTURES=<folder> pictures of each, in both themes and languages, are kept there to be looked at.
import path from 'node:path'
import type { ProfileWidget } from '@lodestone/app/linkedin/profile-widget/profile-widget.shapes'
import type { SetUp } from '@lodestone/app/linkedin/set-up/set-up.shapes'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAts } from './ats-window.ts'
import { launchBrowser, type Window } from './browser.ts'
import { examine } from './examine.ts'
import { ats, type Language } from './labels.ts'
import { chooseFor, looks } from './looks.ts'
import { signInToRecruiter } from './recruiter-window.ts'
import { startWorld, type World } from './world.ts'

const administers = 'petra.kuiper@tulpenveld.example'
const recruits = 'sanne.de.wit@tulpenveld.example'
const folder = process.env.LODESTONE_PICTURES

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

type Look = (typeof looks)[number]
const seenIn = folder ? looks.slice(0, 4) : looks
const shareOf = <State>(look: Look, states: readonly State[]) => (folder ? [...states] : chooseFor(look, states))

/** High enough for a picture to hold all of it. */
async function openIn(look: Look, email: string): Promise<Window> {
  const window = await openAts(world, browser, { email, ...look })
  if (folder) await window.page.setViewportSize({ width: look.width, height: 1900 })
  return window
}

async function keep(page: Page, { theme, language, width }: Look, name: string): Promise<void> {
  await examine(page, name)
  if (!folder) return
  await page.screenshot({ path: path.join(folder, `${name}-${theme}-${language}-${width}.png`) })
}

type SetUpWords = (typeof ats)[Language]['setUp']

interface SetUpState {
  name: string
  changes: Partial<SetUp>
  says: (words: SetUpWords) => string
  /** What would be untrue yet. */
  hides?: (words: SetUpWords) => string
}

const since = new Date(Date.now() - 3 * 24 * 60 * 60_000).toISOString()
const off = { state: 'none', since: null } as const
const nobody = { connected: null, requested: null, disconnected: null }
const notYet = {
  ...nobody,
  level: 'off',
  company: off,
  contract: off,
  organizationUrn: null,
  contractUrn: null,
} as const
const ready = { state: 'partnerReady', since } as const
const enabled = { state: 'enabled', since } as const
const signedIn = { connected: { at: since, by: 'Petra Kuiper' } }
const requested = { requested: { at: since, by: 'Petra Kuiper' } }

const setUpStates: SetUpState[] = [
  {
    name: 'set-up-edition',
    changes: { ...notYet, step: 'notOffered', whyNotOffered: 'edition', nextActor: null, settings: null },
    says: words => words.notOffered.edition.title,
  },
  {
    name: 'set-up-installation',
    changes: { ...notYet, step: 'notOffered', whyNotOffered: 'installation', nextActor: null, settings: null },
    says: words => words.notOffered.installation.title,
  },
  {
    name: 'set-up-connect',
    changes: { ...notYet, step: 'connect', nextActor: 'administrator', since: null, settings: null, callbackUrl: null },
    says: words => words.now.connect,
  },
  {
    name: 'set-up-disconnected',
    changes: {
      ...notYet,
      step: 'connect',
      nextActor: 'administrator',
      since,
      disconnected: { at: since, by: 'Petra Kuiper' },
    },
    says: words => words.now.connect,
  },
  {
    name: 'set-up-request',
    changes: { ...notYet, ...signedIn, step: 'request', nextActor: 'administrator', since },
    says: words => words.now.request,
    hides: words => words.steps.contract.none,
  },
  {
    name: 'set-up-getting-ready',
    changes: {
      ...signedIn,
      ...requested,
      step: 'gettingReady',
      nextActor: 'linkedin',
      since,
      level: 'off',
      company: { state: 'requested', since },
      contract: off,
    },
    says: words => words.now.gettingReady,
  },
  {
    name: 'set-up-partner-ready',
    changes: {
      ...signedIn,
      ...requested,
      step: 'partnerReady',
      nextActor: 'recruiterAdmin',
      since,
      level: 'off',
      company: ready,
      contract: ready,
    },
    says: words => words.now.partnerReady,
  },
  {
    name: 'set-up-enabled-company',
    changes: { step: 'enabled', nextActor: null, level: 'company', company: enabled, contract: ready },
    says: words => words.now.enabled,
  },
  {
    name: 'set-up-enabled-contract',
    changes: { step: 'enabled', nextActor: null, level: 'contract', company: enabled, contract: enabled },
    says: words => words.now.enabled,
  },
  {
    name: 'set-up-contract-without-company',
    changes: {
      step: 'switchedOff',
      nextActor: 'recruiterAdmin',
      since,
      level: 'off',
      company: { state: 'switchedOff', since },
      contract: enabled,
    },
    says: words => words.levels.contractNeedsCompany,
  },
  {
    name: 'set-up-switched-off',
    changes: {
      step: 'switchedOff',
      nextActor: 'recruiterAdmin',
      since,
      level: 'off',
      company: { state: 'switchedOff', since },
      contract: { state: 'switchedOff', since },
    },
    says: words => words.now.switchedOff,
  },
]

describe.each(seenIn)('the set-up: $theme, $language, $width px', look => {
  test('its share of the states', async () => {
    const words = ats[look.language].setUp
    const window = await openIn(look, administers)
    const { page } = window
    let state: SetUpState | undefined
    // The page is drawn from this one answer, which asking LinkedIn anew gives as well.
    await page.route(/\/linkedin\/set-up(\/reading)?$/, async route => {
      const answer = await route.fetch()
      const held: SetUp = await answer.json()
      return route.fulfill({ response: answer, json: { ...held, ...state?.changes } })
    })
    for (state of shareOf(look, setUpStates)) {
      await page.goto(`${world.atsUrl}/admin/linkedin`)
      await page.getByText(state.says(words)).first().waitFor()
      if (state.hides) expect(await page.getByText(state.hides(words)).count(), state.name).toBe(0)
      if (folder) await page.waitForLoadState('networkidle')
      await keep(page, look, state.name)
    }
    expect(window.complaints).toEqual([])
    await window.close()
  })
})

type WidgetWords = (typeof ats)[Language]['profileWidget']

interface TabState {
  name: string
  person: string
  changes?: (held: ProfileWidget) => Partial<ProfileWidget>
  /** Undefined: LinkedIn's script is not let through. */
  script?: string
  guest?: boolean
  there: (page: Page, plugin: FrameLocator, words: WidgetWords) => Promise<void>
}

const half = (more: Partial<ProfileWidget>) => () => ({ state: 'halfMissing' as const, ...more })
const notOn = (nextActor: ProfileWidget['instance']['nextActor']) => ({
  instance: { on: false, nextActor, since, administrators: ['Petra Kuiper', 'Ruben Postma'] },
})
const says = (choose: (words: WidgetWords) => string) => async (page: Page, _: FrameLocator, words: WidgetWords) =>
  page.getByText(choose(words)).first().waitFor()

const tabStates: TabState[] = [
  {
    name: 'tab-sign-in',
    person: 'Hanneke Vos',
    guest: true,
    there: (_page, plugin) => plugin.locator('input[type="password"]').waitFor(),
  },
  {
    name: 'tab-by-email',
    person: 'Hanneke Vos',
    there: (_page, plugin) => plugin.getByRole('heading', { name: 'Hanneke Vos' }).waitFor(),
  },
  {
    name: 'tab-by-hand',
    person: 'Olivier Lambert',
    there: (_page, plugin) => plugin.getByRole('heading', { name: 'Olivier Lambert' }).waitFor(),
  },
  {
    name: 'tab-namesakes',
    person: 'Jan de Vries',
    there: (_page, plugin) =>
      plugin
        .getByRole('button', { name: /Jan de Vries/ })
        .first()
        .waitFor(),
  },
  {
    name: 'tab-no-match',
    person: 'Quirijn Zonderling',
    there: (_page, plugin) => plugin.getByRole('heading').first().waitFor(),
  },
  { name: 'tab-blocked', person: 'Olivier Lambert', script: 'blocked', there: says(words => words.trouble.blocked) },
  { name: 'tab-not-drawn', person: 'Olivier Lambert', script: '', there: says(words => words.trouble.notDrawn) },
  {
    name: 'tab-not-allowed',
    person: 'Hanneke Vos',
    changes: () => ({ state: 'notAllowed' }),
    there: says(words => words.notAllowed.title),
  },
  {
    name: 'tab-edition',
    person: 'Hanneke Vos',
    changes: () => ({ state: 'basicEdition' }),
    there: says(words => words.basicEdition.title),
  },
  {
    name: 'tab-own-half',
    person: 'Hanneke Vos',
    changes: half({ user: 'notConnected' }),
    there: says(words => words.halves.user.notConnected.word),
  },
  {
    name: 'tab-expired',
    person: 'Hanneke Vos',
    changes: half({ user: 'expired' }),
    there: says(words => words.halves.user.expired.word),
  },
  {
    name: 'tab-not-set-up',
    person: 'Hanneke Vos',
    changes: half({ user: 'notConnected', ...notOn('administrator') }),
    there: says(words => words.halves.instance.administrator),
  },
  {
    name: 'tab-partner-ready',
    person: 'Hanneke Vos',
    changes: half(notOn('recruiterAdmin')),
    there: says(words => words.halves.instance.recruiterAdmin),
  },
  {
    name: 'tab-getting-ready',
    person: 'Hanneke Vos',
    changes: half(notOn('linkedin')),
    there: says(words => words.halves.instance.linkedin),
  },
]

describe('the tab LinkedIn', () => {
  const ids = new Map<string, string>()

  beforeAll(async () => {
    const { page, close } = await openAts(world, browser, { email: recruits })
    const people = [
      { firstName: 'Hanneke', lastName: 'Vos', emails: ['hanneke.vos@noordpost.example'] },
      { firstName: 'Olivier', lastName: 'Lambert', emails: ['olivier.lambert@zennepost.example'] },
      { firstName: 'Jan', lastName: 'de Vries' },
      { firstName: 'Quirijn', lastName: 'Zonderling' },
    ]
    for (const person of people) {
      ids.set(`${person.firstName} ${person.lastName}`, await addCandidate(page, person))
    }
    await signIn(page, 'en')
    const plugin = await openTab(page, 'Olivier Lambert', 'en')
    await plugin.getByRole('button', { name: 'Link', exact: true }).click()
    await page.getByRole('region', { name: ats.en.profileWidget.match.label }).getByText('Sanne de Wit').waitFor()
    await close()
  })

  async function signIn(page: Page, language: Language): Promise<void> {
    await page.goto(`${world.sandboxUrl}/talent/sign-in`)
    await signInToRecruiter(page, { email: recruits, language })
    await page.waitForURL(/\/talent\/home/)
  }

  async function openTab(page: Page, person: string, language: Language): Promise<FrameLocator> {
    await page.goto(`${world.atsUrl}/candidates/${ids.get(person)}?tab=linkedin`)
    await page.getByRole('heading', { level: 1, name: person }).waitFor()
    return page.frameLocator(`iframe[title="${ats[language].profileWidget.frame.title}"]`).frameLocator('iframe')
  }

  /** What the pages of this window are given instead, until the next state. */
  async function takeStates(page: Page): Promise<{ show: (state: TabState) => void }> {
    let state: TabState | undefined
    await page.route(/\/api\/v1\/candidates\/[^/]+\/linkedin$/, async route => {
      const answer = await route.fetch()
      const held: ProfileWidget = await answer.json()
      return route.fulfill({ response: answer, json: { ...held, ...state?.changes?.(held) } })
    })
    await page.route(`${world.sandboxUrl}/xdoor/**`, route => {
      if (state?.script === undefined) return route.continue()
      if (state.script === 'blocked') return route.abort()
      return route.fulfill({ contentType: 'text/javascript', body: state.script })
    })
    return {
      show: next => {
        state = next
      },
    }
  }

  describe.each(seenIn)('$theme, $language, $width px', look => {
    test('its share of the states', async () => {
      const { page, close } = await openIn(look, recruits)
      const states = await takeStates(page)
      let isGuest = true
      for (const state of shareOf(look, tabStates)) {
        // Who has no session at LinkedIn comes first.
        if (isGuest && !state.guest) {
          await signIn(page, look.language)
          isGuest = false
        }
        states.show(state)
        const plugin = await openTab(page, state.person, look.language)
        await state.there(page, plugin, ats[look.language].profileWidget)
        await keep(page, look, state.name)
      }
      await close()
    })
  })
})

async function addCandidate(page: Page, person: object): Promise<string> {
  return page.evaluate(async json => {
    const answer = await fetch('/api/v1/candidates', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: json,
    })
    return (await answer.json()).id
  }, JSON.stringify(person))
}
