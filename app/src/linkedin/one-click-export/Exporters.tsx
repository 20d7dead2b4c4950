import { useTranslation } from 'react-i18next'
import { StatusWord } from '../../ui/StatusWord.tsx'
import classes from './job-linkedin-facts.module.css'
import type { JobInLinkedIn } from './one-click-export.shapes.ts'
import { Remind } from './Remind.tsx'

interface ExportersProps {
  jobId: string
  there: JobInLinkedIn
}

/** Name by name: can, or why not and what helps. */
export function Exporters({ jobId, there }: ExportersProps) {
  const { t } = useTranslation('job-linkedin-facts')
  return (
    <>
      <h2 className={classes.listTitle}>{t('exporters.title')}</h2>
      {there.whyNot ? <p className={classes.listNote}>{t(`exporters.first.${there.whyNot}`)}</p> : null}
      <ul className={classes.people}>
        {there.people.map(person => (
          <li key={person.userId} className={classes.person}>
            <span className={classes.personName}>{person.name}</span>
            <span className={classes.personState}>
              {person.why ? (
                <StatusWord tone={person.canRemind ? 'warning' : 'off'}>{t(`why.${person.why}`)}</StatusWord>
              ) : (
                <StatusWord tone={person.canExport ? 'ok' : 'waiting'}>
                  {t(person.canExport ? 'exporters.oneCan' : 'exporters.oneReady')}
                </StatusWord>
              )}
            </span>
            <Remind jobId={jobId} person={person} />
          </li>
        ))}
      </ul>
    </>
  )
}
