import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { poolQuery } from './pool-query.tsx'

/** The way back from somebody who was opened from a pool, in its order. */
export function poolCrumbs(poolId: string, sort: string | undefined): ReactNode[] {
  return [<PoolsCrumb key="pools" />, <PoolCrumb key="pool" poolId={poolId} sort={sort} />]
}

function PoolsCrumb() {
  const { t } = useTranslation('talent-pools')
  return <Link to="/talent-pools">{t('title')}</Link>
}

function PoolCrumb({ poolId, sort }: { poolId: string; sort: string | undefined }) {
  const { t } = useTranslation('talent-pools')
  const pool = useQuery(poolQuery(poolId))
  return (
    <Link to="/talent-pools/$poolId" params={{ poolId }} search={sort ? { sort } : {}}>
      {pool.data?.name ?? t('one')}
    </Link>
  )
}
