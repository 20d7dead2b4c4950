import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { NoPermission } from '../../ui/NoPermission.tsx'
import { Page } from '../../ui/Page.tsx'
import { NewUserDialog } from './NewUserDialog.tsx'
import { UserDialog } from './UserDialog.tsx'
import { UserTable } from './UserTable.tsx'
import type { User } from './users.shapes.ts'
import { usersQuery } from './users-query.tsx'

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
      {mayManage ? <Users /> : <NoPermission title={t('noPermission')} />}
      <NewUserDialog opened={adding} onClose={() => setAdding(false)} />
    </Page>
  )
}

function Users() {
  const { t } = useTranslation('users')
  const query = useQuery(usersQuery)
  const [chosen, setChosen] = useState<User | null>(null)
  return (
    <>
      <Loaded query={query} failed={t('failed')} loading={<Loading rows={6} rowHeight={40} />}>
        {page => <UserTable users={page.data} onChoose={setChosen} />}
      </Loaded>
      {chosen ? <UserDialog key={chosen.id} user={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  )
}
