import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AdminPage } from '../auth/AdminPage.tsx'
import { ApiTokenList } from './ApiTokenList.tsx'
import { NewApiTokenDialog } from './NewApiTokenDialog.tsx'

/** Admin > API tokens: which programs may do what here. */
export function ApiTokensPage() {
  const { t } = useTranslation('api-tokens')
  const [making, setMaking] = useState(false)
  return (
    <AdminPage
      title={t('title')}
      subtitle={t('lead')}
      noPermission={t('noPermission')}
      add={{ label: t('make'), onClick: () => setMaking(true) }}
    >
      <ApiTokenList />
      {making ? <NewApiTokenDialog onClose={() => setMaking(false)} /> : null}
    </AdminPage>
  )
}
