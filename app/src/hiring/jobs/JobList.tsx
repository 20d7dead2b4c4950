import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Initials } from '../../ui/Initials.tsx'
import { Time } from '../../ui/Time.tsx'
import { JobState } from './JobState.tsx'
import classes from './jobs.module.css'
import type { JobListItem } from './jobs.shapes.ts'

export function JobList({ jobs }: { jobs: JobListItem[] }) {
  const { t } = useTranslation('jobs')
  return (
    <table className={classes.table}>
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
        {jobs.map(job => (
          <JobRow key={job.id} job={job} />
        ))}
      </tbody>
    </table>
  )
}

function JobRow({ job }: { job: JobListItem }) {
  const prospects = countOf(job, kind => kind === 'prospect')
  const applicants = countOf(job, kind => kind !== 'prospect')
  return (
    <tr>
      <td>
        <Link to="/jobs/$jobId" params={{ jobId: job.id }} className={classes.title}>
          {job.title}
        </Link>
        <div className={classes.under}>
          {job.reference}
          {job.location ? ` · ${job.location}` : ''}
        </div>
      </td>
      <td>
        <JobState state={job.state} />
      </td>
      <td className={classes.wide}>
        <span className={classes.team}>
          {job.team.slice(0, 4).map(member => (
            <Initials key={member.id} name={member.name} />
          ))}
          <span className="visually-hidden">{job.team.map(member => member.name).join(', ')}</span>
        </span>
      </td>
      <td className={classes.number}>{prospects}</td>
      <td className={classes.number}>{applicants}</td>
      <td className={classes.when}>
        <Time at={job.activatedAt ?? job.createdAt} as="day" />
      </td>
    </tr>
  )
}

function countOf(job: JobListItem, counts: (kind: JobListItem['stageCounts'][number]['kind']) => boolean): number {
  return job.stageCounts.filter(stage => counts(stage.kind)).reduce((sum, stage) => sum + stage.count, 0)
}
