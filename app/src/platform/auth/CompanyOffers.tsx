import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { findLanguage } from '../../ui/i18n/i18n.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import classes from './sign-in-form.module.css'

const TYPED_MS = 300

/** The companies that vouch for the domain that is typed. Only the domain is asked about, never the person. */
export function CompanyOffers({ email, to }: { email: string; to: string | undefined }) {
  const { t } = useTranslation('session')
  const wordProblem = useProblemWords()
  const [domain] = useDebouncedValue(domainIn(email), TYPED_MS)
  const query = useQuery({
    queryKey: ['sign-in-companies', domain],
    queryFn: () => answer(api['sign-in'].companies.$get({ query: { domain } })),
    enabled: domain !== '',
    retry: false,
  })
  const leave = useMutation({
    mutationFn: (id: string) =>
      answer(
        api['sign-in']['company-trips'].$post({
          json: { id, email: email.trim(), language: findLanguage(), ...(to === undefined ? {} : { to }) },
        }),
      ),
    onSuccess: ({ authorizeUrl }) => window.location.assign(authorizeUrl),
  })
  const companies = domain === '' ? [] : (query.data?.data ?? [])
  if (companies.length === 0) return null
  const names = companies.map(company => company.name)
  return (
    <div className={classes.companies}>
      <p role="status" className={classes.offer}>
        {t('company.offer', { domain })}
      </p>
      {companies.map(({ id, name, instanceName }) => (
        <Button
          key={id}
          variant="default"
          fullWidth
          loading={leave.isPending && leave.variables === id}
          onClick={() => leave.mutate(id)}
        >
          {/* Two instances of one company are told apart by their own names. */}
          {t('company.go', { name: names.indexOf(name) === names.lastIndexOf(name) ? name : instanceName })}
        </Button>
      ))}
      {leave.error ? (
        <p role="alert" className={classes.problem}>
          {wordProblem(leave.error)}
        </p>
      ) : null}
      <p className={classes.offer}>{t('company.or')}</p>
    </div>
  )
}

function domainIn(email: string): string {
  return /@(([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9])\s*$/.exec(email.toLowerCase())?.[1] ?? ''
}
