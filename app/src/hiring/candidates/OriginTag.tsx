import { useTranslation } from 'react-i18next'
import { Time } from '../../ui/Time.tsx'
import type { Origin } from './candidates.shapes.ts'
import classes from './origin.module.css'

/** Beside a value that LinkedIn gave: that it did, and how old it is. Other values need no mark. */
export function OriginTag({ origin }: { origin: Origin | undefined }) {
  const { t } = useTranslation('candidates')
  if (origin?.kind !== 'linkedin') return null
  return (
    <span className={classes.origin}>
      <span className={classes.tag}>{t('origin.linkedin')}</span> <Time at={origin.at} as="age" />
    </span>
  )
}
