import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'
import { TabBar, TabLink } from '../../ui/TabBar.tsx'

/** Personal settings. Each tab is an address, and belongs to the slice that it is about. */
export function SettingsPage() {
  const { t } = useTranslation('session')
  return (
    <Page
      title={t('settings.title')}
      tabs={
        <TabBar label={t('ui:sections')}>
          <TabLink to="/settings/profile">{t('settings.profile')}</TabLink>
          <TabLink to="/settings/security">{t('settings.security')}</TabLink>
          <TabLink to="/settings/connections">{t('settings.connections')}</TabLink>
        </TabBar>
      }
    >
      <Outlet />
    </Page>
  )
}
