import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { MoreButton } from '../../ui/MoreButton.tsx'
import { NoPermission } from '../../ui/NoPermission.tsx'
import { Page } from '../../ui/Page.tsx'
import { SearchField } from '../search/SearchField.tsx'
import { PoolCards } from './PoolCards.tsx'
import { PoolDialog } from './PoolDialog.tsx'
import { poolsQuery } from './talent-pool-queries.tsx'
import classes from './talent-pools.module.css'

const route = getRouteApi('/frame/talent-pools')

/** Lists of people to come back to. What is searched for is in the address. */
export function TalentPoolsPage() {
  const { t } = useTranslation('talent-pools')
  const session = useSession()
  if (session.user.roles.length === 0) {
    return (
      <Page title={t('title')}>
        <NoPermission title={t('noPermission')} whoCanGrant={t('noPermissionWhy')} />
      </Page>
    )
  }
  return <Pools mayCreate={hasRole(session, 'administrator', 'recruiter', 'hiring_manager')} />
}

function Pools({ mayCreate }: { mayCreate: boolean }) {
  const { t } = useTranslation('talent-pools')
  const { q = '', new: dialog } = route.useSearch()
  const navigate = route.useNavigate()
  const pools = useInfiniteQuery(poolsQuery(q))
  const change = (part: { q?: string; new?: string }) =>
    navigate({ search: before => ({ ...before, ...part }), replace: true })
  const create = (
    <Button leftSection={<IconPlus size={15} />} aria-haspopup="dialog" onClick={() => change({ new: 'pool' })}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={mayCreate ? create : null}>
      <div className={classes.bar}>
        <SearchField
          label={t('search')}
          className={classes.search}
          value={q}
          onSearch={words => change({ q: words })}
        />
      </div>
      <Loaded query={pools} failed={t('failed')} loading={<Loading rows={4} rowHeight={96} />}>
        {data => {
          const list = data.pages.flatMap(page => page.data)
          if (list.length > 0) return <PoolCards pools={list} />
          if (q) return <EmptyState title={t('noneFound', { words: q })} why={t('noneFoundWhy')} />
          return <EmptyState title={t('none')} why={t(mayCreate ? 'noneWhy' : 'noneWhyReader')} />
        }}
      </Loaded>
      <MoreButton query={pools}>{t('more')}</MoreButton>
      {mayCreate && dialog !== undefined ? (
        <PoolDialog
          onClose={() => change({ new: '' })}
          onSaved={pool => navigate({ to: '/talent-pools/$poolId', params: { poolId: pool.id } })}
        />
      ) : null}
    </Page>
  )
}
