import { expect, test } from 'vitest'
import { whileTyping } from './typed-words.tsx'

test.each([
  ['', ''],
  [' jan ', '(jan OR jan*)'],
  ['anna jans', 'anna (jans OR jans*)'],
  ['(rose OR lil', '(rose OR (lil OR lil*)'],
  ['zoe@example.com', '(zoe@example.com OR zoe@example.com*)'],
  ['c++', '(c++ OR c++*)'],
  ['rose -lil', 'rose -(lil OR lil*)'],
  ['jean-pi', '(jean-pi OR jean-pi*)'],
  // Complete already, or not a word.
  ['jan*', 'jan*'],
  ['"head of sal', '"head of sal'],
  ['„head of sales“', '„head of sales“'],
  ['rose OR', 'rose OR'],
  ['rose )', 'rose )'],
])('while typing %s one is shown %s', (typed, asked) => {
  expect(whileTyping(typed)).toBe(asked)
})
