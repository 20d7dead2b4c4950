import {
  IconBriefcase,
  IconHelpCircle,
  IconHome,
  IconSettings2,
  IconUserQuestion,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useDestinations } from './frame-commands.tsx'
import { NotificationBell } from './hiring/notifications/NotificationBell.tsx'
import type { PaletteItem } from './hiring/search/palette-item.tsx'
import { SearchButton } from './hiring/search/SearchButton.tsx'
import { focusSearchField } from './hiring/search/SearchField.tsx'
import { SyncStatus } from './linkedin/delivery/SyncStatus.tsx'
import { InstanceSwitcher } from './platform/auth/InstanceSwitcher.tsx'
import { UserMenu } from './platform/auth/UserMenu.tsx'
import { hasRole, useSession } from './platform/auth/use-session.tsx'
import { useOwnTheme } from './platform/auth/useSavePreferences.tsx'
import { RailButton, RailLink } from './ui/RailLink.tsx'
import { Shell } from './ui/Shell.tsx'
import { useShortcuts } from './ui/shortcuts.tsx'

const ShortcutHelp = lazy(() => import('./ui/ShortcutHelp.tsx'))
const importPalette = () => import('./hiring/search/Palette.tsx')
const Palette = lazy(importPalette)

/** The frame around every page behind the sign-in: the areas of the product and the tools of the top bar. */
export function Frame() {
  const { t } = useTranslation('frame')
  const session = useSession()
  const mayRead = session.user.roles.length > 0
  const { opening, open, close } = useOpenings()
  const destinations = useDestinations()
  const actions = useActions(() => open('help'))
  useOwnTheme()
  useEffect(getPaletteReady, [])
  useFrameShortcuts([...destinations, ...actions], () => open('palette'))
  return (
    <Shell
      switcher={<InstanceSwitcher />}
      nav={
        <>
          <RailLink to="/" activeOptions={{ exact: true }} icon={<IconHome size={18} />} label={t('home')} />
          <RailLink to="/jobs" icon={<IconBriefcase size={18} />} label={t('jobs')} />
          {mayRead ? <RailLink to="/candidates" icon={<IconUsers size={18} />} label={t('candidates')} /> : null}
          {mayRead ? <RailLink to="/talent-pools" icon={<IconUsersGroup size={18} />} label={t('pools')} /> : null}
          {hasRole(session, 'administrator', 'recruiter') ? (
            <RailLink to="/match-desk" icon={<IconUserQuestion size={18} />} label={t('matchDesk')} />
          ) : null}
        </>
      }
      foot={
        <>
          {hasRole(session, 'administrator') ? (
            <RailLink to="/admin" icon={<IconSettings2 size={18} />} label={t('admin')} />
          ) : null}
          <RailButton icon={<IconHelpCircle size={18} />} label={t('help')} onClick={() => open('help')} />
        </>
      }
      tools={
        <>
          <SearchButton onOpen={() => open('palette')} />
          <SyncStatus />
          <NotificationBell />
          <UserMenu />
        </>
      }
    >
      <Outlet />
      <Suspense>
        {opening?.what === 'help' ? <ShortcutHelp onClose={() => close(opening.turn)} /> : null}
        {opening?.what === 'palette' ? (
          <Palette
            key={opening.turn}
            destinations={destinations}
            actions={actions}
            mayFindPeople={mayRead}
            onClose={() => close(opening.turn)}
          />
        ) : null}
      </Suspense>
    </Shell>
  )
}

/** Each opening is one of its own: a browser tells late that a dialog was closed, and the next may be open by then. */
function useOpenings() {
  const [opening, setOpening] = useState<{ what: 'help' | 'palette'; turn: number }>()
  return {
    opening,
    open: (what: 'help' | 'palette') => setOpening(before => ({ what, turn: (before?.turn ?? 0) + 1 })),
    close: (turn: number) => setOpening(now => (now?.turn === turn ? undefined : now)),
  }
}

// What is typed right after Ctrl K must not fall on the page.
function getPaletteReady(): () => void {
  const timer = setTimeout(importPalette, 1_500)
  return () => clearTimeout(timer)
}

/** The keys of everywhere: those of the pages and actions, and the two ways to search. */
function useFrameShortcuts(items: readonly PaletteItem[], openPalette: () => void): void {
  const { t } = useTranslation('frame')
  const ofItems = items.flatMap(({ keys, label, run }) =>
    keys ? [{ keys, label, run, everywhere: true as const }] : [],
  )
  useShortcuts([
    { keys: 'mod+k', label: t('keys.palette'), run: openPalette, everywhere: true, inFields: true },
    { keys: '/', label: t('keys.search'), run: () => focusSearchField() || openPalette(), everywhere: true },
    ...ofItems,
  ])
}
