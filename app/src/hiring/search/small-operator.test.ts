import { expect, test } from 'vitest'
import { findSmallOperator } from './small-operator.tsx'

test.each([
  ['java or kotlin', 'en', { word: 'or', operator: 'OR' }],
  ['java or kotlin', 'nl', { word: 'or', operator: 'OR' }],
  ['(java) not (kotlin)', 'en', { word: 'not', operator: 'NOT' }],
  ['verkoper of inkoper', 'nl', { word: 'of', operator: 'OR' }],
  ['verkoper niet stagiair', 'nl-NL', { word: 'niet', operator: 'NOT' }],
  ['head of sales', 'en', undefined],
  ['“head or tail” java', 'nl', undefined],
  ['or java', 'en', undefined],
  ['java or', 'en', undefined],
  ['java OR kotlin', 'en', undefined],
  ['', 'en', undefined],
])('%s, read in %s, may have meant %o', (q, language, meant) => {
  expect(findSmallOperator(q, language)).toEqual(meant)
})
