import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../platform/auth/use-session.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { useListKeys } from '../../ui/list-keys.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import classes from './users.module.css'
import type { User } from './users.shapes.ts'

interface UserTableProps {
  users: readonly User[]
  onChoose: (user: User) => void
}

export function UserTable({ users, onChoose }: UserTableProps) {
  const { t, i18n } = useTranslation('users')
  const session = useSession()
  const lists = new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' })
  useListKeys(users.length)
  return (
    <table className={classes.table} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.person')}</th>
          <th scope="col" className={classes.email}>
            {t('columns.email')}
          </th>
          <th scope="col">{t('columns.roles')}</th>
          <th scope="col">{t('columns.access')}</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user, index) => {
          const name = `${user.firstName} ${user.lastName}`
          return (
            <tr key={user.id} data-index={index} data-off={!user.active || undefined}>
              <th scope="row">
                <UnstyledButton className={classes.person} aria-haspopup="dialog" onClick={() => onChoose(user)}>
                  <Initials name={name} own={user.id === session.user.id} />
                  <span>{name}</span>
                </UnstyledButton>
              </th>
              <td className={classes.email}>{user.email}</td>
              <td>
                {user.roles.length > 0
                  ? lists.format(user.roles.map(role => t(`session:roles.${role}`)))
                  : t('noRoles')}
              </td>
              <td>
                <AccessWord user={user} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function AccessWord({ user }: { user: User }) {
  const { t } = useTranslation('users')
  if (!user.active) return <StatusWord tone="off">{t('inactive')}</StatusWord>
  if (!user.invitation) return <StatusWord tone="ok">{t('active')}</StatusWord>
  return <StatusWord tone={user.invitation.state === 'failed' ? 'bad' : 'waiting'}>{t('invited')}</StatusWord>
}
