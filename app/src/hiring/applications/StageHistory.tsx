import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { Time, useNow } from '../../ui/Time.tsx'
import classes from './application-page.module.css'
import type { Application } from './applications.shapes.ts'

const DAY_MS = 86_400_000

/** The stages on this job, the newest first: who moved, when, and how long it took. */
export function StageHistory({ application }: { application: Application }) {
  const { t } = useTranslation('applications')
  const now = useNow()
  const steps = application.history.map((step, place) => {
    const next = application.history[place + 1]
    const days = Math.floor(((next ? Date.parse(next.at) : now) - Date.parse(step.at)) / DAY_MS)
    return { ...step, days, isLast: next === undefined }
  })
  return (
    <Section title={t('stageHistory.title', { job: application.jobTitle })}>
      <ol className={classes.steps} reversed>
        {steps.toReversed().map(step => (
          <li key={step.moveId} className={classes.step}>
            <span className={classes.stepName}>{step.stageName}</span>
            <span className={classes.stepBy}>
              {t(step.isLast ? 'stageHistory.here' : 'stageHistory.stayed', { count: Math.max(0, step.days) })}
              {step.by ? ` · ${t('stageHistory.by', { name: step.by })}` : ''}
            </span>
            <span className={classes.stepAt}>
              <Time at={step.at} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
