import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { LinkLikeButton } from '../../ui/links.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { showToast } from '../../ui/toast.tsx'
import classes from './company-sign-in.module.css'

export function ForgetCompanyAccount({ userId, name }: { userId: string; name: string }) {
  const { t } = useTranslation('company-sign-in')
  const wordProblem = useProblemWords()
  const forget = useMutation({
    mutationFn: () => answer(api.users[':id']['company-account'].$delete({ param: { id: userId } })),
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: ['users'] })
      showToast({ message: t('account.forgotten', { name }) })
    },
    onError: error => showToast({ message: wordProblem(error) }),
  })
  return (
    <p className={classes.hint}>
      <LinkLikeButton disabled={forget.isPending} onClick={() => forget.mutate()}>
        {t('account.forget')}
      </LinkLikeButton>{' '}
      {t('account.hint')}
    </p>
  )
}
