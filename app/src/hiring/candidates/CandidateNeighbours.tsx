import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { neighboursQuery, toQuery } from './candidate-list.tsx'
import classes from './candidate-neighbours.module.css'

const route = getRouteApi('/frame/candidates/$candidateId')

/** The one before and the one after on the list that this candidate was opened from, on the same tab. */
export function CandidateNeighbours({ candidateId }: { candidateId: string }) {
  const { t, i18n } = useTranslation('candidates')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useQuery(neighboursQuery(candidateId, toQuery(search)))
  const { previousId = null, nextId = null, position = null } = data ?? {}
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
