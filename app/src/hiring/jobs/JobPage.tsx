import { Link, Outlet } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { TabBar, TabLink } from '../../ui/TabBar.tsx'
import { useRemember } from '../search/recent.tsx'
import { JobActions } from './JobActions.tsx'
import { JobFacts, JobFactsLoading } from './JobFacts.tsx'
import { JobState } from './JobState.tsx'
import classes from './jobs.module.css'
import type { Job } from './jobs.shapes.ts'
import { useJob } from './useJob.tsx'

interface JobPageProps {
  jobId: string
  /** Facts that other slices know of this job: who can export to it, whether LinkedIn shows it. */
  facts?: (job: Job) => ReactNode
  /** What they know to happen when it is activated. */
  activation?: (job: Job) => ReactNode
}

/** Header, facts and tabs of one job; the tab itself is the router's outlet. */
export function JobPage({ jobId, facts, activation }: JobPageProps) {
  const { t } = useTranslation('jobs')
  const query = useJob(jobId)
  const job = query.data
  useRemember('job', job?.id)
  const isMissing = !job && query.error !== null
  return (
    <Page
      title={job?.title ?? t('oneJob')}
      {...(job ? { shortTitle: job.reference } : {})}
      crumbs={[
        <Link key="jobs" to="/jobs">
          {t('title')}
        </Link>,
      ]}
      beside={job ? <Beside job={job} /> : null}
      actions={job ? <JobActions job={job} activation={activation?.(job)} /> : null}
      facts={job ? <JobFacts job={job}>{facts?.(job)}</JobFacts> : isMissing ? null : <JobFactsLoading />}
      tabs={isMissing ? null : <Tabs jobId={jobId} job={job} />}
    >
      <Loaded query={query} failed={t('jobFailed')} loading={<Loading />}>
        {data => (
          <JobContext value={data}>
            <Outlet />
          </JobContext>
        )}
      </Loaded>
    </Page>
  )
}

const JobContext = createContext<Job | null>(null)

/** The job of the page that a tab hangs in. */
export function useJobOfPage(): Job {
  const job = useContext(JobContext)
  if (!job) throw new Error('A tab of a job was drawn outside its page.')
  return job
}

function Beside({ job }: { job: Job }) {
  const { t } = useTranslation('jobs')
  return (
    <div className={classes.beside}>
      <span className={classes.reference}>{job.reference}</span>
      <JobState state={job.state} />
      <span className={classes.countBeside}>{t('fact.candidates', { count: job.candidateCount })}</span>
    </div>
  )
}

function Tabs({ jobId, job }: { jobId: string; job: Job | undefined }) {
  const { t } = useTranslation('jobs')
  const params = { jobId }
  return (
    <TabBar label={t('tabs.label')}>
      <TabLink
        to="/jobs/$jobId"
        params={params}
        activeOptions={{ exact: true, includeSearch: false }}
        {...(job ? { count: job.candidateCount } : {})}
      >
        {t('tabs.candidates')}
      </TabLink>
      <TabLink to="/jobs/$jobId/details" params={params}>
        {t('tabs.details')}
      </TabLink>
      <TabLink to="/jobs/$jobId/team" params={params} {...(job ? { count: job.team.length } : {})}>
        {t('tabs.team')}
      </TabLink>
      <TabLink to="/jobs/$jobId/process" params={params}>
        {t('tabs.process')}
      </TabLink>
    </TabBar>
  )
}
