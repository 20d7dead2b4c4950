import { useTranslation } from 'react-i18next'
import type { Job } from '../../hiring/jobs/jobs.shapes.ts'
import { AddressLink } from '../../ui/links.tsx'
import { Time } from '../../ui/Time.tsx'
import type { Delivery, DeliveryReason } from './delivery-reason.shapes.ts'
import { SHORTEST_DESCRIPTION } from './job-limits.shapes.ts'
import classes from './why-not-accepted.module.css'

interface WhyNotAcceptedProps {
  job: Pick<Job, 'id' | 'permissions'>
  delivery: Delivery
  /** The reader goes to the field that is to be mended. */
  onLeave: () => void
}

/** Why LinkedIn does not hold a job as it is here, what to do about it, and when it is tried again. */
export function WhyNotAccepted({ job, delivery, onLeave }: WhyNotAcceptedProps) {
  const { t } = useTranslation('delivery')
  const { reason, nextTryAt, isOlder, state } = delivery
  return (
    <div className={classes.why}>
      {isOlder ? <h2>{t('why.older')}</h2> : null}
      <p>{reason ? <Cause reason={reason} /> : t('why.sending')}</p>
      {reason?.words ? <LinkedInsWords words={reason.words} /> : null}
      {reason ? <p>{t(`why.advice.${adviceFor(reason)}`)}</p> : null}
      {reason?.field && job.permissions.edit ? (
        <p>
          <AddressLink href={`/jobs/${job.id}/details#${reason.field}`} onClick={onLeave}>
            {t(`why.mend.${reason.field}`)}
          </AddressLink>
        </p>
      ) : null}
      {nextTryAt && state === 'waiting' ? (
        <p className={classes.next}>
          {t('why.nextTry')} <Time at={nextTryAt} />
        </p>
      ) : null}
    </div>
  )
}

interface CauseProps {
  reason: DeliveryReason
  about?: 'job' | 'candidate'
}

export function Cause({ reason, about = 'job' }: CauseProps) {
  const { t } = useTranslation('delivery')
  const cause = candidateCauses.find(one => one === reason.cause)
  if (about === 'candidate' && cause) return t(`why.candidateCause.${cause}`)
  return t(`why.cause.${reason.cause}`, { count: reason.count ?? 0, least: SHORTEST_DESCRIPTION })
}

const candidateCauses = [
  'fieldNotFit',
  'noAddress',
  'gateClosed',
  'refused',
  'failedThere',
  'unanswered',
  'noPermission',
  'parentMissing',
  'parentNotThere',
] as const

/** LinkedIn answers in English, whatever the reader's language. */
function LinkedInsWords({ words }: { words: string }) {
  const { t } = useTranslation('delivery')
  return (
    <p>
      {t('why.linkedInSays')}{' '}
      <q lang="en" className={classes.words}>
        {words}
      </q>
    </p>
  )
}

function adviceFor({ cause, field }: DeliveryReason) {
  switch (cause) {
    case 'descriptionTooShort':
    case 'descriptionTooLong':
    case 'fieldNotFit':
      return 'change'
    case 'refused':
      return field === 'location' ? 'location' : 'change'
    case 'noPermission':
      return 'permission'
    case 'remark':
      return 'remark'
    default:
      return 'byItself'
  }
}
