import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import type { Neighbours } from '../search/search.shapes.ts'
import { poolNeighboursQuery, sortIn } from '../talent-pools/talent-pool-queries.tsx'
import { neighboursQuery, toQuery } from './candidate-list.tsx'
import classes from './candidate-neighbours.module.css'

const route = getRouteApi('/frame/candidates/$candidateId')

/** On the list of candidates that the address describes. */
export function CandidateNeighbours({ candidateId }: { candidateId: string }) {
  return <Steps around={useQuery(neighboursQuery(candidateId, toQuery(route.useSearch()))).data} />
}

/** In the pool that this candidate was opened from. */
export function PoolNeighbours({ candidateId, poolId }: { candidateId: string; poolId: string }) {
  return <Steps around={useQuery(poolNeighboursQuery(poolId, candidateId, sortIn(route.useSearch()))).data} />
}

/** To the one before and the one after, on the same tab. */
function Steps({ around }: { around: Neighbours | undefined }) {
  const { t, i18n } = useTranslation('candidates')
  const navigate = route.useNavigate()
  const { previousId = null, nextId = null, position = null } = around ?? {}
  const go = (id: string | null) => {
    if (id) navigate({ to: '/candidates/$candidateId', params: { candidateId: id }, search: true, replace: true })
  }
  useShortcuts([
    { keys: 'j', label: t('neighbours.next'), run: () => go(nextId) },
    { keys: 'k', label: t('neighbours.previous'), run: () => go(previousId) },
  ])
  const number = position === null ? null : new Intl.NumberFormat(i18n.language).format(position)
  return (
    <div className={classes.neighbours}>
      {number ? <span className={classes.place}>{t('neighbours.place', { number })}</span> : null}
      <ActionIcon aria-label={t('neighbours.previous')} disabled={previousId === null} onClick={() => go(previousId)}>
        <IconChevronUp size={17} />
      </ActionIcon>
      <ActionIcon aria-label={t('neighbours.next')} disabled={nextId === null} onClick={() => go(nextId)}>
        <IconChevronDown size={17} />
      </ActionIcon>
    </div>
  )
}
