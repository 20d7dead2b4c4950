import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.tsx'
import classes from './set-up.module.css'
import type { SetUp } from './set-up.shapes.ts'

/** Says what stops and what is kept, and takes the name of the instance as a yes. */
export function DisconnectDialog({ setUp, onClose }: { setUp: SetUp; onClose: () => void }) {
  const { t } = useTranslation('set-up')
  useReturnFocus()
  const [name, setName] = useState('')
  const wordProblem = useProblemWords()
  const disconnect = useMutation({
    mutationFn: () => answer(api.linkedin['set-up'].disconnection.$post({ json: { instanceName: name } })),
    onSuccess: ({ linkedInKnows }) => {
      queryClient.invalidateQueries({ queryKey: ['linkedin'] })
      showToast({ message: t(linkedInKnows ? 'disconnect.done' : 'disconnect.doneHere') })
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t('disconnect.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form
        onSubmit={event => {
          event.preventDefault()
          disconnect.mutate()
        }}
      >
        <p className={classes.hint}>{t('disconnect.stops')}</p>
        <p className={classes.hint}>{t('disconnect.kept')}</p>
        <p className={classes.hint}>{t('disconnect.there')}</p>
        <TextInput
          label={t('disconnect.type', { name: setUp.instanceName })}
          value={name}
          autoComplete="off"
          data-autofocus
          error={disconnect.error ? wordProblem(disconnect.error) : undefined}
          onChange={event => setName(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={disconnect.isPending}>
            {t('disconnect.confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
