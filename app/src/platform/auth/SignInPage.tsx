import { Button, PasswordInput, TextInput } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { LanguageChoice } from '../../ui/LanguageChoice.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { DemoPeople } from './DemoPeople.tsx'
import classes from './sign-in-page.module.css'
import { sessionQuery } from './use-session.tsx'

const signInPageQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: () => answer(api['sign-in'].$get()),
  retry: false,
})

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('session')
  const page = useQuery(signInPageQuery)
  const form = useSignInForm()
  const submit = useRef<HTMLButtonElement>(null)
  return (
    <div className={classes.page}>
      <title>{t('ui:pageTitle', { title: t('signIn.title') })}</title>
      <header className={classes.brand}>
        <Mark size={20} />
        <span>Lodestone</span>
        <LanguageChoice />
      </header>
      <main className={classes.main}>
        <h1 className={classes.title}>{t('signIn.title')}</h1>
        <p className={classes.lead}>{t('signIn.lead')}</p>
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
      </main>
    </div>
  )
}

function useSignInForm() {
  const { t } = useTranslation('session')
  const router = useRouter()
  const { to } = route.useSearch()
  return useFormState({
    values: { email: '', password: '' },
    check: {
      safeParse: values => ({ success: true, error: { issues: missingParts(values, t('ui:field.required')) } }),
    },
    save: values => answer(api['sign-in'].$post({ json: values })),
    onSaved: session => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      router.history.push(isOwnAddress(to) ? to : '/')
    },
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
