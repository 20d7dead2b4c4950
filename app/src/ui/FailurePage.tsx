import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorState } from './ErrorState.tsx'
import { Page } from './Page.tsx'

/** When a page itself breaks, or its data never came. */
export function FailurePage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('ui')
  const router = useRouter()
  return (
    <Page title={t('failure.title')} airy>
      <ErrorState
        title={t('failure.what')}
        error={error}
        onRetry={() => {
          reset()
          router.invalidate()
        }}
      />
    </Page>
  )
}
