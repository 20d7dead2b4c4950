import { useTranslation } from 'react-i18next'
import { TabBar, TabLink } from './TabBar.tsx'

/** The pages under Admin. Each is a page of its own slice; this is what they share. */
export function AdminTabs() {
  const { t } = useTranslation('ui')
  return (
    <TabBar label={t('admin.name')}>
      <TabLink to="/admin/users">{t('admin.users')}</TabLink>
      <TabLink to="/admin/sign-in">{t('admin.signIn')}</TabLink>
      <TabLink to="/admin/linkedin">{t('admin.linkedin')}</TabLink>
      <TabLink to="/admin/api-tokens">{t('admin.apiTokens')}</TabLink>
    </TabBar>
  )
}
