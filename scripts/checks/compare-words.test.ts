import { expect, test } from 'vitest'
import { readCatalogues } from './check-words.ts'
import { comparePairs } from './compare-words.ts'
import { fixtureTree } from './fixture-tree.ts'

const none = new Map<string, string>()

function compare(en: unknown, nl: unknown, same: ReadonlyMap<string, string> = none) {
  return comparePairs([{ name: 'jobs.nl.json', en, nl }], same)
}

test('texts that agree raise nothing', () => {
  expect(compare({ a: { b: 'Hello {{name}}' } }, { a: { b: 'Dag {{name}}' } })).toEqual([])
})

test.each([
  ['a missing Dutch text', { a: 'One', b: 'Two' }, { a: 'Een' }, 'b has no Dutch text'],
  ['a missing English text', { a: 'One' }, { a: 'Een', b: 'Twee' }, 'b has no English text'],
  ['an empty text', { a: 'One' }, { a: ' ' }, 'a is empty'],
  [
    'another placeholder',
    { a: '{{count}} jobs' },
    { a: '{{number}} functies' },
    'fills in number where English fills in count',
  ],
  ['an untranslated text', { a: 'Save' }, { a: 'Save' }, 'is “Save” in both languages'],
  ['the informal form', { a: 'Your jobs' }, { a: 'Jouw functies' }, 'says “Jouw”'],
  [
    'a function that drops a value',
    { a: (name: string) => `For ${name}` },
    { a: () => 'Voor iemand' },
    'fills in nothing',
  ],
])('%s is refused', (_what, en, nl, sentence) => {
  expect(compare(en, nl)).toEqual([expect.stringContaining(sentence)])
})

test('a text may read alike with a reason, which must stay in use', () => {
  const same = new Map([['InMail', 'a product name']])
  expect(compare({ a: 'InMail', b: '{{count}} %' }, { a: 'InMail', b: '{{count}} %' }, same)).toEqual([])
  expect(compare({ a: 'Job' }, { a: 'Functie' }, same)).toEqual([expect.stringContaining('“InMail” is excepted')])
})

test('catalogues are found beside each other, and a lonely one is compared with nothing', () => {
  const root = fixtureTree({
    'app/src/hiring/jobs/jobs.en.json': '{ "title": "Jobs" }',
    'app/src/hiring/jobs/jobs.nl.json': '{ "title": "Functies" }',
    'app/src/ui/ui.en.json': '{ "close": "Close" }',
  })
  expect(comparePairs(readCatalogues(root), none)).toEqual(['app/src/ui/ui.nl.json: close has no Dutch text.'])
})
