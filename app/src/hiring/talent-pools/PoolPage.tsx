import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { MoreButton } from '../../ui/MoreButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { AddPeopleDialog } from './AddPeopleDialog.tsx'
import { PoolMenu } from './PoolMenu.tsx'
import { PoolTable } from './PoolTable.tsx'
import { poolQuery } from './pool-query.tsx'
import { membersQuery, sortIn } from './talent-pool-queries.tsx'
import classes from './talent-pools.module.css'
import { poolSorts, type TalentPool } from './talent-pools.shapes.ts'

const route = getRouteApi('/frame/talent-pools/$poolId')

/** The people in one pool. Each opens as a candidate, from whom one gets back here and on to the next. */
export function PoolPage() {
  const { t } = useTranslation('talent-pools')
  const { poolId } = route.useParams()
  const query = useQuery(poolQuery(poolId))
  const pool = query.data
  return (
    <Page
      title={pool?.name ?? t('one')}
      crumbs={[
        <Link key="pools" to="/talent-pools">
          {t('title')}
        </Link>,
      ]}
      subtitle={pool ? <Facts pool={pool} /> : null}
      actions={pool ? <Actions pool={pool} /> : null}
    >
      <Loaded query={query} failed={t('oneFailed')} loading={<Loading rows={8} rowHeight={53} />}>
        {data => <People pool={data} />}
      </Loaded>
    </Page>
  )
}

function Facts({ pool }: { pool: TalentPool }) {
  const { t, i18n } = useTranslation('talent-pools')
  const number = new Intl.NumberFormat(i18n.language).format(pool.memberCount)
  const people = t('people', { count: pool.memberCount, number })
  return <>{pool.owner ? `${people} · ${t('ownedBy', { name: pool.owner.name })}` : people}</>
}

function Actions({ pool }: { pool: TalentPool }) {
  const { t } = useTranslation('talent-pools')
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  return (
    <>
      {pool.permissions.editMembers ? (
        <Button aria-haspopup="dialog" onClick={() => setAdding(true)}>
          <IconPlus size={15} aria-hidden />
          <span className={classes.addWord}>{t('addPeople.button')}</span>
        </Button>
      ) : null}
      <PoolMenu pool={pool} onDeleted={() => navigate({ to: '/talent-pools' })} />
      {adding ? <AddPeopleDialog pool={pool} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function People({ pool }: { pool: TalentPool }) {
  const { t } = useTranslation('talent-pools')
  const sort = sortIn(route.useSearch())
  const navigate = route.useNavigate()
  const members = useInfiniteQuery(membersQuery(pool.id, sort))
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('sort.label')}
          value={sort}
          onChange={next => navigate({ search: { sort: next === 'added' ? '' : next }, replace: true })}
          data={poolSorts.map(one => ({ value: one, label: t(`sort.${one}`) }))}
        />
        <Link to="/candidates" search={{ pool: [pool.id] }} className={classes.searchIn}>
          <IconSearch size={15} aria-hidden />
          {t('searchIn')}
        </Link>
      </div>
      <Loaded query={members} failed={t('membersFailed')} loading={<Loading rows={8} rowHeight={53} />}>
        {data => {
          const list = data.pages.flatMap(page => page.data)
          if (list.length > 0) return <PoolTable pool={pool} members={list} sort={sort} />
          return <EmptyState title={t('empty')} why={t(pool.permissions.editMembers ? 'emptyWhy' : 'emptyWhyReader')} />
        }}
      </Loaded>
      <MoreButton query={members}>{t('moreMembers')}</MoreButton>
    </>
  )
}
