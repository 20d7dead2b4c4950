import {
  IconBriefcase,
  IconHelpCircle,
  IconHome,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPlugConnected,
  IconPlus,
  IconSettings2,
  IconSun,
  IconUser,
  IconUserPlus,
  IconUserQuestion,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PaletteItem } from './hiring/search/palette-item.tsx'
import { hasRole, useSession } from './platform/auth/use-session.tsx'
import { useSavePreferences } from './platform/auth/useSavePreferences.tsx'
import { useSignOut } from './platform/auth/useSignOut.tsx'

const size = 16

/** The pages that this person may go to from anywhere. */
export function useDestinations(): PaletteItem[] {
  const { t } = useTranslation('frame')
  const navigate = useNavigate()
  const session = useSession()
  const all: (PaletteItem & { hidden?: boolean })[] = [
    { id: 'home', label: t('go.home'), keys: 'g h', icon: <IconHome size={size} />, run: () => navigate({ to: '/' }) },
    {
      id: 'jobs',
      label: t('go.jobs'),
      keys: 'g j',
      icon: <IconBriefcase size={size} />,
      run: () => navigate({ to: '/jobs' }),
    },
    {
      id: 'candidates',
      label: t('go.candidates'),
      keys: 'g c',
      icon: <IconUsers size={size} />,
      run: () => navigate({ to: '/candidates' }),
      hidden: session.user.roles.length === 0,
    },
    {
      id: 'pools',
      label: t('go.pools'),
      keys: 'g p',
      icon: <IconUsersGroup size={size} />,
      run: () => navigate({ to: '/talent-pools' }),
      hidden: session.user.roles.length === 0,
    },
    {
      id: 'matchDesk',
      label: t('go.matchDesk'),
      keys: 'g m',
      icon: <IconUserQuestion size={size} />,
      run: () => navigate({ to: '/match-desk' }),
      hidden: !hasRole(session, 'administrator', 'recruiter'),
    },
    {
      id: 'admin',
      label: t('go.users'),
      keys: 'g a',
      icon: <IconSettings2 size={size} />,
      run: () => navigate({ to: '/admin/users' }),
      hidden: !hasRole(session, 'administrator'),
    },
    {
      id: 'settings',
      label: t('go.settings'),
      icon: <IconUser size={size} />,
      run: () => navigate({ to: '/settings/profile' }),
    },
    {
      id: 'connections',
      label: t('go.connections'),
      icon: <IconPlugConnected size={size} />,
      run: () => navigate({ to: '/settings/connections' }),
    },
  ]
  return all.filter(item => !item.hidden)
}

/** What this person may do from anywhere. */
export function useActions(openHelp: () => void): PaletteItem[] {
  const { t } = useTranslation(['frame', 'session'])
  const navigate = useNavigate()
  const session = useSession()
  const save = useSavePreferences()
  const signOut = useSignOut()
  const language = session.user.language === 'nl' ? 'en' : 'nl'
  const theme = document.documentElement.dataset.mantineColorScheme === 'dark' ? 'light' : 'dark'
  const all: (PaletteItem & { hidden?: boolean })[] = [
    {
      id: 'newJob',
      label: t('frame:do.newJob'),
      icon: <IconPlus size={size} />,
      run: () => navigate({ to: '/jobs', search: { new: 'job' } }),
      hidden: !hasRole(session, 'recruiter', 'hiring_manager'),
    },
    {
      id: 'newCandidate',
      label: t('frame:do.newCandidate'),
      icon: <IconUserPlus size={size} />,
      run: () => navigate({ to: '/candidates', search: { new: 'candidate' } }),
      hidden: !hasRole(session, 'administrator', 'recruiter', 'hiring_manager'),
    },
    {
      id: 'newPool',
      label: t('frame:do.newPool'),
      icon: <IconPlus size={size} />,
      run: () => navigate({ to: '/talent-pools', search: { new: 'pool' } }),
      hidden: !hasRole(session, 'administrator', 'recruiter', 'hiring_manager'),
    },
    {
      id: 'language',
      label: t('frame:do.language', { language: t(`session:languages.${language}`) }),
      icon: <IconLanguage size={size} />,
      run: () => save({ language }),
    },
    {
      id: 'theme',
      label: t('frame:do.theme', { theme: t(`session:themes.${theme}`) }),
      icon: theme === 'dark' ? <IconMoon size={size} /> : <IconSun size={size} />,
      run: () => save({ theme }),
    },
    { id: 'help', label: t('frame:help'), keys: '?', icon: <IconHelpCircle size={size} />, run: openHelp },
    { id: 'signOut', label: t('session:menu.signOut'), icon: <IconLogout size={size} />, run: signOut },
  ]
  return all.filter(item => !item.hidden)
}
