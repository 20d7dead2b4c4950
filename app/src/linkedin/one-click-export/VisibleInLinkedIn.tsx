import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
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
      <span className={classes.listed}>{t('visible.no')}</span>
      <span className={classes.sentence}>{t('visible.noSentence')}</span>
      <Reason there={there} />
    </>
  )
}

function Reason({ there }: { there: JobInLinkedIn }) {
  const { t } = useTranslation('job-linkedin-facts')
  if (!there.whyNot) return null
  const words = <span className={classes.quiet}>· {t(`visible.whyNot.${there.whyNot}`)}</span>
  if (!there.refusal) return words
  return (
    <>
      {words}
      <Tooltip label={there.refusal} multiline maw={360}>
        <button type="button" className={classes.why} aria-label={t('visible.refusal', { refusal: there.refusal })}>
          {t('visible.whatLinkedInSaid')}
        </button>
      </Tooltip>
    </>
  )
}
