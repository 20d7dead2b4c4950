import { Switch } from '@mantine/core'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { AdminTabs } from '../../ui/AdminTabs.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { NoPermission } from '../../ui/NoPermission.tsx'
import { Page } from '../../ui/Page.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Section } from '../../ui/Section.tsx'
import { showToast } from '../../ui/toast.tsx'
import { CompanySignIn } from '../company-sign-in/CompanySignIn.tsx'
import { FailedMails } from './FailedMails.tsx'
import classes from './sign-in-rules.module.css'

/** Admin > Sign-in: what everybody who works here must do to get in, and what could not be mailed. */
export function SignInRulesPage() {
  const { t } = useTranslation('sign-in-rules')
  const mayManage = hasRole(useSession(), 'administrator')
  return (
    <Page title={t('title')} crumbs={[t('admin')]} subtitle={t('lead')} tabs={mayManage ? <AdminTabs /> : null}>
      {mayManage ? (
        <div className={classes.sections}>
          <Section title={t('twoStep.title')}>
            <TwoStepRule />
          </Section>
          <CompanySignIn />
          <Section title={t('mail.title')}>
            <FailedMails />
          </Section>
        </div>
      ) : (
        <NoPermission title={t('noPermission')} />
      )}
    </Page>
  )
}

const rulesQuery = queryOptions({ queryKey: ['sign-in-rules'], queryFn: () => answer(api['sign-in-rules'].$get()) })

function TwoStepRule() {
  const { t } = useTranslation('sign-in-rules')
  const query = useQuery(rulesQuery)
  const wordProblem = useProblemWords()
  const change = useMutation({
    mutationFn: (twoStepRequired: boolean) => answer(api['sign-in-rules'].$put({ json: { twoStepRequired } })),
    onSuccess: rules => {
      queryClient.setQueryData(rulesQuery.queryKey, rules)
      showToast({ message: t('ui:saved') })
    },
  })
  return (
    <Loaded query={query} failed={t('failed')}>
      {({ twoStepRequired }) => (
        <div className={classes.rule}>
          <Switch
            label={t('twoStep.required')}
            description={t('twoStep.hint')}
            checked={twoStepRequired}
            disabled={change.isPending}
            onChange={event => change.mutate(event.currentTarget.checked)}
          />
          {change.error ? (
            <p role="alert" className={classes.problem}>
              {wordProblem(change.error)}
            </p>
          ) : null}
        </div>
      )}
    </Loaded>
  )
}
