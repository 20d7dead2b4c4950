import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { showToast } from '../../ui/toast.tsx'
import { refreshPools } from './talent-pool-queries.tsx'
import type { AddedPoolMembers, TalentPool } from './talent-pools.shapes.ts'

/** What follows when people were added: how many were new, and from elsewhere the way to the pool. */
export function useAdded() {
  const { t, i18n } = useTranslation('talent-pools')
  const navigate = useNavigate()
  return (
    { addedIds }: AddedPoolMembers,
    { pool, isElsewhere = false }: { pool: TalentPool; isElsewhere?: boolean },
  ) => {
    refreshPools()
    const count = addedIds.length
    const number = new Intl.NumberFormat(i18n.language).format(count)
    const open = () => navigate({ to: '/talent-pools/$poolId', params: { poolId: pool.id } })
    showToast({
      message:
        count === 0 ? t('added.nobody', { pool: pool.name }) : t('added.done', { count, number, pool: pool.name }),
      ...(isElsewhere && { action: { label: t('added.open'), onClick: open } }),
    })
  }
}
