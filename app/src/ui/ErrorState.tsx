import { Button } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../api.ts'
import { useProblemWords } from './problem-words.ts'
import classes from './states.module.css'

interface ErrorStateProps {
  /** What could not be shown, as a sentence: "The jobs could not be loaded." */
  title: string
  error: unknown
  onRetry?: () => void
}

/** Sentence, cause, Retry and the reference to name when asking for help. */
export function ErrorState({ title, error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation('ui')
  const wordProblem = useProblemWords()
  const reference = error instanceof ProblemError ? error.requestId : undefined
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} data-tone="bad">
        <IconAlertTriangle size={18} />
      </span>
      <p className={classes.title}>{title}</p>
      <p className={classes.why}>{wordProblem(error)}</p>
      {onRetry ? (
        <div className={classes.action}>
          <Button variant="default" leftSection={<IconRefresh size={15} />} onClick={onRetry}>
            {t('state.retry')}
          </Button>
        </div>
      ) : null}
      {reference ? <p className={classes.reference}>{t('state.reference', { reference })}</p> : null}
    </div>
  )
}
