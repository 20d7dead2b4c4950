import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { LinkLikeButton } from '../../ui/links.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Time } from '../../ui/Time.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './job-linkedin-facts.module.css'
import { jobInLinkedInQuery } from './job-linkedin-queries.tsx'
import type { JobInLinkedIn } from './one-click-export.shapes.ts'

interface RemindProps {
  jobId: string
  person: JobInLinkedIn['people'][number]
}

/** Asks a colleague to connect LinkedIn; after that, says when he was asked. */
export function Remind({ jobId, person }: RemindProps) {
  const { t } = useTranslation('job-linkedin-facts')
  const wordProblem = useProblemWords()
  const { userId, name } = person
  const remind = useMutation({
    mutationFn: () => answer(api.jobs[':id'].linkedin.reminders.$post({ param: { id: jobId }, json: { userId } })),
    onSuccess: () => showToast({ message: t('remind.done', { name }) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: jobInLinkedInQuery(jobId).queryKey }),
  })
  if (remind.error) {
    return (
      <span role="alert" className={classes.remindFailed}>
        {wordProblem(remind.error)}
      </span>
    )
  }
  if (person.canRemind) {
    return (
      <LinkLikeButton
        aria-label={t('remind.named', { name })}
        disabled={remind.isPending}
        onClick={() => remind.mutate()}
      >
        {t('remind.button')}
      </LinkLikeButton>
    )
  }
  if (!person.remindedAt || !person.why) return null
  return (
    <span className={classes.reminded}>
      {t('remind.already')} <Time at={person.remindedAt} as="age" />
    </span>
  )
}
