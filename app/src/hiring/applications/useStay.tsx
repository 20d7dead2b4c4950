import { useTranslation } from 'react-i18next'
import { useNow } from '../../ui/Time.tsx'
import { formatAge } from '../../ui/time-words.ts'

const DAY_MS = 86_400_000

/** How long somebody stands in a stage: "just now", "12 min. ago", from a day on only the days. */
export function useStay(since: string): string {
  const { t, i18n } = useTranslation('applications')
  const now = useNow()
  const days = Math.floor((now - Date.parse(since)) / DAY_MS)
  return days >= 1 ? t('board.days', { count: days }) : formatAge(since, i18n.language, now)
}
