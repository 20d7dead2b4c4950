import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkLikeButton } from '../../ui/links.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './job-linkedin-facts.module.css'
import type { JobInLinkedIn } from './one-click-export.shapes.ts'

/** Does LinkedIn show this job in the export box? A no says why. */
export function VisibleInLinkedIn({ there }: { there: JobInLinkedIn }) {
  const { t } = useTranslation('job-linkedin-facts')
  if (there.visible) {
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
  const isBad = there.whyNot === 'refused'
  const Icon = isBad ? IconAlertTriangle : IconEyeOff
  return (
    <>
      <Icon size={15} aria-hidden className={classes.icon ?? ''} data-bad={isBad || undefined} />
      <span>
        <span className={classes.listed}>{t('visible.no')}</span>
        <span className={classes.sentence}>{t('visible.noSentence')}</span>
        {there.whyNot ? <span className={classes.reason}> · {t(`visible.whyNot.${there.whyNot}`)}</span> : null}
      </span>
      {there.refusal ? <WhatLinkedInSaid refusal={there.refusal} /> : null}
    </>
  )
}

function WhatLinkedInSaid({ refusal }: { refusal: string }) {
  const { t } = useTranslation('job-linkedin-facts')
  return (
    <Popover width={320} position="bottom-end">
      <Popover.Target>
        <LinkLikeButton>{t('visible.whatLinkedInSaid')}</LinkLikeButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('visible.whatLinkedInSaid')}>
        <p className={classes.said}>{refusal}</p>
      </Popover.Dropdown>
    </Popover>
  )
}
