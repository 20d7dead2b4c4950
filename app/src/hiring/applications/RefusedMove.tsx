import { CloseButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../ui/problem-words.ts'
import type { Refused } from './application-queries.tsx'
import classes from './refused-move.module.css'

/** Why a card went back: stays until it is closed, as a toast would not. */
export function RefusedMove({ refused, onClose }: { refused: Refused; onClose(): void }) {
  const { t } = useTranslation(['applications', 'ui'])
  const wordProblem = useProblemWords()
  return (
    <div role="alert" className={classes.refused}>
      <IconAlertTriangle size={16} aria-hidden />
      <p>
        <b>{t(`applications:refused.${refused.what}`, { name: refused.name })}</b> {wordProblem(refused.error)}
      </p>
      <CloseButton size={28} iconSize={16} aria-label={t('ui:close')} onClick={onClose} />
    </div>
  )
}
