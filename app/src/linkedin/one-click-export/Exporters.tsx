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
                <StatusWord tone={toneOf(person)}>{t(`why.${person.why}`)}</StatusWord>
              ) : (
                <Able canExport={person.canExport} whyNot={there.whyNot} />
              )}
            </span>
            <Remind jobId={jobId} person={person} />
            {person.why && there.whyNot !== 'off' ? (
              <span className={classes.step}>{t(`step.${person.why}`)}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function toneOf({ why, canRemind }: JobInLinkedIn['people'][number]) {
  if (why === 'accessWaiting') return 'waiting'
  return canRemind || why === 'accessRefused' ? 'warning' : 'off'
}

/** Nothing about the person stands in the way; about the job something may. */
function Able({ canExport, whyNot }: Pick<JobInLinkedIn, 'whyNot'> & { canExport: boolean }) {
  const { t } = useTranslation('job-linkedin-facts')
  if (canExport) return <StatusWord tone="ok">{t('exporters.oneCan')}</StatusWord>
  const isNever = whyNot === 'closed' || whyNot === 'prospectOff' || whyNot === 'off'
  return (
    <StatusWord tone={isNever ? 'off' : 'waiting'}>{t(isNever ? 'exporters.oneNot' : 'exporters.oneReady')}</StatusWord>
  )
}
