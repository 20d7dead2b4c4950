import type { Language } from './language.ts'

const localeOf = { en: 'en-GB', nl: 'nl-NL' } as const

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

export function formatDate(instant: number, language: Language): string {
  return new Intl.DateTimeFormat(localeOf[language], { day: 'numeric', month: 'short', year: 'numeric' }).format(
    instant,
  )
}

/** Without the year while it is this one. */
export function formatDay(instant: number, now: number, language: Language): string {
  if (new Date(instant).getFullYear() !== new Date(now).getFullYear()) return formatDate(instant, language)
  return new Intl.DateTimeFormat(localeOf[language], { day: 'numeric', month: 'short' }).format(instant)
}

export function formatDateTime(instant: number, language: Language): string {
  return new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'medium', timeStyle: 'medium' }).format(instant)
}

export function formatTime(instant: number, language: Language): string {
  return new Intl.DateTimeFormat(localeOf[language], { timeStyle: 'medium' }).format(instant)
}

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(localeOf[language]).format(value)
}

/** `undefined` for the last minute: that has a word of its own on the screen. */
export function findAge(instant: number, now: number, language: Language): string | undefined {
  const age = now - instant
  const relative = new Intl.RelativeTimeFormat(localeOf[language], { numeric: 'auto' })
  if (age < minuteMs) return undefined
  if (age < hourMs) return relative.format(-Math.floor(age / minuteMs), 'minute')
  if (age < dayMs) return relative.format(-Math.floor(age / hourMs), 'hour')
  if (age < 7 * dayMs) return relative.format(-Math.floor(age / dayMs), 'day')
  return formatDate(instant, language)
}

export interface Period {
  readonly from: string
  readonly to: string | null
}

/** `2021-02` reads as Feb 2021; a bare year stays a year. */
export function formatMonth(month: string, language: Language): string {
  const [year, monthNumber] = month.split('-').map(Number)
  if (year === undefined || monthNumber === undefined) return month
  const middle = Date.UTC(year, monthNumber - 1, 15)
  return new Intl.DateTimeFormat(localeOf[language], { month: 'short', year: 'numeric' }).format(middle)
}

/** Whole months, the first and the last one counted; `undefined` when only years are known. */
export function countMonths(period: Period, now: number): number | undefined {
  const from = monthIndex(period.from)
  const to = period.to === null ? monthIndex(new Date(now).toISOString().slice(0, 7)) : monthIndex(period.to)
  return from === undefined || to === undefined || to < from ? undefined : to - from + 1
}

function monthIndex(month: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})/.exec(month)
  return parts === null ? undefined : Number(parts[1]) * 12 + Number(parts[2])
}

export function formatList(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(localeOf[language], { type: 'conjunction' }).format(words)
}
