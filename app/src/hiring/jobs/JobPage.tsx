import { Link, Outlet } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Initials } from '../../ui/Initials.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { TabBar, TabLink } from '../../ui/TabBar.tsx'
import { Time } from '../../ui/Time.tsx'
import { JobActions } from './JobActions.tsx'
import { JobState } from './JobState.tsx'
import classes from './jobs.module.css'
import type { Job } from './jobs.shapes.ts'
import { useJob } from './useJob.tsx'

interface JobPageProps {
  jobId: string
  /** Facts that other slices know of this job: who can export to it, whether LinkedIn shows it. */
  facts?: (job: Job) => ReactNode
}

/** Header, facts and tabs of one job; the tab itself is the router's outlet. */
export function JobPage({ jobId, facts }: JobPageProps) {
  const { t } = useTranslation('jobs')
  const job = useJob(jobId)
  return (
    <Loaded query={job} failed={t('jobFailed')}>
      {data => (
        <Page
          title={data.title}
          shortTitle={data.reference}
          crumbs={[
            <Link key="jobs" to="/jobs">
              {t('title')}
            </Link>,
          ]}
          beside={
            <>
              <span className={classes.reference}>{data.reference}</span>
              <JobState state={data.state} />
            </>
          }
          actions={<JobActions job={data} />}
          facts={<Facts job={data}>{facts?.(data)}</Facts>}
          tabs={<Tabs job={data} />}
        >
          <JobContext value={data}>
            <Outlet />
          </JobContext>
        </Page>
      )}
    </Loaded>
  )
}

const JobContext = createContext<Job | null>(null)

/** The job of the page that a tab hangs in. */
export function useJobOfPage(): Job {
  const job = useContext(JobContext)
  if (!job) throw new Error('A tab of a job was drawn outside its page.')
  return job
}

function Facts({ job, children }: { job: Job; children: ReactNode }) {
  const { t } = useTranslation('jobs')
  return (
    <dl className={classes.facts}>
      <div className={classes.fact}>
        <dt>{t('fact.team')}</dt>
        <dd className={classes.team}>
          {job.team.slice(0, 5).map(member => (
            <Initials key={member.userId} name={member.name} size={28} />
          ))}
          <span>{t('fact.people', { count: job.team.length })}</span>
          <span className="visually-hidden">{job.team.map(member => member.name).join(', ')}</span>
        </dd>
      </div>
      {children}
      <div className={classes.fact} data-optional>
        <dt>{t('fact.openings')}</dt>
        <dd className="tabular">{job.openings}</dd>
      </div>
      {job.activatedAt ? (
        <div className={classes.fact} data-optional>
          <dt>{t(job.closedAt ? 'fact.closedOn' : 'fact.openSince')}</dt>
          <dd>
            <Time at={job.closedAt ?? job.activatedAt} as="day" />
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function Tabs({ job }: { job: Job }) {
  const { t } = useTranslation('jobs')
  const params = { jobId: job.id }
  return (
    <TabBar label={t('tabs.label')}>
      <TabLink to="/jobs/$jobId" params={params} activeOptions={{ exact: true }} count={job.candidateCount}>
        {t('tabs.candidates')}
      </TabLink>
      <TabLink to="/jobs/$jobId/details" params={params}>
        {t('tabs.details')}
      </TabLink>
      <TabLink to="/jobs/$jobId/team" params={params} count={job.team.length}>
        {t('tabs.team')}
      </TabLink>
      <TabLink to="/jobs/$jobId/process" params={params}>
        {t('tabs.process')}
      </TabLink>
    </TabBar>
  )
}
