import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { findLanguage } from '../../ui/i18n/i18n.ts'
import { LinkLikeButton } from '../../ui/links.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './company-sign-in.module.css'
import type { CompanySignIn } from './company-sign-in.shapes.ts'
import { companySignInQuery } from './company-sign-in-query.tsx'

/** For which addresses the company vouches: each domain is proved by the mailbox of an administrator. */
export function CompanyDomains({ domains, ownDomain }: Pick<CompanySignIn, 'domains' | 'ownDomain'>) {
  const { t } = useTranslation('company-sign-in')
  const ask = useAsk()
  const remove = useRemove()
  const isProved = domains.some(one => one.domain === ownDomain && one.state === 'proved')
  return (
    <div className={classes.part}>
      <p className={classes.hint}>{t('domains.hint')}</p>
      {domains.length === 0 ? <EmptyState title={t('domains.emptyTitle')} why={t('domains.emptyWhy')} /> : null}
      <ul className="plain-list">
        {domains.map(({ domain, state, askedOf }) => (
          <li key={domain} className={classes.domain}>
            <span className={classes.name}>{domain}</span>
            <StatusWord tone={state === 'proved' ? 'ok' : 'waiting'}>
              {state === 'proved' ? t('domains.proved') : t('domains.asked', { email: askedOf })}
            </StatusWord>
            <LinkLikeButton
              disabled={remove.isPending}
              aria-label={t('domains.removeNamed', { domain })}
              onClick={() => remove.mutate(domain)}
            >
              {t('domains.remove')}
            </LinkLikeButton>
          </li>
        ))}
      </ul>
      {ownDomain !== null && !isProved ? (
        <p className={classes.remove}>
          <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate(ownDomain)}>
            {t('domains.ask', { domain: ownDomain })}
          </Button>
        </p>
      ) : null}
      {ownDomain === null ? <p className={classes.hint}>{t('domains.publicMailbox')}</p> : null}
    </div>
  )
}

function useAsk() {
  const { t } = useTranslation('company-sign-in')
  const wordProblem = useProblemWords()
  return useMutation({
    mutationFn: (domain: string) =>
      answer(api['company-sign-in'].domains.$post({ json: { domain, language: findLanguage() } })),
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: companySignInQuery.queryKey })
      showToast({ message: t('domains.mailed') })
    },
    onError: error => showToast({ message: wordProblem(error) }),
  })
}

function useRemove() {
  const { t } = useTranslation('company-sign-in')
  const wordProblem = useProblemWords()
  return useMutation({
    mutationFn: (domain: string) => answer(api['company-sign-in'].domains[':domain'].$delete({ param: { domain } })),
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: companySignInQuery.queryKey })
      showToast({ message: t('domains.removed') })
    },
    onError: error => showToast({ message: wordProblem(error) }),
  })
}
