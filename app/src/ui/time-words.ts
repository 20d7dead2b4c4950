const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** "now", "3 minutes ago", "yesterday", and the date from a week on. */
export function formatAge(at: string, language: string, now: number): string {
  const age = now - Date.parse(at)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (age < minute) return relative.format(0, 'second')
  if (age < hour) return relative.format(-Math.floor(age / minute), 'minute')
  if (age < day && isSameDay(at, now)) return relative.format(-Math.floor(age / hour), 'hour')
  if (age < 7 * day) return relative.format(-daysBetween(at, now), 'day')
  return formatDay(at, language, now)
}

/** As short as it can be understood: today the time, this week the weekday with it, else the date. */
export function formatClock(at: string, language: string, now: number): string {
  const date = new Date(at)
  if (isSameDay(at, now)) return write(date, language, { timeStyle: 'short' })
  const age = now - date.getTime()
  if (age > 0 && age < 6 * day) {
    return write(date, language, { weekday: 'short', hour: '2-digit', minute: '2-digit' })
  }
  if (!isSameYear(date, now)) return formatDay(at, language, now)
  return write(date, language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
}

export function formatDay(at: string, language: string, now: number): string {
  const date = new Date(at)
  const year = isSameYear(date, now) ? {} : ({ year: 'numeric' } as const)
  return write(date, language, { day: 'numeric', month: 'short', ...year })
}

export function formatExact(at: string, language: string): string {
  return write(new Date(at), language, { dateStyle: 'full', timeStyle: 'long' })
}

function write(date: Date, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(languageForDates(language), options).format(date)
}

// British order and the 24-hour clock: the product is used in Europe.
function languageForDates(language: string): string {
  return language === 'en' ? 'en-GB' : language
}

function isSameDay(at: string, now: number): boolean {
  return new Date(at).toDateString() === new Date(now).toDateString()
}

function isSameYear(date: Date, now: number): boolean {
  return date.getFullYear() === new Date(now).getFullYear()
}

function daysBetween(at: string, now: number): number {
  const midnight = (moment: number) => new Date(moment).setHours(0, 0, 0, 0)
  return Math.round((midnight(now) - midnight(Date.parse(at))) / day)
}
