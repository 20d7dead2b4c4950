import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { LinkLikeButton } from '../../ui/links.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { showToast } from '../../ui/toast.tsx'
import classes from './sign-in-rules.module.css'

export function ResetTwoStep({ userId, name }: { userId: string; name: string }) {
  const { t } = useTranslation('sign-in-rules')
  const wordProblem = useProblemWords()
  const reset = useMutation({
    mutationFn: () => answer(api.users[':id']['two-step-resets'].$post({ param: { id: userId } })),
    onSuccess: () => showToast({ message: t('twoStepReset.done', { name }) }),
    onError: error => showToast({ message: wordProblem(error) }),
  })
  return (
    <p className={classes.reset}>
      <LinkLikeButton disabled={reset.isPending} onClick={() => reset.mutate()}>
        {t('twoStepReset.do')}
      </LinkLikeButton>{' '}
      {t('twoStepReset.hint')}
    </p>
  )
}
