// That pages are looked at in two looks each is no gap: what the walk over all screens leans on.
import { expect, test } from 'vitest'
import { chooseFor, looks, oppositeLooks, rememberOpeners } from './looks.ts'

const columns = ['theme', 'language', 'width'] as const
const states = Array.from({ length: 9 }, (_, index) => `state ${index}`)
const seen = looks.flatMap(look => chooseFor(look, states).map(state => ({ ...look, state })))
const valuesOf = (rows: readonly object[]) => new Set(rows.flatMap(row => Object.values(row)))
const allValues = new Set(['light', 'dark', 'en', 'nl', 390, 1366])

test('each state is seen in both themes, both languages and both widths', () => {
  for (const state of states) {
    const rows = seen
      .filter(row => row.state === state)
      .map(({ theme, language, width }) => ({ theme, language, width }))
    expect(valuesOf(rows)).toEqual(allValues)
    expect(rows).toHaveLength(2)
  }
  expect(valuesOf(oppositeLooks)).toEqual(allValues)
})

test('each two values of different columns meet, also in the first four looks alone', () => {
  for (const rows of [seen, looks.slice(0, 4)]) {
    for (const [one, other] of [columns.slice(0, 2), columns.slice(1), [columns[0], columns[2]]]) {
      const met = rows.map(row => `${one && row[one]} ${other && row[other]}`)
      expect(new Set(met).size).toBe(4)
    }
  }
})

test.each([
  { where: 'everywhere', shownIn: looks, opened: 3 },
  { where: 'on one page', shownIn: [looks[2], looks[6]].flatMap(look => look ?? []), opened: 2 },
  { where: 'on phones only', shownIn: looks.filter(look => look.width === 390), opened: 2 },
])('an opener $where is passed over only where nothing about the look is new to it', ({ shownIn, opened }) => {
  const openers = rememberOpeners()
  const openedIn: (typeof looks)[number][] = []
  for (const look of shownIn) {
    if (openers.knownIn(look).has('menu')) continue
    openers.remember(look, ['menu'])
    openedIn.push(look)
  }
  expect(valuesOf(openedIn)).toEqual(valuesOf(shownIn))
  expect(openedIn).toHaveLength(opened)
})
