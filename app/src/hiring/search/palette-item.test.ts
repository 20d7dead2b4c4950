import { expect, test } from 'vitest'
import { fits } from './palette-item.tsx'

test('a label fits when each word typed begins one of its words, whatever the order', () => {
  expect(fits('Go to Candidates', 'cand')).toBe(true)
  expect(fits('Nieuwe functie', 'FUNC nieuw')).toBe(true)
  expect(fits('Naar België', 'belgie')).toBe(true)
  expect(fits('Go to Candidates', 'date')).toBe(false)
  expect(fits('Go to Candidates', 'go jobs')).toBe(false)
})

test('nothing typed, or only signs, fits everything', () => {
  expect(fits('Go to Jobs', '')).toBe(true)
  expect(fits('Go to Jobs', '"*')).toBe(true)
})
