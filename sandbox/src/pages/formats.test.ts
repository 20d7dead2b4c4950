import { expect, test } from 'vitest'
import { countMonths, findAge, formatDay, formatMonth } from './formats.ts'
import { preferredLanguage } from './language.ts'
import { initialsOf } from './names.ts'

const now = Date.UTC(2026, 10, 23, 12)
const minutes = (count: number) => now - count * 60_000

test.each([
  [minutes(0.5), undefined, undefined],
  [minutes(1), '1 minute ago', '1 minuut geleden'],
  [minutes(59), '59 minutes ago', '59 minuten geleden'],
  [minutes(60), '1 hour ago', '1 uur geleden'],
  [minutes(24 * 60), 'yesterday', 'gisteren'],
  [minutes(8 * 24 * 60), '15 Nov 2026', '15 nov 2026'],
])('the age of %i', (instant, english, dutch) => {
  expect(findAge(instant, now, 'en')).toBe(english)
  expect(findAge(instant, now, 'nl')).toBe(dutch)
})

test('a day names its year only when it is another one', () => {
  expect(formatDay(now, now, 'en')).toBe('23 Nov')
  expect(formatDay(Date.UTC(2025, 5, 15), now, 'nl')).toBe('15 jun 2025')
})

test.each([
  [{ from: '2021-02', to: null }, 70],
  [{ from: '2017-08', to: '2021-01' }, 42],
  [{ from: '2021-02', to: '2021-02' }, 1],
  [{ from: '2013', to: '2017' }, undefined],
  [{ from: '2021-02', to: '2020-01' }, undefined],
])('%j lasted %s months', (period, months) => {
  expect(countMonths(period, now)).toBe(months)
})

test('months and bare years', () => {
  expect(formatMonth('2021-02', 'en')).toBe('Feb 2021')
  expect(formatMonth('2013', 'nl')).toBe('2013')
})

test.each([
  ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
  ['en-GB,en;q=0.9,nl;q=0.8', 'en'],
  ['fr-FR,nl;q=0.4,en;q=0.3', 'nl'],
  ['de', 'en'],
  ['', 'en'],
])('%j speaks %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

test('initials leave out the prefix', () => {
  expect(initialsOf({ firstName: 'Sanne', lastName: 'de Wit' })).toBe('SW')
})
