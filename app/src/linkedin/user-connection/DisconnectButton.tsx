import { Button, Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../ui/problem-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { useDisconnect } from './connect.tsx'
import classes from './connections-tab.module.css'

/** Says first what will stop and what is kept. */
export function DisconnectButton() {
  const { t } = useTranslation('user-connection')
  const [asking, setAsking] = useState(false)
  const disconnect = useDisconnect()
  const navigate = useNavigate()
  const wordProblem = useProblemWords()
  function confirm() {
    disconnect.mutate(undefined, {
      onSuccess: () => {
        setAsking(false)
        showToast({ message: t('disconnect.done') })
        // The address may still say how connecting went.
        navigate({ to: '/settings/connections', search: {}, replace: true })
      },
    })
  }
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('disconnect.open')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('disconnect.title')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <p className={classes.consequence}>{t('disconnect.stops')}</p>
        <p className={classes.consequence}>{t('disconnect.kept')}</p>
        {disconnect.error ? (
          <p role="alert" className={classes.problem}>
            {wordProblem(disconnect.error)}
          </p>
        ) : null}
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('ui:cancel')}
          </Button>
          <Button loading={disconnect.isPending} onClick={confirm}>
            {t('disconnect.confirm')}
          </Button>
        </div>
      </Modal>
    </>
  )
}
