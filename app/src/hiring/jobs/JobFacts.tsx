import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../platform/auth/use-session.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Time, useNow } from '../../ui/Time.tsx'
import classes from './job-facts.module.css'
import type { Job } from './jobs.shapes.ts'

const DAY_MS = 86_400_000

/** The strip under a job's title. What other slices know of the job stands between team and openings. */
export function JobFacts({ job, children }: { job: Job; children: ReactNode }) {
  const { t } = useTranslation('jobs')
  return (
    <dl className={classes.facts}>
      <div className={classes.fact} data-team>
        <dt>{t('fact.team')}</dt>
        <dd>
          <Team job={job} />
        </dd>
      </div>
      {children}
      <div className={classes.fact} data-optional>
        <dt>{t('fact.openings')}</dt>
        <dd className="tabular">{job.openings}</dd>
      </div>
      <Since job={job} />
    </dl>
  )
}

/** The same strip, empty: the page must not jump when the job arrives. */
export function JobFactsLoading() {
  return (
    <Loading>
      <div className={classes.facts}>
        {['team', 'people', 'visible'].map(fact => (
          <div key={fact} className={classes.fact}>
            <Skeleton height={10} width={72} radius="xs" mt={3} />
            <Skeleton height={12} width={150} radius="xs" mt={11} mb={8} />
          </div>
        ))}
      </div>
    </Loading>
  )
}

function Team({ job }: { job: Job }) {
  const { t } = useTranslation('jobs')
  const { user } = useSession()
  return (
    <>
      {job.team.slice(0, 5).map(member => (
        <Initials key={member.userId} name={member.name} own={member.userId === user.id} />
      ))}
      <span className={classes.quiet}>{t('fact.people', { count: job.team.length })}</span>
      <span className="visually-hidden">{job.team.map(member => member.name).join(', ')}</span>
    </>
  )
}

function Since({ job }: { job: Job }) {
  const { t } = useTranslation('jobs')
  const now = useNow()
  if (job.closedAt) {
    return (
      <div className={classes.fact} data-optional>
        <dt>{t('fact.closedOn')}</dt>
        <dd>
          <Time at={job.closedAt} as="day" />
          {job.closedReason ? <span className={classes.quiet}>· {t(`closedReason.${job.closedReason}`)}</span> : null}
        </dd>
      </div>
    )
  }
  const since = job.activatedAt ?? job.createdAt
  const days = Math.max(0, Math.floor((now - Date.parse(since)) / DAY_MS))
  return (
    <div className={classes.fact} data-optional>
      <dt>{t(job.activatedAt ? 'fact.openSince' : 'fact.draftSince')}</dt>
      <dd>
        <Time at={since} as="day" />
        {days > 0 ? <span className={classes.quiet}>· {t('fact.days', { count: days })}</span> : null}
      </dd>
    </div>
  )
}
