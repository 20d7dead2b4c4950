import { Button } from '@mantine/core'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { answer, api, queryClient } from '../../api.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './security-tab.module.css'
import type { sessionListEntry } from './session-list.shapes.ts'

const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: () => answer(api.account.sessions.$get()),
})

export function OwnSessions() {
  const { t } = useTranslation('session')
  const query = useQuery(ownSessionsQuery)
  const end = useEndSession()
  return (
    <Loaded query={query} failed={t('sessions.failed')}>
      {({ data }) => (
        <>
          <ul className="plain-list">
            {data.map(session => (
              <li key={session.id} className={classes.row}>
                <Device session={session} />
                {session.current ? (
                  <StatusWord tone="ok">{t('sessions.here')}</StatusWord>
                ) : (
                  <Button
                    variant="default"
                    aria-label={t('sessions.endNamed', { device: session.browser ?? t('sessions.unknown') })}
                    disabled={end.isPending}
                    onClick={() => end.mutate(session.id)}
                  >
                    {t('sessions.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {data.length > 1 ? (
            <div className={classes.row}>
              <span className={classes.quiet}>{t('sessions.othersHint')}</span>
              <Button variant="default" disabled={end.isPending} onClick={() => end.mutate(null)}>
                {t('sessions.endOthers')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </Loaded>
  )
}

function Device({ session }: { session: z.infer<typeof sessionListEntry> }) {
  const { t } = useTranslation('session')
  const { browser, system } = session
  return (
    <div className={classes.what}>
      <p className={classes.device}>
        {browser && system ? t('sessions.device', { browser, system }) : (browser ?? system ?? t('sessions.unknown'))}
      </p>
      <p className={classes.quiet}>
        {t('sessions.lastUsed')} <Time at={session.lastUsed} as="age" />
      </p>
    </div>
  )
}

/** One by its id, or all others. */
function useEndSession() {
  const { t } = useTranslation('session')
  const wordProblem = useProblemWords()
  return useMutation({
    mutationFn: (id: string | null) =>
      answer(id === null ? api.account.sessions.$delete() : api.account.sessions[':id'].$delete({ param: { id } })),
    onSuccess: () => showToast({ message: t('sessions.ended') }),
    onError: error => showToast({ message: wordProblem(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  })
}
