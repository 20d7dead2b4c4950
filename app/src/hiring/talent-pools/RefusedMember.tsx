import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../ui/problem-words.ts'
import classes from './pool-table.module.css'
import type { RefusedChange } from './useMembers.tsx'

/** Stays until it is closed, as a toast would not. */
export function RefusedMember({ what, name, error, onClose }: RefusedChange & { onClose: () => void }) {
  const { t } = useTranslation('talent-pools')
  const wordProblem = useProblemWords()
  return (
    <div role="alert" className={classes.refused}>
      <p>
        <b>{t(`refused.${what}`, { name })}</b> {wordProblem(error)}
      </p>
      <CloseButton size={28} iconSize={16} aria-label={t('ui:close')} onClick={onClose} />
    </div>
  )
}
