import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { ProblemError, queryClient, session } from './api.ts'
import { MergedNote, moreTabs } from './candidate-tabs.tsx'
import { Frame } from './frame.tsx'
import { applicationQuery, boardQuery } from './hiring/applications/application-queries.tsx'
import { candidateQuery } from './hiring/candidates/candidate-query.tsx'
import { listSearch } from './hiring/candidates/list-search.tsx'
import { ownJobsQuery } from './hiring/home/own-jobs-query.tsx'
import { jobQuery } from './hiring/jobs/job-query.tsx'
import { notificationsQuery } from './hiring/notifications/notifications-query.tsx'
import { poolQuery } from './hiring/talent-pools/pool-query.tsx'
import { exportNewsQuery } from './linkedin/one-click-export/export-news.tsx'
import { jobInLinkedInQuery, openReceiptsQuery } from './linkedin/one-click-export/job-linkedin-queries.tsx'
import { sessionQuery } from './platform/auth/use-session.tsx'
import { publicScreens, root } from './public-screens.tsx'
import { FailurePage } from './ui/FailurePage.tsx'
import { addLateCatalogues, changeLanguage } from './ui/i18n/i18n.ts'
import { Loading } from './ui/Loading.tsx'
import { LoadingPage } from './ui/LoadingPage.tsx'
import { startLive, stopLive } from './ui/live.ts'
import { NotFoundPage } from './ui/NotFoundPage.tsx'
import { parseSearch, pick, stringifySearch } from './ui/search-params.ts'
import { soon } from './ui/soon.ts'

/** Everything behind the sign-in. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ location }) => {
    const { user } = await queryClient.ensureQueryData(sessionQuery).catch(error => {
      if (error instanceof ProblemError && error.status === 401) {
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
      }
      throw error
    })
    // Before the first data, so that nothing is missed between them and the first event.
    startLive()
    await changeLanguage(user.language)
  },
  component: Frame,
})

const HomePage = lazyRouteComponent(() => import('./hiring/home/HomePage.tsx'), 'HomePage')
const ExportsSinceVisit = lazyRouteComponent(
  () => import('./linkedin/one-click-export/ExportsSinceVisit.tsx'),
  'ExportsSinceVisit',
)
const RefusedExports = lazyRouteComponent(
  () => import('./linkedin/one-click-export/RefusedExports.tsx'),
  'RefusedExports',
)

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  loader: () =>
    soon([
      ExportsSinceVisit.preload?.() ?? Promise.resolve(),
      RefusedExports.preload?.() ?? Promise.resolve(),
      queryClient.prefetchQuery(notificationsQuery),
      queryClient.prefetchQuery(exportNewsQuery),
      queryClient.prefetchQuery(ownJobsQuery),
    ]),
  component: () => <HomePage news={<ExportsSinceVisit />} warnings={<RefusedExports />} />,
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
  component: () => <ApplicationPage moreTabs={moreTabs} />,
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

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('./platform/auth/SettingsPage.tsx'), 'SettingsPage'),
})

const settingsSearch = pick('linkedin')

/** LinkedIn's sign-in comes back to /settings and says in `linkedin` how it ended. */
const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: '/',
  validateSearch: settingsSearch,
  beforeLoad: ({ search }) => {
    if (search.linkedin) throw redirect({ to: '/settings/connections', search, replace: true })
    throw redirect({ to: '/settings/profile', replace: true })
  },
})

const profile = createRoute({
  getParentRoute: () => settings,
  path: '/profile',
  component: lazyRouteComponent(() => import('./platform/auth/ProfileTab.tsx'), 'ProfileTab'),
})

const security = createRoute({
  getParentRoute: () => settings,
  path: '/security',
  component: lazyRouteComponent(() => import('./platform/auth/SecurityTab.tsx'), 'SecurityTab'),
})

const connections = createRoute({
  getParentRoute: () => settings,
  path: '/connections',
  validateSearch: pick('linkedin'),
  component: lazyRouteComponent(() => import('./linkedin/user-connection/ConnectionsTab.tsx'), 'ConnectionsTab'),
})

const admin = createRoute({
  getParentRoute: () => frame,
  path: '/admin',
  beforeLoad: () => {
    throw redirect({ to: '/admin/users', replace: true })
  },
})

const users = createRoute({
  getParentRoute: () => frame,
  path: '/admin/users',
  validateSearch: pick('q'),
  component: lazyRouteComponent(() => import('./hiring/users/UsersPage.tsx'), 'UsersPage'),
})

const apiTokens = createRoute({
  getParentRoute: () => frame,
  path: '/admin/api-tokens',
  component: lazyRouteComponent(() => import('./platform/api-tokens/ApiTokensPage.tsx'), 'ApiTokensPage'),
})

const signInRules = createRoute({
  getParentRoute: () => frame,
  path: '/admin/sign-in',
  component: lazyRouteComponent(() => import('./hiring/sign-in-rules/SignInRulesPage.tsx'), 'SignInRulesPage'),
})

const proveDomain = createRoute({
  getParentRoute: () => frame,
  path: '/admin/sign-in/domain',
  component: lazyRouteComponent(() => import('./hiring/company-sign-in/ProveDomainPage.tsx'), 'ProveDomainPage'),
})

const SetUpPage = lazyRouteComponent(() => import('./linkedin/set-up/SetUpPage.tsx'), 'SetUpPage')
const ConnectedUsers = lazyRouteComponent(
  () => import('./linkedin/user-connection/ConnectedUsers.tsx'),
  'ConnectedUsers',
)
const HealthCard = lazyRouteComponent(() => import('./linkedin/delivery/HealthCard.tsx'), 'HealthCard')

/** LinkedIn's sign-in comes back here and says in `linkedin` how it ended. */
const setUp = createRoute({
  getParentRoute: () => frame,
  path: '/admin/linkedin',
  validateSearch: pick('linkedin'),
  beforeLoad: addLateCatalogues,
  loader: () =>
    soon([
      SetUpPage.preload?.() ?? Promise.resolve(),
      ConnectedUsers.preload?.() ?? Promise.resolve(),
      HealthCard.preload?.() ?? Promise.resolve(),
    ]),
  component: () => <SetUpPage users={<ConnectedUsers />} health={<HealthCard />} />,
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
    settings.addChildren([settingsStart, profile, security, connections]),
    admin,
    signInRules,
    proveDomain,
    users,
    apiTokens,
    setUp,
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
