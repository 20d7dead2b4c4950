import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { resetRequest } from './password.shapes.ts'
import { SignInFrame } from './SignInFrame.tsx'
import classes from './sign-in-form.module.css'

export function ForgotPasswordPage() {
  const { t } = useTranslation('session')
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const form = useFormState({
    values: { email: '' },
    check: resetRequest,
    save: async values => {
      await answer(api['sign-in']['password-resets'].$post({ json: values }))
      return values.email.trim()
    },
    onSaved: setAskedFor,
  })
  if (askedFor !== null) {
    return (
      <SignInFrame title={t('password.sentTitle')}>
        <p role="status" className={classes.result}>
          {t('password.sent', { email: askedFor })}
        </p>
        <BackToSignIn />
      </SignInFrame>
    )
  }
  return (
    <SignInFrame title={t('password.forgotTitle')} lead={t('password.forgotLead')}>
      <RecordForm form={form} name={t('password.forgotTitle')} labels={{ email: t('signIn.email') }}>
        <TextInput
          {...form.text('email')}
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          autoFocus
          size="sm"
        />
        <Button type="submit" loading={form.saving} fullWidth className={classes.submit ?? ''}>
          {t('password.send')}
        </Button>
      </RecordForm>
      <BackToSignIn />
    </SignInFrame>
  )
}

export function BackToSignIn() {
  const { t } = useTranslation('session')
  return (
    <p className={classes.below}>
      <Link to="/sign-in">{t('password.back')}</Link>
    </p>
  )
}
