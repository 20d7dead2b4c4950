import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { CompanyOffers } from './CompanyOffers.tsx'
import { DemoPeople } from './DemoPeople.tsx'
import { SecondStep } from './SecondStep.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import classes from './sign-in-form.module.css'
import { signInPageQuery } from './sign-in-page-query.tsx'
import { type Session, sessionQuery } from './use-session.tsx'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('session')
  const page = useQuery(signInPageQuery)
  const goOn = useGoOn()
  const { to, company } = route.useSearch()
  const [next, setNext] = useState<'code' | 'setUp' | null>(null)
  const form = useSignInForm(goOn, setNext)
  const submit = useRef<HTMLButtonElement>(null)
  if (next) return <SecondStep next={next} onSignedIn={() => goOn()} onBack={() => setNext(null)} />
  return (
    <SignInFrame title={t('signIn.title')} lead={t('signIn.lead')}>
      {company ? (
        <p role="alert" className={classes.notice}>
          {t(`company.outcomes.${company}`, { defaultValue: t('company.outcomes.tooLate') })}
        </p>
      ) : null}
      <RecordForm
        form={form}
        name={t('signIn.title')}
        labels={{ email: t('signIn.email'), password: t('signIn.password') }}
      >
        <TextInput
          {...form.text('email')}
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          autoFocus
          size="sm"
        />
        <CompanyOffers email={form.values.email} to={to} />
        <PasswordInput
          {...form.text('password')}
          label={t('signIn.password')}
          autoComplete="current-password"
          size="sm"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        <Button ref={submit} type="submit" loading={form.saving} fullWidth className={classes.submit ?? ''}>
          {t('signIn.submit')}
        </Button>
      </RecordForm>
      {page.data?.mail ? (
        <p className={classes.below}>
          <Link to="/forgot-password">{t('signIn.forgot')}</Link>
        </p>
      ) : null}
      {page.data?.demo ? (
        <DemoPeople
          onChoose={(email, password) => {
            form.set('email', email)
            form.set('password', password)
            // One more press of a key and the person is in.
            submit.current?.focus()
          }}
        />
      ) : null}
    </SignInFrame>
  )
}

/** To where the person wanted to be, with the session that the server gave, or asks for. */
function useGoOn(): (session?: Session) => void {
  const router = useRouter()
  const { to } = route.useSearch()
  return session => {
    if (session) queryClient.setQueryData(sessionQuery.queryKey, session)
    else queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
    router.history.push(isOwnAddress(to) ? to : '/')
  }
}

function useSignInForm(goOn: (session: Session) => void, setNext: (next: 'code' | 'setUp') => void) {
  const { t } = useTranslation('session')
  return useFormState({
    values: { email: '', password: '' },
    check: {
      safeParse: values => ({ success: true, error: { issues: missingParts(values, t('ui:field.required')) } }),
    },
    save: values => answer(api['sign-in'].$post({ json: values })),
    onSaved: answered => ('next' in answered ? setNext(answered.next) : goOn(answered)),
  })
}

// The whole check is the server's; here only what needs no round trip.
function missingParts(values: unknown, message: string) {
  return Object.entries(values ?? {})
    .filter(([, value]) => value === '')
    .map(([field]) => ({ path: [field], code: 'required', message }))
}

// Only back to a page of ours: an address in a link may not lead elsewhere.
function isOwnAddress(to: string | undefined): to is string {
  return to?.startsWith('/') === true && !to.startsWith('//') && !to.startsWith('/\\')
}
