import { useTranslation } from 'react-i18next'
import { ProblemError } from '../api.ts'

/** A problem in the reader's language: by its code where a catalogue knows it, else in the server's English. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useTranslation(['ui', 'problems'])
  return error => {
    if (!(error instanceof ProblemError)) return t('ui:state.unexpected')
    return t(`problems:${error.code}`, { ...error.params, defaultValue: error.message })
  }
}

/** The same for one field: codes of the form (too_small) and of the slice (job.titleTaken) alike. */
export function useFieldWords(): (error: { message: string; code: string }) => string {
  const { t } = useTranslation(['ui', 'problems'])
  return error =>
    t(`problems:${error.code}`, { defaultValue: t(`ui:field.${error.code}`, { defaultValue: error.message }) })
}
