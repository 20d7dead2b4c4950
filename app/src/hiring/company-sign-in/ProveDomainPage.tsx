import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { AdminPage } from '../../platform/auth/AdminPage.tsx'
import { useSession } from '../../platform/auth/use-session.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import classes from './company-sign-in.module.css'
import { companySignInQuery } from './company-sign-in-query.tsx'

/** Behind the link of the mail; its token stands behind the #. */
export function ProveDomainPage() {
  const { t } = useTranslation('company-sign-in')
  return (
    <AdminPage title={t('prove.title')} subtitle={t('prove.lead')} noPermission={t('noPermission')}>
      <Prove />
    </AdminPage>
  )
}

function Prove() {
  const { t } = useTranslation('company-sign-in')
  const { instance, user } = useSession()
  const wordProblem = useProblemWords()
  const [token] = useState(() => window.location.hash.slice(1))
  const prove = useMutation({
    mutationFn: () => answer(api['company-sign-in']['domain-proofs'].$post({ json: { token } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: companySignInQuery.queryKey }),
  })
  return (
    <div className={classes.prove}>
      {prove.data ? (
        <p role="status">{t('prove.done', { domain: prove.data.domain })}</p>
      ) : (
        <p>{t('prove.what', { company: instance.name, email: user.email })}</p>
      )}
      {prove.error ? (
        <p role="alert" className={classes.problem}>
          {wordProblem(prove.error)}
        </p>
      ) : null}
      <div className={classes.left}>
        {prove.data ? null : (
          <Button loading={prove.isPending} disabled={token === ''} onClick={() => prove.mutate()}>
            {t('prove.confirm')}
          </Button>
        )}
        <Link to="/admin/sign-in">{t('prove.back')}</Link>
      </div>
    </div>
  )
}
