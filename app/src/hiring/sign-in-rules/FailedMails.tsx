import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { LinkLikeButton } from '../../ui/links.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Time } from '../../ui/Time.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './sign-in-rules.module.css'

const failedMailsQuery = queryOptions({ queryKey: ['failed-mails'], queryFn: () => answer(api['failed-mails'].$get()) })

export function FailedMails() {
  const { t } = useTranslation('sign-in-rules')
  const wordProblem = useProblemWords()
  const query = useQuery(failedMailsQuery)
  const again = useMutation({
    mutationFn: (id: string) => answer(api['failed-mails'][':id'].attempts.$post({ param: { id } })),
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: failedMailsQuery.queryKey })
      showToast({ message: t('mail.asked') })
    },
    onError: error => showToast({ message: wordProblem(error) }),
  })
  return (
    <Loaded query={query} failed={t('mail.failed')}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyState title={t('mail.emptyTitle')} why={t('mail.emptyWhy')} />
        ) : (
          <ul className="plain-list">
            {data.map(mail => (
              <li key={mail.id} className={classes.mail}>
                <span>
                  {t('mail.line', { person: mail.person, kind: t(`mail.kinds.${mail.kind}`) })}{' '}
                  <Time at={mail.askedAt} />
                </span>
                <span className={classes.reason}>{mail.reason}</span>
                <LinkLikeButton disabled={again.isPending} onClick={() => again.mutate(mail.id)}>
                  {t('mail.again')}
                </LinkLikeButton>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
