import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { queryClient, session } from './api.ts'
import { MergedNote, moreTabs } from './candidate-tabs.tsx'
import { applicationQuery, boardQuery } from './hiring/applications/application-queries.tsx'
import { candidateQuery } from './hiring/candidates/candidate-query.tsx'
import { listSearch } from './hiring/candidates/list-search.tsx'
import { ownJobsQuery } from './hiring/home/own-jobs-query.tsx'
import { jobQuery } from './hiring/jobs/job-query.tsx'
import { notificationsQuery } from './hiring/notifications/notifications-query.tsx'
import { poolQuery } from './hiring/talent-pools/pool-query.tsx'
import { exportNewsQuery } from './linkedin/one-click-export/export-news.tsx'
import { jobInLinkedInQuery, openReceiptsQuery } from './linkedin/one-click-export/job-linkedin-queries.tsx'
import { publicScreens, root } from './public-screens.tsx'
import { settingsScreens } from './settings-screens.tsx'
import { frame } from './signed-in.tsx'
import { FailurePage } from './ui/FailurePage.tsx'
import { addLateCatalogues } from './ui/i18n/i18n.ts'
import { Loading } from './ui/Loading.tsx'
import { LoadingPage } from './ui/LoadingPage.tsx'
import { stopLive } from './ui/live.ts'
import { NotFoundPage } from './ui/NotFoundPage.tsx'
import { parseSearch, pick, stringifySearch } from './ui/search-params.ts'
import { soon } from './ui/soon.ts'

const HomePage = lazyRouteComponent(() => import('./hiring/home/HomePage.tsx'), 'HomePage')
const ExportsSinceVisit = lazyRouteComponent(
  () => import('./linkedin/one-click-export/ExportsSinceVisit.tsx'),
  'ExportsSinceVisit',
)
const HomeWarnings = lazyRouteComponent(() => import('./home-warnings.tsx'), 'HomeWarnings')

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  loader: () =>
    soon([
      ExportsSinceVisit.preload?.() ?? Promise.resolve(),
      HomeWarnings.preload?.() ?? Promise.resolve(),
      queryClient.prefetchQuery(notificationsQuery),
      queryClient.prefetchQuery(exportNewsQuery),
      queryClient.prefetchQuery(ownJobsQuery),
    ]),
  component: () => <HomePage news={<ExportsSinceVisit />} warnings={<HomeWarnings />} />,
})

const jobs = createRoute({
  getParentRoute: () => frame,
  path: '/jobs',
  validateSearch: pick('scope', 'state', 'q', 'new'),
  component: lazyRouteComponent(() => import('./hiring/jobs/JobsPage.tsx'), 'JobsPage'),
})

const JobPage = lazyRouteComponent(() => import('./hiring/jobs/JobPage.tsx'), 'JobPage')
const BoardTab = lazyRouteComponent(() => import('./hiring/applications/BoardTab.tsx'), 'BoardTab')
const JobLinkedInFacts = lazyRouteComponent(
  () => import('./linkedin/one-click-export/JobLinkedInFacts.tsx'),
  'JobLinkedInFacts',
)
const ActivationInLinkedIn = lazyRouteComponent(
  () => import('./linkedin/one-click-export/ActivationInLinkedIn.tsx'),
  'ActivationInLinkedIn',
)
const JobDetailsTab = lazyRouteComponent(() => import('./hiring/jobs/JobDetailsTab.tsx'), 'JobDetailsTab')
const DescriptionForLinkedIn = lazyRouteComponent(
  () => import('./linkedin/delivery/DescriptionForLinkedIn.tsx'),
  'DescriptionForLinkedIn',
)
const JobReceipts = lazyRouteComponent(() => import('./linkedin/one-click-export/JobReceipts.tsx'), 'JobReceipts')

const job = createRoute({
  getParentRoute: () => frame,
  path: '/jobs/$jobId',
  loader: ({ params: { jobId } }) =>
    soon([
      JobPage.preload?.() ?? Promise.resolve(),
      JobLinkedInFacts.preload?.() ?? Promise.resolve(),
      ActivationInLinkedIn.preload?.() ?? Promise.resolve(),
      queryClient.prefetchQuery(jobQuery(jobId)),
      queryClient.prefetchQuery(jobInLinkedInQuery(jobId)),
    ]),
  component: function JobScreen() {
    const { jobId } = job.useParams()
    return (
      <JobPage
        key={jobId}
        jobId={jobId}
        facts={data => <JobLinkedInFacts job={data} />}
        activation={data => <ActivationInLinkedIn job={data} />}
      />
    )
  },
})

/** `filter`, `source`, `unseen` and `sort` narrow and order the board; `stage` is the one shown on a telephone, `closed` who is on no card. */
const board = createRoute({
  getParentRoute: () => job,
  path: '/',
  validateSearch: pick('filter', 'source', 'unseen', 'sort', 'stage', 'view', 'closed'),
  loader: ({ params: { jobId } }) =>
    soon([
      BoardTab.preload?.() ?? Promise.resolve(),
      JobReceipts.preload?.() ?? Promise.resolve(),
      queryClient.prefetchQuery(boardQuery(jobId)),
      queryClient.prefetchQuery(openReceiptsQuery(jobId)),
    ]),
  pendingComponent: Loading,
  component: function BoardScreen() {
    const { jobId } = job.useParams()
    return <BoardTab receipts={<JobReceipts jobId={jobId} />} />
  },
})

