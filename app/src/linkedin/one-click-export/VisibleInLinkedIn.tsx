import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../hiring/jobs/jobs.shapes.ts'
import { LinkLikeButton } from '../../ui/links.tsx'
import { Time } from '../../ui/Time.tsx'
import type { Delivery } from '../delivery/delivery-reason.shapes.ts'
import { WhyNotAccepted } from '../delivery/WhyNotAccepted.tsx'
import classes from './job-linkedin-facts.module.css'
import type { JobInLinkedIn } from './one-click-export.shapes.ts'

interface VisibleInLinkedInProps {
  job: Job
  there: JobInLinkedIn
}

/** Does LinkedIn show this job in the export box, and as it is here? A no says why. */
export function VisibleInLinkedIn({ job, there }: VisibleInLinkedInProps) {
  if (!there.visible) return <NotVisible job={job} there={there} />
  if (hasOldVersion(there)) return <OlderVersion job={job} delivery={there.delivery} />
  return <Visible there={there} />
}

/** An older version that LinkedIn will not replace at once. A change on its way needs no alarm. */
export function hasOldVersion(there: JobInLinkedIn): there is JobInLinkedIn & { delivery: Delivery } {
  const { visible, delivery } = there
  return visible && delivery?.isOlder === true && delivery.reason !== null
}

function Visible({ there }: { there: JobInLinkedIn }) {
  const { t } = useTranslation('job-linkedin-facts')
  return (
    <>
      <IconEye size={15} aria-hidden className={classes.icon ?? ''} />
      <span className={classes.word}>{t('visible.yes')}</span>
      {there.lastSyncAt ? (
        <span className={classes.quiet}>
          · {t('visible.lastSync')} <Time at={there.lastSyncAt} />
        </span>
      ) : null}
    </>
  )
}

function OlderVersion({ job, delivery }: { job: Job; delivery: Delivery }) {
  const { t } = useTranslation('job-linkedin-facts')
  return (
    <>
      <IconAlertTriangle size={15} aria-hidden className={classes.icon ?? ''} data-bad />
      <span>
        <span className={classes.listed}>{t('visible.older')}</span>
        <span className={classes.sentence}>{t('visible.olderSentence')}</span>
      </span>
      <Why job={job} delivery={delivery} />
    </>
  )
}

function NotVisible({ job, there }: VisibleInLinkedInProps) {
  const { t } = useTranslation('job-linkedin-facts')
  const isBad = there.whyNot === 'refused'
  const Icon = isBad ? IconAlertTriangle : IconEyeOff
  const isAboutDelivery = isBad || there.whyNot === 'waiting'
  return (
    <>
      <Icon size={15} aria-hidden className={classes.icon ?? ''} data-bad={isBad || undefined} />
      <span>
        <span className={classes.listed}>{t('visible.no')}</span>
        <span className={classes.sentence}>{t('visible.noSentence')}</span>
        {there.whyNot ? <span className={classes.reason}> · {t(`visible.whyNot.${there.whyNot}`)}</span> : null}
      </span>
      {isAboutDelivery && there.delivery?.reason ? <Why job={job} delivery={there.delivery} /> : null}
    </>
  )
}

function Why({ job, delivery }: { job: Job; delivery: Delivery }) {
  const { t } = useTranslation('job-linkedin-facts')
  const [opened, setOpened] = useState(false)
  // Whoever goes to the field keeps the focus there.
  const [isLeaving, setLeaving] = useState(false)
  function open(next: boolean): void {
    setLeaving(false)
    setOpened(next)
  }
  function leave(): void {
    setLeaving(true)
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={open} width={320} position="bottom-end" trapFocus returnFocus={!isLeaving}>
      <Popover.Target>
        <LinkLikeButton onClick={() => open(!opened)}>{t('visible.why')}</LinkLikeButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('visible.why')}>
        <WhyNotAccepted job={job} delivery={delivery} onLeave={leave} />
      </Popover.Dropdown>
    </Popover>
  )
}
