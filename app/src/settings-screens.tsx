import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { frame } from './signed-in.tsx'
import { addLateCatalogues } from './ui/i18n/i18n.ts'
import { pick } from './ui/search-params.ts'
import { soon } from './ui/soon.ts'

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

/** One's own settings, and those of the company. */
export const settingsScreens = [
  settings.addChildren([settingsStart, profile, security, connections]),
  admin,
  signInRules,
  proveDomain,
  users,
  apiTokens,
  setUp,
] as const
