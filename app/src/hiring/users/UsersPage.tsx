import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AdminPage } from '../../platform/auth/AdminPage.tsx'
import { NewUserDialog } from './NewUserDialog.tsx'
import { UserList } from './UserList.tsx'

/** Admin > Users: who works here, with which roles. */
export function UsersPage() {
  const { t } = useTranslation('users')
  const [adding, setAdding] = useState(false)
  return (
    <AdminPage
      title={t('title')}
      subtitle={t('lead')}
      noPermission={t('noPermission')}
      add={{ label: t('add'), onClick: () => setAdding(true) }}
    >
      <UserList />
      <NewUserDialog opened={adding} onClose={() => setAdding(false)} />
    </AdminPage>
  )
}
