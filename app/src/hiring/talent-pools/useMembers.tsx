import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { showToast } from '../../ui/toast.tsx'
import { nameOf } from '../candidates/candidate-query.tsx'
import { refreshPools } from './talent-pool-queries.tsx'
import type { PoolMember, TalentPool } from './talent-pools.shapes.ts'

export interface RefusedChange {
  what: 'remove' | 'return'
  name: string
  error: unknown
}

/** Takes people out of a pool and, for a moment, back; and tells why the last of it was refused. */
export function useMembers(pool: Pick<TalentPool, 'id' | 'name'>) {
  const { t } = useTranslation('talent-pools')
  const [refused, setRefused] = useState<RefusedChange>()
  const place = api['talent-pools'][':id'].members[':candidateId']
  const attempt = async (what: RefusedChange['what'], name: string, doing: Promise<unknown>) => {
    setRefused(undefined)
    const isDone = await doing.then(
      () => true,
      (error: unknown) => setRefused({ what, name, error }),
    )
    await refreshPools()
    return isDone === true
  }
  const giveBack = async (member: PoolMember) => {
    const [name, param] = [nameOf(member), { id: pool.id, candidateId: member.candidateId }]
    const isBack = await attempt('return', name, answer(place.return.$post({ param })))
    if (isBack) showToast({ message: t('remove.back', { name, pool: pool.name }) })
  }
  return {
    refused,
    forget: () => setRefused(undefined),
    /** True when the person is out. */
    remove: async (member: PoolMember) => {
      const [name, param] = [nameOf(member), { id: pool.id, candidateId: member.candidateId }]
      const isGone = await attempt('remove', name, answer(place.$delete({ param })))
      const action = { label: t('ui:undo'), onClick: () => giveBack(member) }
      if (isGone) showToast({ message: t('remove.done', { name, pool: pool.name }), action })
      return isGone
    },
  }
}
