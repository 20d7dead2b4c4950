import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from './ErrorState.tsx'
import { Loading } from './Loading.tsx'
import { LinkLikeButton } from './links.tsx'
import { StatusWord } from './StatusWord.tsx'
import classes from './states.module.css'
import { Time } from './Time.tsx'

interface LoadedProps<T> {
  query: UseQueryResult<T>
  /** What to say when it fails: "The jobs could not be loaded." */
  failed: string
  loading?: ReactNode
  children: (data: T) => ReactNode
}

/** The states of one query: loading, error with Retry, old data with its age when refreshing failed, or the data. */
export function Loaded<T>({ query, failed, loading, children }: LoadedProps<T>) {
  const { t } = useTranslation('ui')
  if (query.data === undefined) {
    if (query.error) return <ErrorState title={failed} error={query.error} onRetry={() => query.refetch()} />
    return loading ?? <Loading />
  }
  return (
    <>
      {query.error ? (
        <div className={classes.stale} role="status">
          <StatusWord tone="warning">{t('state.stale')}</StatusWord>
          <span>
            {t('state.lastLoaded')} <Time at={new Date(query.dataUpdatedAt).toISOString()} as="age" />
          </span>
          <LinkLikeButton onClick={() => query.refetch()}>{t('state.retry')}</LinkLikeButton>
        </div>
      ) : null}
      {children(query.data)}
    </>
  )
}
