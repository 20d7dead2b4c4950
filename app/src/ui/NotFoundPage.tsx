import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState.tsx'
import { LinkButton } from './links.tsx'
import { Page } from './Page.tsx'

export function NotFoundPage() {
  const { t } = useTranslation('ui')
  return (
    <Page title={t('notFound.title')} airy>
      <EmptyState
        title={t('notFound.what')}
        why={t('notFound.why')}
        action={<LinkButton to="/">{t('notFound.home')}</LinkButton>}
      />
    </Page>
  )
}
