import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { Time, useNow } from '../../ui/Time.tsx'
import classes from './application-page.module.css'
import type { Application } from './applications.shapes.ts'

const DAY_MS = 86_400_000

/** The stages on this job, the newest first: who moved, when, and how long it took; and who closed the application, and why. */
export function StageHistory({ application }: { application: Application }) {
  const { t } = useTranslation('applications')
  const lines = useLines(application)
  return (
    <Section title={t('stageHistory.title', { job: application.jobTitle })}>
      <ol className={classes.steps} reversed>
        {lines.map(({ key, what, said, by, at, comment }) => (
          <li key={key} className={classes.step}>
            <span className={classes.stepName}>{what}</span>
            <span className={classes.stepBy}>
              {[said, by ? t('stageHistory.by', { name: by }) : ''].filter(Boolean).join(' · ')}
              {comment ? <span className={classes.stepComment}>{comment}</span> : null}
            </span>
            <span className={classes.stepAt}>
              <Time at={at} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

interface Line {
  key: string
  what: string
  said: string
  by: string | null
  at: string
  comment?: string | null
}

function useLines(application: Application): Line[] {
  const lines = [...useStageLines(application), ...useClosingLines(application)]
  // In one moment, what came later stands later: a stage before its closing.
  return lines.toSorted((one, other) => one.at.localeCompare(other.at)).toReversed()
}

function useStageLines({ history, closings, state }: Application): Line[] {
  const { t } = useTranslation('applications')
  const now = useNow()
  const closedAt = state === 'closed' ? closings.at(-1)?.at : undefined
  return history.map((step, place) => {
    const left = history[place + 1]?.at ?? closedAt
    const days = Math.floor(((left ? Date.parse(left) : now) - Date.parse(step.at)) / DAY_MS)
    const said = t(left ? 'stageHistory.stayed' : 'stageHistory.here', { count: Math.max(0, days) })
    return { key: step.moveId, what: step.stageName, said, by: step.by, at: step.at }
  })
}

function useClosingLines({ closings, history }: Application): Line[] {
  const { t } = useTranslation('closings')
  const stageAt = (at: string) => history.findLast(step => step.at <= at)?.stageName ?? ''
  return closings.flatMap(({ id, as, reason, comment, at, by, reopenedAt, reopenedBy }) => {
    const stage = stageAt(at)
    const what = t('history.closed', { as: t(`as.${as}`), stage })
    const closed: Line = { key: id, what, said: t(`reason.${reason}`), by, at, comment }
    if (!reopenedAt) return [closed]
    const reopened = { key: `${id} reopened`, what: t('history.reopened', { stage }), said: '' }
    return [closed, { ...reopened, by: reopenedBy, at: reopenedAt }]
  })
}
