import { expect, test } from 'vitest'
import { formatAge, formatClock, formatDay } from './time-words.ts'

// Local times throughout: the reader's zone is the machine's.
const now = new Date(2026, 10, 23, 14, 6).getTime()
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

test('an age is told in the largest unit that says enough', () => {
  expect(formatAge(at(2026, 10, 23, 14, 6), 'en', now)).toBe('now')
  expect(formatAge(at(2026, 10, 23, 14, 3), 'en', now)).toBe('3 minutes ago')
  expect(formatAge(at(2026, 10, 23, 9, 0), 'nl', now)).toBe('5 uur geleden')
  expect(formatAge(at(2026, 10, 22, 23, 0), 'en', now)).toBe('yesterday')
  expect(formatAge(at(2026, 10, 9, 12, 0), 'en', now)).toBe('9 Nov')
})

test('a clock time carries the day only when it is not today', () => {
  expect(formatClock(at(2026, 10, 23, 9, 5), 'en', now)).toBe('09:05')
  expect(formatClock(at(2026, 10, 22, 20, 41), 'en', now)).toBe('Sun 20:41')
  expect(formatClock(at(2026, 10, 22, 20, 41), 'nl', now)).toBe('zo 20:41')
  expect(formatClock(at(2026, 10, 3, 10, 12), 'en', now)).toBe('3 Nov, 10:12')
})

test('a day names its year only when it is another one', () => {
  expect(formatDay(at(2026, 0, 2, 10, 0), 'en', now)).toBe('2 Jan')
  expect(formatDay(at(2025, 0, 2, 10, 0), 'en', now)).toBe('2 Jan 2025')
})
