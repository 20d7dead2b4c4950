import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { MoreButton } from '../../ui/MoreButton.tsx'
import { UserDialog } from './UserDialog.tsx'
import { UserTable } from './UserTable.tsx'
import classes from './users.module.css'
import type { User } from './users.shapes.ts'
import { usersQuery } from './users-query.tsx'

const route = getRouteApi('/frame/admin/users')

export function UserList() {
  const { t } = useTranslation('users')
  const { q } = route.useSearch()
  const query = useInfiniteQuery({ ...usersQuery(q), placeholderData: keepPreviousData })
  const [chosen, setChosen] = useState<User | null>(null)
  return (
    <>
      <UserFilter />
      <Loaded query={query} failed={t('failed')} loading={<Loading rows={6} rowHeight={40} />}>
        {({ pages }) => {
          const users = pages.flatMap(page => page.data)
          return users.length === 0 ? (
            <EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />
          ) : (
            <UserTable users={users} onChoose={setChosen} />
          )
        }}
      </Loaded>
      <MoreButton query={query}>{t('more')}</MoreButton>
      {chosen ? <UserDialog key={chosen.id} user={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  )
}

/** The address carries the words, so that Back and a copied link show the same people. */
function UserFilter() {
  const { t } = useTranslation('users')
  const { q } = route.useSearch()
  const navigate = useNavigate()
  const [words, setWords] = useState(q ?? '')
  const search = useDebouncedCallback((text: string) => {
    navigate({ to: '/admin/users', search: text.trim() === '' ? {} : { q: text.trim() }, replace: true })
  }, 150)
  return (
    <TextInput
      type="search"
      className={classes.filter ?? ''}
      aria-label={t('filter')}
      placeholder={t('filter')}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={words}
      onChange={event => {
        setWords(event.target.value)
        search(event.target.value)
      }}
    />
  )
}
