import { Button, PasswordInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { BackToSignIn } from '../../platform/auth/ForgotPasswordPage.tsx'
import { SignInFrame } from '../../platform/auth/SignInFrame.tsx'
import { useFormState } from '../../ui/form-state.ts'
import { Loading } from '../../ui/Loading.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import type { Invitation } from './invitations.shapes.ts'
import { acceptance } from './invitations.shapes.ts'
import classes from './users.module.css'

/** Behind the link of an invitation; its token stands behind the #. */
export function InvitationPage() {
  const { t } = useTranslation('users')
  const wordProblem = useProblemWords()
  const [token] = useState(() => window.location.hash.slice(1))
  const query = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answer(api.invitations.readings.$post({ json: { token } })),
    // Once accepted it is gone, which would take the page away from its reader.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (query.data) return <Accept token={token} invitation={query.data} />
  return (
    <SignInFrame title={t('invitation.title')} lead={query.error ? wordProblem(query.error) : t('invitation.loading')}>
      {query.error ? <BackToSignIn /> : <Loading rows={2} />}
    </SignInFrame>
  )
}

function Accept({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t } = useTranslation('users')
  const { company, instanceName: instance, email, needsPassword } = invitation
  const [joined, setJoined] = useState(false)
  const form = useFormState({
    values: { password: '' },
    ...(needsPassword ? { check: acceptance.pick({ password: true }) } : {}),
    save: ({ password }) =>
      answer(api.invitations.acceptances.$post({ json: { token, ...(needsPassword ? { password } : {}) } })),
    onSaved: () => setJoined(true),
  })
  if (joined) {
    return (
      <SignInFrame title={t('invitation.title')}>
        <p role="status">{t('invitation.joined', { instance })}</p>
        <BackToSignIn />
      </SignInFrame>
    )
  }
  return (
    <SignInFrame title={t('invitation.title')} lead={t('invitation.lead', { company, instance })}>
      <RecordForm form={form} name={t('invitation.title')} labels={{ password: t('invitation.choose') }}>
        <p className={classes.hint}>
          {t('invitation.address')} <strong>{email}</strong>
        </p>
        {needsPassword ? (
          <PasswordInput
            {...form.text('password')}
            label={t('invitation.choose')}
            description={t('session:password.hint')}
            autoComplete="new-password"
            autoFocus
            size="sm"
            visibilityToggleButtonProps={{ 'aria-label': t('session:signIn.showPassword') }}
          />
        ) : (
          <p className={classes.hint}>{t('invitation.known', { instance })}</p>
        )}
        <Button type="submit" loading={form.saving} fullWidth>
          {t('invitation.join')}
        </Button>
      </RecordForm>
    </SignInFrame>
  )
}
