import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../hiring/jobs/jobs.shapes.ts'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { whyDescriptionNotTaken } from '../delivery/job-limits.shapes.ts'
import { Cause } from '../delivery/WhyNotAccepted.tsx'
import { jobInLinkedInQuery } from './job-linkedin-queries.tsx'

/** Before activation: will people be exported to this job, and if not, what is to be done first? */
export function ActivationInLinkedIn({ job }: { job: Job }) {
  const { t } = useTranslation(['job-linkedin-facts', 'delivery'])
  const { data } = useQuery(jobInLinkedInQuery(job.id))
  const refusal = whyDescriptionNotTaken(job.description)
  if (!data) return null
  if (data.level === 'off') return <StatusWord tone="off">{t('job-linkedin-facts:exporters.first.off')}</StatusWord>
  if (data.whyNot === 'prospectOff') {
    return <StatusWord tone="warning">{t('job-linkedin-facts:activation.prospectOff')}</StatusWord>
  }
  if (!refusal) return <StatusWord tone="ok">{t('job-linkedin-facts:activation.ready')}</StatusWord>
  return (
    <StatusWord tone="warning">
      <Cause reason={refusal} /> {t('job-linkedin-facts:activation.mendFirst')}
    </StatusWord>
  )
}
