import { useTranslation } from 'react-i18next'
import { useSession } from '../../platform/auth/use-session.tsx'
import { Time } from '../../ui/Time.tsx'
import type { Origin } from './candidates.shapes.ts'
import { OriginTag } from './OriginTag.tsx'
import classes from './origin.module.css'

/** Where a value came from, and when: whoever doubts it knows whom to ask. */
export function OriginWords({ origin }: { origin: Origin | undefined }) {
  const { t } = useTranslation('candidates')
  const { user } = useSession()
  if (!origin) return null
  if (origin.kind === 'linkedin') return <OriginTag origin={origin} />
  const isOwn = origin.kind === 'user' && origin.by === user.id
  return (
    <span className={classes.words}>
      {t(isOwn ? 'origin.you' : `origin.${origin.kind}`)}, <Time at={origin.at} as="day" />
    </span>
  )
}
