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
  const { t } = useTranslation('job-linkedin-facts')
  // Nothing stands in the way of these but the job itself, as long as it is not in LinkedIn.
  const ready = there.people.filter(person => person.why === null)
  const waiting = there.people.filter(person => person.why === 'accessWaiting')
  const blocked = there.people.filter(isToBeMended)
  const unable = there.people.length - ready.length
  const names = shortNames(there.people)
  if (there.whyNot === 'off') return <StatusWord tone="off">{t('exporters.off')}</StatusWord>
  // Whoever they are, this job takes nobody; the fact beside it says why.
  if (there.whyNot === 'closed' || there.whyNot === 'prospectOff') {
    return <StatusWord tone="off">{t('exporters.never')}</StatusWord>
  }
  const named = (people: readonly Person[]) => people.map(person => names.get(person.userId) ?? '')
  return (
    <>
      {ready.length > 0 ? (
        <Ready names={named(ready)} isNow={there.whyNot === null} />
      ) : waiting.length > 0 ? (
        <Ready names={named(waiting)} isNow={false} />
      ) : (
        <StatusWord tone="warning">{t('exporters.nobody')}</StatusWord>
      )}
      <Blocked jobId={jobId} blocked={blocked} unable={unable} names={names} />
    </>
  )
}

const NAMED = 3

function Ready({ names, isNow }: { names: readonly string[]; isNow: boolean }) {
  const { t, i18n } = useTranslation('job-linkedin-facts')
  const more = names.length - NAMED
  const named = names.slice(0, NAMED)
  const others = more > 0 ? [t('exporters.others', { count: more })] : []
  const inSentence = listNames([...named, ...others], i18n.language, 'conjunction')
  return (
    <StatusWord tone={isNow ? 'ok' : 'waiting'}>
      <span className={classes.listed}>{listNames([...named, ...others], i18n.language)}</span>
      <span className={classes.sentence}>
        {t(isNow ? 'exporters.can' : 'exporters.couldBe', { count: names.length, names: inSentence })}
      </span>
    </StatusWord>
  )
}

interface BlockedProps {
  jobId: string
  blocked: readonly Person[]
  /** Everybody in the list behind it who cannot, for whatever reason. */
  unable: number
  names: ReadonlyMap<string, string>
}

function Blocked({ jobId, blocked, unable, names }: BlockedProps) {
  const { t } = useTranslation('job-linkedin-facts')
  const [first, ...others] = blocked
  if (!first?.why) return null
  if (others.length > 0) {
    return <span className={classes.blocked}>· {t('exporters.notYet', { count: unable })}</span>
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
function isToBeMended({ why }: Person): boolean {
  return why === 'notConnected' || why === 'connectionExpired' || why === 'noSeat' || why === 'accessRefused'
}
