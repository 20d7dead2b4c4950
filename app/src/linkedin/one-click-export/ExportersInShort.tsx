import { useTranslation } from 'react-i18next'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { listNames, shortNames } from './exporter-names.tsx'
import classes from './job-linkedin-facts.module.css'
import type { JobInLinkedIn } from './one-click-export.shapes.ts'
import { Remind } from './Remind.tsx'

type Person = JobInLinkedIn['people'][number]

interface ExportersInShortProps {
  jobId: string
  there: JobInLinkedIn
}

/** One line: who can, and who of those who should cannot yet. Everybody stands in the list behind it. */
export function ExportersInShort({ jobId, there }: ExportersInShortProps) {
  const { t, i18n } = useTranslation('job-linkedin-facts')
  // Nothing stands in the way of these but the job itself, as long as it is not in LinkedIn.
  const ready = there.people.filter(person => person.why === null)
  const blocked = there.people.filter(isToBeMended)
  const names = shortNames(there.people)
  if (there.level === 'off') return <StatusWord tone="off">{t('exporters.off')}</StatusWord>
  return (
    <>
      {ready.length > 0 ? (
        <StatusWord tone={there.whyNot === null ? 'ok' : 'waiting'}>
          <span className={classes.listed}>
            {listNames(
              ready.map(one => names.get(one.userId) ?? ''),
              i18n.language,
            )}
          </span>
          <span className={classes.sentence}>
            {t(there.whyNot === null ? 'exporters.can' : 'exporters.couldBe', {
              count: ready.length,
              names: listNames(
                ready.map(one => names.get(one.userId) ?? ''),
                i18n.language,
                'conjunction',
              ),
            })}
          </span>
        </StatusWord>
      ) : (
        <StatusWord tone="warning">{t('exporters.nobody')}</StatusWord>
      )}
      <Blocked jobId={jobId} blocked={blocked} names={names} />
    </>
  )
}

interface BlockedProps {
  jobId: string
  blocked: readonly Person[]
  names: ReadonlyMap<string, string>
}

function Blocked({ jobId, blocked, names }: BlockedProps) {
  const { t } = useTranslation('job-linkedin-facts')
  const [first, ...others] = blocked
  if (!first?.why) return null
  if (others.length > 0) {
    return <span className={classes.blocked}>· {t('exporters.notYet', { count: blocked.length })}</span>
  }
  return (
    <>
      <span className={classes.blocked}>· {t(`whyNamed.${first.why}`, { name: names.get(first.userId) })}</span>
      <span className={classes.remind}>
        <Remind jobId={jobId} person={first} />
      </span>
    </>
  )
}

/** Interviewers never export, so they are no gap; these could, when something is mended. */
function isToBeMended(person: Person): boolean {
  return person.why === 'notConnected' || person.why === 'connectionExpired' || person.why === 'noSeat'
}
