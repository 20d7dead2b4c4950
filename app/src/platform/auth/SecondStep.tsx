import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SetUpTwoStep } from './SetUpTwoStep.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import classes from './sign-in-form.module.css'
import { codeInput } from './two-step.shapes.ts'

interface SecondStepProps {
  next: 'code' | 'setUp'
  onSignedIn: () => void
  onBack: () => void
}

/** After the right password. */
export function SecondStep({ next, onSignedIn, onBack }: SecondStepProps) {
  const { t } = useTranslation('session')
  return (
    <SignInFrame
      title={t(next === 'code' ? 'twoStep.enterTitle' : 'twoStep.setUp')}
      lead={t(next === 'code' ? 'twoStep.enterLead' : 'twoStep.mustLead')}
    >
      {next === 'code' ? <EnterCode onSignedIn={onSignedIn} /> : <MustSetUp onSignedIn={onSignedIn} />}
      <p className={classes.below}>
        <button type="button" className={classes.back} onClick={onBack}>
          {t('password.back')}
        </button>
      </p>
    </SignInFrame>
  )
}

function EnterCode({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('session')
  const form = useFormState({
    values: { code: '' },
    check: codeInput,
    save: values => answer(api['sign-in'].codes.$post({ json: values })),
    onSaved: onSignedIn,
  })
  return (
    <RecordForm form={form} name={t('twoStep.enterTitle')} labels={{ code: t('twoStep.code') }}>
      <TextInput
        {...form.text('code')}
        label={t('twoStep.code')}
        description={t('twoStep.orRecovery')}
        autoComplete="one-time-code"
        autoFocus
        size="sm"
      />
      <Button type="submit" loading={form.saving} fullWidth className={classes.submit ?? ''}>
        {t('signIn.submit')}
      </Button>
    </RecordForm>
  )
}

function MustSetUp({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('session')
  const [codes, setCodes] = useState<string[] | null>(null)
  const query = useQuery({
    queryKey: ['sign-in-set-up'],
    queryFn: () => answer(api['sign-in']['two-step']['set-ups'].$post()),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (codes) return <RecoveryCodes codes={codes} onDone={onSignedIn} />
  return (
    <Loaded query={query} failed={t('twoStep.failed')}>
      {setUp => (
        <SetUpTwoStep
          setUp={setUp}
          confirm={json => answer(api['sign-in']['two-step'].$post({ json }))}
          onCodes={setCodes}
        />
      )}
    </Loaded>
  )
}
