import { useTranslation } from 'react-i18next'
import { useNow } from '../../ui/Time.tsx'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long somebody stands in a stage, as short as a card needs it: "just now", "12 min", "5 h", "3 d". */
export function useStay(since: string): string {
  const { t } = useTranslation('applications')
  const age = useNow() - Date.parse(since)
  if (age < MINUTE_MS) return t('stay.now')
  if (age < HOUR_MS) return t('stay.minutes', { number: Math.floor(age / MINUTE_MS) })
  if (age < DAY_MS) return t('stay.hours', { number: Math.floor(age / HOUR_MS) })
  return t('stay.days', { count: Math.floor(age / DAY_MS) })
}

/** In whole days: half of these people are here longer, half shorter. Undefined when nobody is here. */
export function findMedianDays(since: readonly string[], now: number): number | undefined {
  const ages = since.map(at => now - Date.parse(at)).sort((one, other) => one - other)
  const upper = ages[Math.floor(ages.length / 2)]
  const lower = ages[Math.floor((ages.length - 1) / 2)]
  if (upper === undefined || lower === undefined) return undefined
  return Math.floor((lower + upper) / 2 / DAY_MS)
}
