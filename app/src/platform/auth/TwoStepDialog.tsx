import { Button, Modal, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SetUpTwoStep } from './SetUpTwoStep.tsx'
import classes from './two-step.module.css'
import { passwordInput, type setUpAnswer } from './two-step.shapes.ts'

export type TwoStepAct = 'setUp' | 'renew' | 'off'
type Stage =
  | { is: 'password' }
  | { is: 'setUp'; setUp: z.infer<typeof setUpAnswer> }
  | { is: 'codes'; codes: string[] }
  | { is: 'off' }

interface TwoStepDialogProps {
  act: TwoStepAct
  onClose: () => void
}

const titles = { setUp: 'twoStep.setUp', renew: 'twoStep.renew', off: 'twoStep.switchOff' } as const

/** The password first, then what it opens. */
export function TwoStepDialog({ act, onClose }: TwoStepDialogProps) {
  const { t } = useTranslation('session')
  useReturnFocus()
  const [stage, setStage] = useState<Stage>({ is: 'password' })
  function done() {
    queryClient.invalidateQueries({ queryKey: ['own-two-step'] })
    queryClient.invalidateQueries({ queryKey: ['own-sessions'] })
    onClose()
  }
  function goOn(next: Stage) {
    if (next.is !== 'off') return setStage(next)
    showToast({ message: t('twoStep.isOff') })
    done()
  }
  return (
    <Modal opened onClose={done} title={t(titles[act])} size={480} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {stage.is === 'password' ? <AskPassword act={act} onClose={onClose} onDone={goOn} /> : null}
      {stage.is === 'setUp' ? (
        <SetUpTwoStep
          setUp={stage.setUp}
          confirm={json => answer(api.account['two-step'].$put({ json }))}
          onCodes={codes => setStage({ is: 'codes', codes })}
        />
      ) : null}
      {stage.is === 'codes' ? <RecoveryCodes codes={stage.codes} onDone={done} /> : null}
    </Modal>
  )
}

function AskPassword({ act, onClose, onDone }: TwoStepDialogProps & { onDone: (next: Stage) => void }) {
  const { t } = useTranslation('session')
  const form = useFormState({
    values: { current: '' },
    check: passwordInput,
    save: values => run(act, values),
    onSaved: onDone,
  })
  return (
    <RecordForm form={form} name={t(titles[act])} labels={{ current: t('password.current') }}>
      <p className={classes.hint}>{t(`twoStep.ask.${act}`)}</p>
      <PasswordInput
        {...form.text('current')}
        label={t('password.current')}
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.saving}>
          {t('twoStep.goOn')}
        </Button>
      </div>
    </RecordForm>
  )
}

async function run(act: TwoStepAct, json: z.infer<typeof passwordInput>): Promise<Stage> {
  const twoStep = api.account['two-step']
  if (act === 'setUp') return { is: 'setUp', setUp: await answer(twoStep['set-up'].$put({ json })) }
  if (act === 'renew') {
    const { recoveryCodes } = await answer(twoStep['recovery-codes'].$put({ json }))
    return { is: 'codes', codes: recoveryCodes }
  }
  await answer(twoStep.removal.$put({ json }))
  return { is: 'off' }
}
