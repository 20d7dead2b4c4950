import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Initials } from '../../ui/Initials.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { TabBar, TabLink } from '../../ui/TabBar.tsx'
import { CandidateActivity } from '../candidates/CandidateActivity.tsx'
import { CandidateColumns } from '../candidates/CandidateColumns.tsx'
import { CandidateFacts } from '../candidates/CandidateFacts.tsx'
import { CandidateProfile } from '../candidates/CandidateProfile.tsx'
import { CandidateReach, CandidateSubtitle } from '../candidates/CandidateSubtitle.tsx'
import { candidateQuery, nameOf } from '../candidates/candidate-query.tsx'
import type { Candidate } from '../candidates/candidates.shapes.ts'
import { currentTab, findTab, type MoreTab, TabContent } from '../candidates/more-tabs.tsx'
import { useHasRoom, useIsNarrow } from '../candidates/room.tsx'
import { useRemember } from '../search/recent.tsx'
import { ApplicationSource } from './ApplicationSource.tsx'
import { ApplicationStages } from './ApplicationStages.tsx'
import classes from './application-page.module.css'
import { applicationQuery } from './application-queries.tsx'
import type { Application } from './applications.shapes.ts'
import { StageHistory } from './StageHistory.tsx'
import { placeOf, StageNeighbours } from './StageNeighbours.tsx'
import { useMarkOpened } from './useApplication.tsx'

const route = getRouteApi('/frame/applications/$applicationId')

interface ApplicationPageProps {
  moreTabs: readonly MoreTab[]
  /** What other parts of the product say about this person, above all else. */
  note: (candidate: Candidate) => ReactNode
}

/** A candidate opened from a job: with the stage on this job, and the neighbours in that stage. */
export function ApplicationPage({ moreTabs, note }: ApplicationPageProps) {
  const { t } = useTranslation(['applications', 'closings'])
  const { applicationId } = route.useParams()
  const opened = useQuery(applicationQuery(applicationId))
  const known = useQuery({
    ...candidateQuery(opened.data?.candidateId ?? ''),
    enabled: opened.data !== undefined,
  })
  const [application, candidate] = [opened.data, known.data]
  useMarkOpened(application)
  useRemember('candidate', candidate?.id)
  const [sticky, narrow] = [useHasRoom(), useIsNarrow()]
  if (!application || !candidate) {
    return (
      <Page title={t('applications:page.one')}>
        <Loaded query={opened} failed={t('applications:page.failed')} loading={<Loading rows={8} />}>
          {() => (
            <Loaded query={known} failed={t('applications:page.failed')} loading={<Loading rows={8} />}>
              {() => null}
            </Loaded>
          )}
        </Loaded>
      </Page>
    )
  }
  const name = nameOf(candidate)
  return (
    <Page
      key={applicationId}
      title={name}
      shortTitle={t(
        application.state === 'closed' ? 'closings:page.place' : 'applications:neighbours.short',
        placeOf(application),
      )}
      crumbs={[<Crumb key="jobs" />, <JobCrumb key="job" application={application} />]}
      mark={<Initials name={name} size={40} />}
      subtitle={<CandidateSubtitle candidate={candidate} />}
      actions={narrow ? <CandidateReach candidate={candidate} /> : <StageNeighbours application={application} />}
      facts={<ApplicationStages application={application} name={name} />}
      tabs={
        <div className={classes.tabs}>
          <Tabs applicationId={applicationId} moreTabs={moreTabs} />
          {narrow ? <StageNeighbours application={application} /> : null}
        </div>
      }
      sticky={sticky}
    >
      <Loaded query={opened} failed={t('applications:page.failed')}>
        {() => (
          <CandidateColumns
            rail={
              <CandidateFacts
                candidate={candidate}
                source={<ApplicationSource application={application} />}
                applicationId={applicationId}
              />
            }
          >
            <Suspense>{note(candidate)}</Suspense>
            <Tab application={application} candidate={candidate} moreTabs={moreTabs} />
          </CandidateColumns>
        )}
      </Loaded>
    </Page>
  )
}

function Crumb() {
  const { t } = useTranslation('jobs')
  return <Link to="/jobs">{t('title')}</Link>
}

function JobCrumb({ application }: { application: Application }) {
  return (
    <Link to="/jobs/$jobId" params={{ jobId: application.jobId }}>
      {application.jobTitle}
    </Link>
  )
}

function Tabs({ applicationId, moreTabs }: { applicationId: string; moreTabs: readonly MoreTab[] }) {
  const { t } = useTranslation('candidates')
  const { tab } = route.useSearch()
  const current = currentTab(moreTabs, tab)
  const here = { to: '/applications/$applicationId', params: { applicationId } } as const
  return (
    <TabBar label={t('tabs.label')}>
      <TabLink {...here} activeOptions={{ exact: true }} aria-current={current === 'profile' ? 'page' : undefined}>
        {t('tabs.profile')}
      </TabLink>
      <TabLink {...here} search={{ tab: 'activity' }} aria-current={current === 'activity' ? 'page' : undefined}>
        {t('tabs.activity')}
      </TabLink>
      {moreTabs.map(({ name, Offered }) => (
        <Offered key={name}>
          {title => (
            <TabLink {...here} search={{ tab: name }} aria-current={current === name ? 'page' : undefined}>
              {title}
            </TabLink>
          )}
        </Offered>
      ))}
    </TabBar>
  )
}

interface TabProps {
  application: Application
  candidate: Candidate
  moreTabs: readonly MoreTab[]
}

function Tab({ application, candidate, moreTabs }: TabProps) {
  const { tab } = route.useSearch()
  const more = findTab(moreTabs, tab)
  if (more) return <TabContent tab={more} candidate={candidate} applicationId={application.id} />
  if (tab !== 'activity')
    return (
      <CandidateProfile candidate={candidate} mayEdit={application.permissions.move} applicationId={application.id} />
    )
  return (
    <>
      <StageHistory application={application} />
      <CandidateActivity candidateId={candidate.id} />
    </>
  )
}
