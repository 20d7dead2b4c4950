import { expect, test } from 'vitest'
import { soughtIn, splitAtWords } from './sought-words.tsx'

const marked = (text: string, ...question: Parameters<typeof soughtIn>) =>
  splitAtWords(text, soughtIn(...question))
    .map(({ part, isSought }) => (isSought ? `[${part}]` : part))
    .join('')

test.each([
  ['Java developer', 'java', '[Java] developer'],
  ['JavaScript', 'java', 'JavaScript'],
  ['JavaScript', 'java*', '[JavaScript]'],
  ['Zoë Ångström', 'zoe OR angstrom', '[Zoë] [Ångström]'],
  ['Head of Tulips, head', '“head of tul*”', '[Head of Tulips], head'],
  ['C++, C#, C', 'C#', 'C++, [C#], C'],
  ['zoe@example.com', 'zoe@example.com', '[zoe@example.com]'],
  ['Rose and not', 'rose AND NOT lily', '[Rose] and not'],
  ['Rose and lily', 'rose and -lily', '[Rose] and lily'],
  ['Jean-Pierre', 'jean-pierre', '[Jean-Pierre]'],
  ['Rose', '(', 'Rose'],
  ['', 'rose', ''],
])('in %s, for %s: %s', (text, q, wanted) => {
  expect(marked(text, q)).toBe(wanted)
})

test('a word that was read as a beginning is marked as one', () => {
  expect(marked('Tulip grower', 'tul')).toBe('Tulip grower')
  expect(marked('Tulip grower', 'tul', [{ word: 'tul', as: 'beginning' }])).toBe('[Tulip] grower')
})
