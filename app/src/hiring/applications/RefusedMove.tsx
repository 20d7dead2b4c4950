import { CloseButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../ui/problem-words.ts'
import classes from './board.module.css'

/** Why a card went back: stays until it is closed, as a toast would not. */
export function RefusedMove({ name, error, onClose }: { name: string; error: unknown; onClose(): void }) {
  const { t } = useTranslation(['applications', 'ui'])
  const wordProblem = useProblemWords()
  return (
    <div role="alert" className={classes.refused}>
      <IconAlertTriangle size={16} aria-hidden />
      <p>
        <strong>{t('applications:board.refused', { name })}</strong> {wordProblem(error)}
      </p>
      <CloseButton size={24} iconSize={15} aria-label={t('ui:close')} onClick={onClose} />
    </div>
  )
}
