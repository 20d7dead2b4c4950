import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../api.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import { MAX_QUERY_LENGTH } from './search.shapes.ts'

/** Refused for what somebody wrote in a search field: why, and what to do. Null when it was something else. */
export function useRefusedQuery(error: unknown): string | null {
  const { t } = useTranslation('search')
  const wordProblem = useProblemWords()
  const about = error instanceof ProblemError ? error.errors.find(({ field }) => field === 'q') : undefined
  if (!about) return null
  return about.code === 'too_big' ? t('tooLong', { limit: MAX_QUERY_LENGTH }) : wordProblem(error)
}
