import { IconAlertTriangle } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkLikeButton } from '../../ui/links.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { PluginFrame } from '../plugin-frame/PluginFrame.tsx'
import classes from './set-up.module.css'
import { requestedKeys } from './set-up.shapes.ts'
import { useRequest, useSignIn } from './set-up-query.tsx'

/**
 * LinkedIn's own configuration plugin. What it tells is passed to the server, which asks LinkedIn. After news of the state it
 * is loaded again.
 */
export function LinkedInPlugin({ state }: { state: string }) {
  const { t } = useTranslation('set-up')
  const request = useRequest()
  const signIn = useSignIn()
  const wordProblem = useProblemWords()
  const { mutate } = request
  const onCall = useCallback(
    (_callback: string, argument: unknown) => {
      const requested = requestedKeys.safeParse({ keys: Array.isArray(argument) ? argument : [argument] })
      if (requested.success) mutate(requested.data)
    },
    [mutate],
  )
  return (
    <div className={classes.plugin}>
      {request.isPending ? <p role="status">{t('plugin.telling')}</p> : null}
      {request.error ? (
        <p role="alert" className={classes.problem}>
          {wordProblem(request.error)}
        </p>
      ) : null}
      <PluginFrame
        path="/linkedin/set-up/plugin"
        title={t('plugin.title')}
        firstHeight={320}
        tallest={1_200}
        state={state}
        onCall={onCall}
        instead={(trouble, loadAgain) => (
          <div role="alert" className={classes.trouble}>
            <p>
              <IconAlertTriangle size={15} aria-hidden /> {t(`plugin.${trouble}`)}
            </p>
            <LinkLikeButton onClick={loadAgain}>{t('plugin.again')}</LinkLikeButton>
          </div>
        )}
      />
      <p className={classes.hint}>
        {t('plugin.signedOut')}{' '}
        <LinkLikeButton disabled={signIn.isPending} onClick={() => signIn.mutate()}>
          {t('plugin.signIn')}
        </LinkLikeButton>
      </p>
    </div>
  )
}
