import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './confirm-dialog.module.css'
import { useProblemWords } from './problem-words.ts'
import { useReturnFocus } from './useReturnFocus.tsx'

interface ConfirmDialogProps {
  title: string
  /** What will stop, and what is kept. */
  children: ReactNode
  confirm: string
  doing: { error: unknown; isPending: boolean; mutate: () => void }
  onClose: () => void
}

/** Before something that cannot be taken back. Who presses Enter at once changes nothing. */
export function ConfirmDialog({ title, children, confirm, doing, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('ui')
  useReturnFocus()
  const wordProblem = useProblemWords()
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <p className={classes.what}>{children}</p>
      {doing.error ? (
        <p role="alert" className={classes.problem}>
          {wordProblem(doing.error)}
        </p>
      ) : null}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        {/* One shade in both themes: the usual one of the dark theme is too light for its white words. */}
        <Button color="red.8" loading={doing.isPending} onClick={() => doing.mutate()}>
          {confirm}
        </Button>
      </div>
    </Modal>
  )
}