const jobDetails = createRoute({
  getParentRoute: () => job,
  path: '/details',
  pendingComponent: Loading,
  loader: () =>
    soon([JobDetailsTab.preload?.() ?? Promise.resolve(), DescriptionForLinkedIn.preload?.() ?? Promise.resolve()]),
  component: () => (
    <JobDetailsTab descriptionNote={description => <DescriptionForLinkedIn description={description} />} />
  ),
})

const hiringTeam = createRoute({
  getParentRoute: () => job,
  path: '/team',
  pendingComponent: Loading,
  component: lazyRouteComponent(() => import('./hiring/jobs/HiringTeamTab.tsx'), 'HiringTeamTab'),
})

const jobProcess = createRoute({
  getParentRoute: () => job,
  path: '/process',
  pendingComponent: Loading,
  component: lazyRouteComponent(() => import('./hiring/processes/ProcessTab.tsx'), 'ProcessTab'),
})

const ApplicationPage = lazyRouteComponent(() => import('./hiring/applications/ApplicationPage.tsx'), 'ApplicationPage')
const CandidatePage = lazyRouteComponent(() => import('./hiring/candidates/CandidatePage.tsx'), 'CandidatePage')

/** A candidate opened from a job: with stage and neighbours. */
const application = createRoute({
  getParentRoute: () => frame,
  path: '/applications/$applicationId',
  validateSearch: pick('tab'),
  loader: ({ params }) =>
    soon([
      ApplicationPage.preload?.() ?? Promise.resolve(),
      queryClient.prefetchQuery(applicationQuery(params.applicationId)),
    ]),
  component: () => <ApplicationPage moreTabs={moreTabs} note={({ id }) => <MergedNote candidateId={id} />} />,
})

const candidates = createRoute({
  getParentRoute: () => frame,
  path: '/candidates',
  validateSearch: search => ({ ...listSearch(search), ...pick('new')(search) }),
  component: lazyRouteComponent(() => import('./hiring/candidates/CandidatesPage.tsx'), 'CandidatesPage'),
})

/** `application`: how an export names the page of a candidate on a job. `from`: opened from the list that the rest describes, or from the pool of that id. */
function candidateSearch(search: Record<string, unknown>) {
  return { ...listSearch(search), ...pick('tab', 'application', 'from')(search) }
}

const candidate = createRoute({
  getParentRoute: () => frame,
  path: '/candidates/$candidateId',
  validateSearch: candidateSearch,
  beforeLoad: ({ search }) => {
    if (!search.application) return
    throw redirect({ to: '/applications/$applicationId', params: { applicationId: search.application }, replace: true })
  },
  loader: ({ params }) =>
    soon([
      CandidatePage.preload?.() ?? Promise.resolve(),
      queryClient.prefetchQuery(candidateQuery(params.candidateId)),
    ]),
  component: () => <CandidatePage moreTabs={moreTabs} note={({ id }) => <MergedNote candidateId={id} />} />,
})

/** `view`: pairs in doubt, pairs that are two people, or merges. */
const matchDesk = createRoute({
  getParentRoute: () => frame,
  path: '/match-desk',
  validateSearch: pick('view'),
  beforeLoad: addLateCatalogues,
  component: lazyRouteComponent(() => import('./linkedin/match-desk/MatchDeskPage.tsx'), 'MatchDeskPage'),
})

/** `new`: with the dialog open. */
const talentPools = createRoute({
  getParentRoute: () => frame,
  path: '/talent-pools',
  validateSearch: pick('q', 'new'),
  component: lazyRouteComponent(() => import('./hiring/talent-pools/TalentPoolsPage.tsx'), 'TalentPoolsPage'),
})

const talentPool = createRoute({
  getParentRoute: () => frame,
  path: '/talent-pools/$poolId',
  validateSearch: pick('sort'),
  loader: ({ params }) => soon([queryClient.prefetchQuery(poolQuery(params.poolId))]),
  component: lazyRouteComponent(() => import('./hiring/talent-pools/PoolPage.tsx'), 'PoolPage'),
})

const help = createRoute({
  getParentRoute: () => frame,
  path: '/help',
  beforeLoad: addLateCatalogues,
  component: lazyRouteComponent(() => import('./linkedin/help/HelpPage.tsx'), 'HelpPage'),
})

const helpTopic = createRoute({
  getParentRoute: () => frame,
  path: '/help/$topic',
  beforeLoad: addLateCatalogues,
  component: lazyRouteComponent(() => import('./linkedin/help/HelpTopicPage.tsx'), 'HelpTopicPage'),
})

const nowhere = createRoute({ getParentRoute: () => frame, path: '$', component: NotFoundPage })

const routeTree = root.addChildren([
  ...publicScreens,
  frame.addChildren([
    home,
    jobs,
    job.addChildren([board, jobDetails, hiringTeam, jobProcess]),
    application,
    candidates,
    candidate,
    matchDesk,
    talentPools,
    talentPool,
    ...settingsScreens,
    help,
    helpTopic,
    nowhere,
  ]),
])

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: FailurePage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

session.onEnd = () => {
  stopLive()
  queryClient.clear()
  router.invalidate()
}
