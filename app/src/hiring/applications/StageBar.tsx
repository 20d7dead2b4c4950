import { useTranslation } from 'react-i18next'
import type { Application } from './applications.shapes.ts'
import classes from './stage-bar.module.css'
import { useStay } from './stay.tsx'

/** The way through the process: what lies behind, where the person is and since how long, what is to come. */
export function StageBar({ application }: { application: Application }) {
  const { t } = useTranslation('applications')
  const stay = useStay(application.stageSince)
  const stages = application.stages.filter(stage => stage.enabled || stage.id === application.stageId)
  const here = stages.findIndex(stage => stage.id === application.stageId)
  return (
    <ol className={classes.bar} aria-label={t('page.stages')}>
      {stages.map((stage, place) => (
        <li
          key={stage.id}
          className={classes.stage}
          data-reached={place <= here || undefined}
          aria-current={place === here ? 'step' : undefined}
        >
          <span className={classes.name}>{stage.name}</span>
          {place === here ? <span className={classes.stay}> {stay}</span> : null}
        </li>
      ))}
    </ol>
  )
}
