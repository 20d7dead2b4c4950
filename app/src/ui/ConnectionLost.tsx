import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './connection-lost.module.css'
import { isConnectionLost, watchConnection } from './live.ts'
import { StatusWord } from './StatusWord.tsx'

/** Says that what is shown may be old, for as long as the server is away. */
export function ConnectionLost() {
  const { t } = useTranslation('ui')
  const lost = useSyncExternalStore(watchConnection, isConnectionLost)
  // The region is always in the page, so that what enters it is read out.
  return (
    <div role="status" className={classes.region}>
      {lost ? (
        <div className={classes.line}>
          <StatusWord tone="warning">{t('connectionLost')}</StatusWord>
        </div>
      ) : null}
    </div>
  )
}
