import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { NoPermission } from '../../ui/NoPermission.tsx'
import { Page } from '../../ui/Page.tsx'
import { NewUserDialog } from './NewUserDialog.tsx'
import { UserList } from './UserList.tsx'

/** Admin > Users: who works here, with which roles. */
export function UsersPage() {
  const { t } = useTranslation('users')
  const session = useSession()
  const [adding, setAdding] = useState(false)
  const mayManage = hasRole(session, 'administrator')
  return (
    <Page
      title={t('title')}
      crumbs={[t('admin')]}
      subtitle={t('lead')}
      actions={
        mayManage ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        ) : null
      }
    >
      {mayManage ? <UserList /> : <NoPermission title={t('noPermission')} />}
      <NewUserDialog opened={adding} onClose={() => setAdding(false)} />
    </Page>
  )
}
