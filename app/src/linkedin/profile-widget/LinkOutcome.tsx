import { IconAlertTriangle } from '@tabler/icons-react'
import type { UseMutationResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../api.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import classes from './profile-widget.module.css'
import type { ProfileWidget } from './profile-widget.shapes.ts'

interface LinkOutcomeProps {
  link: UseMutationResult<ProfileWidget, Error, { personUrn: string; replaces: boolean }>
  failedUnlink: Error | null
}

/** When what was pressed in LinkedIn's window cannot simply be kept here: why, and what to do next. */
export function LinkOutcome({ link, failedUnlink }: LinkOutcomeProps) {
  const { t } = useTranslation('profile-widget')
  const wordProblem = useProblemWords()
  const error = link.error ?? failedUnlink
  if (!error) return null
  const { code, params } = error instanceof ProblemError ? error : { code: undefined, params: {} }
  if (code === 'linkedin.linkedToSomebodyElse' && link.variables) {
    return <Replace link={link} personUrn={link.variables.personUrn} />
  }
  return (
    <div role="alert" className={classes.trouble}>
      <p>
        <IconAlertTriangle size={15} className={classes.sign} aria-hidden /> {wordProblem(error)}
      </p>
      {code === 'linkedin.personHeld' ? (
        <p>
          <Link
            to="/candidates/$candidateId"
            params={{ candidateId: String(params.candidateId) }}
            search={{ tab: 'linkedin' }}
          >
            {t('outcome.open', { name: params.name })}
          </Link>
        </p>
      ) : null}
      <p>{t('outcome.there')}</p>
    </div>
  )
}

/** Another profile was linked there than the one that is kept here. Nothing is replaced without a yes. */
function Replace({ link, personUrn }: { link: LinkOutcomeProps['link']; personUrn: string }) {
  const { t } = useTranslation('profile-widget')
  const [isAsking, setIsAsking] = useState(true)
  return (
    <>
      <p role="alert" className={classes.trouble}>
        <IconAlertTriangle size={15} className={classes.sign} aria-hidden /> {t('replace.kept')}
      </p>
      {isAsking ? (
        <ConfirmDialog
          title={t('replace.title')}
          confirm={t('replace.confirm')}
          doing={{
            error: null,
            isPending: link.isPending,
            mutate: () => link.mutate({ personUrn, replaces: true }),
          }}
          onClose={() => setIsAsking(false)}
        >
          {t('replace.what')}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
