import type { Page } from 'playwright-core'
import type { WindowOptions } from './browser.ts'
import type { World } from './world.ts'

type Look = Required<WindowOptions>

// A state that is looked at in both looks of a pair has been seen in both themes, both languages and both widths. The pairs are
// taken in turn, so over all states each two values of different columns meet as well.
const pairs: readonly (readonly [Look, Look])[] = [
  [
    { theme: 'light', language: 'en', width: 1366 },
    { theme: 'dark', language: 'nl', width: 390 },
  ],
  [
    { theme: 'light', language: 'nl', width: 390 },
    { theme: 'dark', language: 'en', width: 1366 },
  ],
  [
    { theme: 'dark', language: 'en', width: 390 },
    { theme: 'light', language: 'nl', width: 1366 },
  ],
  [
    { theme: 'dark', language: 'nl', width: 1366 },
    { theme: 'light', language: 'en', width: 390 },
  ],
]

/** The first four alone hold each two values of different columns, too. */
export const looks: readonly Look[] = [...pairs.map(([look]) => look), ...pairs.map(([, opposite]) => opposite)]

/** Enough for a single state. */
export const oppositeLooks: readonly Look[] = pairs.slice(0, 1).flat()

/** Its share of the states: each state is in the shares of two looks that are opposites. */
export function chooseFor<State>(look: Look, states: readonly State[]): State[] {
  const pair = pairs.findIndex(each => each.includes(look))
  return states.filter((_state, index) => index % pairs.length === pair)
}

/** What opens on many pages is opened again in a look with a theme, a language or a width that is new to it. */
export function rememberOpeners() {
  const seenIn = new Map<string, Set<unknown>>()
  return {
    knownIn: (look: Look): Set<string> => {
      const isKnown = (values: Set<unknown>) => Object.values(look).every(value => values.has(value))
      return new Set([...seenIn].filter(([, values]) => isKnown(values)).map(([opener]) => opener))
    },
    remember: (look: Look, openers: Iterable<string>): void => {
      for (const opener of openers) {
        seenIn.set(opener, new Set([...(seenIn.get(opener) ?? []), ...Object.values(look)]))
      }
    },
  }
}

/** Goes to a screen of the ATS and waits until all of it is there. */
export async function visit(page: Page, { atsUrl }: World, path: string): Promise<void> {
  await page.goto(atsUrl + path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page
    .getByRole('status', { name: /^(Loading|Laden)$/ })
    .first()
    .waitFor({ state: 'detached' })
}
