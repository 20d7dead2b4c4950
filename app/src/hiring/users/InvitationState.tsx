import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { LinkLikeButton } from '../../ui/links.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './users.module.css'
import type { User } from './users.shapes.ts'

interface InvitationStateProps {
  user: User
  invitation: NonNullable<User['invitation']>
}

/** How far the invitation of somebody who has not joined yet has come. */
export function InvitationState({ user, invitation }: InvitationStateProps) {
  const { t, i18n } = useTranslation('users')
  const wordProblem = useProblemWords()
  const language = i18n.language === 'nl' ? 'nl' : 'en'
  const again = useMutation({
    mutationFn: () => answer(api.users[':id'].invitations.$post({ param: { id: user.id }, json: { language } })),
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: ['users'] })
      showToast({ message: t('invitation.asked') })
    },
    onError: error => showToast({ message: wordProblem(error) }),
  })
  const { state, reason } = invitation
  const word = state === 'waiting' && reason !== null ? 'late' : state
  return (
    <div className={classes.invitation}>
      <StatusWord tone={word === 'failed' ? 'bad' : 'waiting'}>
        {t(`invitation.${word}`, { reason: reason ?? '' })}
      </StatusWord>
      <LinkLikeButton disabled={again.isPending} onClick={() => again.mutate()}>
        {t('invitation.again')}
      </LinkLikeButton>
    </div>
  )
}
