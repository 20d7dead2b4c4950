import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../platform/auth/use-session.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { useListKeys } from '../../ui/list-keys.tsx'
import { Time } from '../../ui/Time.tsx'
import { JobState } from './JobState.tsx'
import classes from './jobs.module.css'
import type { JobListItem } from './jobs.shapes.ts'

export function JobList({ jobs }: { jobs: JobListItem[] }) {
  const { t } = useTranslation('jobs')
  useListKeys(jobs.length)
  return (
    <table className={classes.table} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('column.job')}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col" className={classes.wide}>
            {t('column.team')}
          </th>
          <th scope="col" className={classes.number}>
            {t('column.prospects')}
          </th>
          <th scope="col" className={classes.number}>
            {t('column.applicants')}
          </th>
          <th scope="col" className={classes.when}>
            {t('column.since')}
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job, index) => (
          <JobRow key={job.id} job={job} index={index} />
        ))}
      </tbody>
    </table>
  )
}

function JobRow({ job, index }: { job: JobListItem; index: number }) {
  const { t } = useTranslation('jobs')
  return (
    <tr data-index={index}>
      <th scope="row">
        <Link to="/jobs/$jobId" params={{ jobId: job.id }} className={classes.title}>
          {job.title}
        </Link>
        <span className={classes.under}>
          {job.reference}
          <span className={classes.more}>
            {job.location ? ` · ${job.location}` : ''}
            {job.ownRole ? ` · ${t(`role.${job.ownRole}`)}` : ''}
          </span>
        </span>
      </th>
      <td>
        <JobState state={job.state} />
      </td>
      <td className={classes.wide}>
        <Team job={job} />
      </td>
      <td className={classes.number}>{countOf(job, kind => kind === 'prospect')}</td>
      <td className={classes.number}>{countOf(job, kind => kind !== 'prospect')}</td>
      <td className={classes.when}>
        <Time at={job.activatedAt ?? job.createdAt} as="day" />
      </td>
    </tr>
  )
}

function Team({ job }: { job: JobListItem }) {
  const { user } = useSession()
  return (
    <span className={classes.team}>
      {job.team.slice(0, 4).map(member => (
        <Initials key={member.id} name={member.name} own={member.id === user.id} />
      ))}
      {job.team.length > 4 ? <span className={classes.quiet}>+{job.team.length - 4}</span> : null}
      <span className="visually-hidden">{job.team.map(member => member.name).join(', ')}</span>
    </span>
  )
}

type StageCount = JobListItem['stageCounts'][number]

/** A stage that this person may not see, or that the job does not have, counts for nothing. */
function countOf(job: JobListItem, counts: (kind: StageCount['kind']) => boolean): number | string {
  const stages = job.stageCounts.filter(stage => counts(stage.kind))
  return stages.length === 0 ? '–' : stages.reduce((sum, stage) => sum + stage.count, 0)
}
