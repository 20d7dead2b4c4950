import { IconBriefcase, IconHelpCircle, IconHome, IconSettings2, IconUsers } from '@tabler/icons-react'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotificationBell } from './hiring/notifications/NotificationBell.tsx'
import { focusSearch, SearchBox } from './hiring/search/SearchBox.tsx'
import { SyncStatus } from './linkedin/delivery/SyncStatus.tsx'
import { InstanceSwitcher } from './platform/auth/InstanceSwitcher.tsx'
import { UserMenu } from './platform/auth/UserMenu.tsx'
import { hasRole, useSession } from './platform/auth/use-session.tsx'
import { useOwnTheme } from './platform/auth/useSavePreferences.tsx'
import { RailButton, RailLink } from './ui/RailLink.tsx'
import { Shell } from './ui/Shell.tsx'
import { useShortcuts } from './ui/shortcuts.tsx'

const ShortcutHelp = lazy(() => import('./ui/ShortcutHelp.tsx'))

/** The frame around every page behind the sign-in: the areas of the product and the tools of the top bar. */
export function Frame() {
  const { t } = useTranslation('frame')
  const session = useSession()
  const mayRead = session.user.roles.length > 0
  const [helpOpen, setHelpOpen] = useState(false)
  useOwnTheme()
  const openHelp = useCallback(() => setHelpOpen(true), [])
  useFrameShortcuts(openHelp)
  return (
    <Shell
      switcher={<InstanceSwitcher />}
      nav={
        <>
          <RailLink to="/" activeOptions={{ exact: true }} icon={<IconHome size={18} />} label={t('home')} />
          <RailLink to="/jobs" icon={<IconBriefcase size={18} />} label={t('jobs')} />
          {mayRead ? <RailLink to="/candidates" icon={<IconUsers size={18} />} label={t('candidates')} /> : null}
        </>
      }
      foot={
        <>
          {hasRole(session, 'administrator') ? (
            <RailLink to="/admin/users" icon={<IconSettings2 size={18} />} label={t('admin')} />
          ) : null}
          <RailButton icon={<IconHelpCircle size={18} />} label={t('help')} onClick={openHelp} />
        </>
      }
      tools={
        <>
          {mayRead ? <SearchBox /> : null}
          <SyncStatus />
          <NotificationBell />
          <UserMenu />
        </>
      }
    >
      <Outlet />
      {helpOpen ? (
        <Suspense>
          <ShortcutHelp onClose={() => setHelpOpen(false)} />
        </Suspense>
      ) : null}
    </Shell>
  )
}

function useFrameShortcuts(openHelp: () => void): void {
  const { t } = useTranslation('frame')
  const navigate = useNavigate()
  const shortcuts = useMemo(
    () => [
      { keys: '?', label: t('keys.help'), run: openHelp },
      { keys: '/', label: t('keys.search'), run: focusSearch },
      { keys: 'g h', label: t('keys.home'), run: () => navigate({ to: '/' }) },
      { keys: 'g j', label: t('keys.jobs'), run: () => navigate({ to: '/jobs' }) },
      { keys: 'g c', label: t('keys.candidates'), run: () => navigate({ to: '/candidates' }) },
    ],
    [t, navigate, openHelp],
  )
  useShortcuts(shortcuts)
}
