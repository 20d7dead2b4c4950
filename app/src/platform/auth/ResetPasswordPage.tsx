import { Button, PasswordInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { BackToSignIn } from './ForgotPasswordPage.tsx'
import { linkToken, resetPasswordInput } from './password.shapes.ts'
import { SignInFrame } from './SignInFrame.tsx'
import classes from './sign-in-form.module.css'

/** Behind the link of a mail; its token stands behind the #. */
export function ResetPasswordPage() {
  const { t } = useTranslation('session')
  const [token] = useState(() => window.location.hash.slice(1))
  const [done, setDone] = useState(false)
  const form = useFormState({
    values: { password: '' },
    check: resetPasswordInput.omit({ token: true }),
    save: values => answer(api['sign-in'].passwords.$post({ json: { ...values, token } })),
    onSaved: () => setDone(true),
  })
  if (done) {
    return (
      <SignInFrame title={t('password.resetTitle')}>
        <p role="status" className={classes.result}>
          {t('password.done')}
        </p>
        <BackToSignIn />
      </SignInFrame>
    )
  }
  if (!linkToken.safeParse(token).success) {
    return (
      <SignInFrame title={t('password.resetTitle')} lead={t('problems:link.gone')}>
        <Link to="/forgot-password">{t('password.send')}</Link>
      </SignInFrame>
    )
  }
  return (
    <SignInFrame title={t('password.resetTitle')} lead={t('password.resetLead')}>
      <RecordForm form={form} name={t('password.resetTitle')} labels={{ password: t('password.new') }}>
        <PasswordInput
          {...form.text('password')}
          label={t('password.new')}
          description={t('password.hint')}
          autoComplete="new-password"
          autoFocus
          size="sm"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        <Button type="submit" loading={form.saving} fullWidth className={classes.submit ?? ''}>
          {t('password.set')}
        </Button>
      </RecordForm>
    </SignInFrame>
  )
}
