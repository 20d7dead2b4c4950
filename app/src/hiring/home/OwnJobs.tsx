import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { LinkButton } from '../../ui/links.tsx'
import { Section } from '../../ui/Section.tsx'
import type { JobListItem } from '../jobs/jobs.shapes.ts'
import classes from './home-page.module.css'
import { ownJobsQuery } from './own-jobs-query.tsx'

/** The active jobs on whose hiring team I am, with how many people stand in each stage. */
export function OwnJobs() {
  const { t } = useTranslation('home')
  const query = useQuery(ownJobsQuery)
  return (
    <Section bare title={t('jobs.title')} aside={<Link to="/jobs">{t('jobs.all')}</Link>}>
      <Loaded query={query} failed={t('jobs.failed')} loading={<Loading rows={4} rowHeight={36} />}>
        {page =>
          page.data.length === 0 ? (
            <EmptyState
              title={t('jobs.emptyTitle')}
              why={t('jobs.emptyWhy')}
              action={
                <LinkButton to="/jobs" variant="default">
                  {t('jobs.open')}
                </LinkButton>
              }
            />
          ) : (
            <JobTable jobs={page.data} />
          )
        }
      </Loaded>
    </Section>
  )
}

function JobTable({ jobs }: { jobs: readonly JobListItem[] }) {
  const { t } = useTranslation('home')
  const columns = listColumns(jobs)
  const stages: CSSProperties & { '--stages': number } = { '--stages': columns.length }
  return (
    <div className={classes.scroller}>
      <table className={classes.jobs} style={stages} aria-label={t('jobs.title')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('jobs.job')}</span>
            </th>
            {columns.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {jobs.map(job => (
            <tr key={job.id}>
              <th scope="row">
                <Link to="/jobs/$jobId" params={{ jobId: job.id }}>
                  {job.title}
                </Link>
                <span className={classes.reference}>{job.reference}</span>
              </th>
              {columns.map(name => (
                <CountCell key={name} count={job.stageCounts.find(stage => stage.name === name)?.count} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CountCell({ count }: { count: number | undefined }) {
  return <td data-none={count ? undefined : true}>{count ?? '–'}</td>
}

/** Every stage name once, in the order of the process that has most of them. */
function listColumns(jobs: readonly JobListItem[]): string[] {
  const longestFirst = [...jobs].sort((one, other) => other.stageCounts.length - one.stageCounts.length)
  return [...new Set(longestFirst.flatMap(job => job.stageCounts.map(stage => stage.name)))]
}
