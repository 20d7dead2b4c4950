import { useDebouncedValue } from '@mantine/hooks'
import { IconBriefcase, IconUser, IconUsersGroup } from '@tabler/icons-react'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { useSession } from '../../platform/auth/use-session.tsx'
import { candidateQuery, nameOf } from '../candidates/candidate-query.tsx'
import { jobQuery } from '../jobs/job-query.tsx'
import type { PaletteItem } from './palette-item.tsx'
import { listRecent } from './recent.tsx'
import { whileTyping } from './typed-words.tsx'

const SHOWN = 5
const PAUSE_MS = 150

/** People, jobs and pools that fit what was typed, while one types. */
export function usePaletteHits(typed: string, mayFindPeople: boolean) {
  const [q] = useDebouncedValue(typed, PAUSE_MS)
  const open = useOpen()
  const people = useQuery({
    queryKey: ['candidates', 'palette', q],
    queryFn: () => answer(api.candidates.$get({ query: { q: whileTyping(q), limit: SHOWN } })),
    enabled: mayFindPeople && q !== '',
    placeholderData: keepPreviousData,
  })
  const jobs = useQuery({
    queryKey: ['jobs', 'palette', q],
    queryFn: () => answer(api.jobs.$get({ query: { q, scope: 'all', limit: SHOWN } })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const pools = useQuery({
    queryKey: ['talentPools', 'palette', q],
    queryFn: () => answer(api['talent-pools'].$get({ query: { q, limit: SHOWN } })),
    enabled: mayFindPeople && q !== '',
    placeholderData: keepPreviousData,
  })
  return {
    isAsking: typed !== q || people.isFetching || jobs.isFetching || pools.isFetching,
    people: people.data?.data.map(person => open.person(person)) ?? [],
    jobs: jobs.data?.data.map(job => open.job(job)) ?? [],
    pools: pools.data?.data.map(pool => open.pool(pool)) ?? [],
  }
}

/** The people and jobs that this person looked at last, as far as he may still see them. */
export function useRecentItems(): PaletteItem[] {
  const { user } = useSession()
  const open = useOpen()
  const [recent] = useState(() => listRecent(user.id))
  const found = useQueries({
    queries: recent.map(({ kind, id }) => ({ ...(kind === 'job' ? jobQuery(id) : candidateQuery(id)), retry: false })),
  })
  return found.flatMap(({ data }) => {
    if (!data) return []
    return 'title' in data ? [open.job(data)] : [open.person(data)]
  })
}

function useOpen() {
  const navigate = useNavigate()
  return {
    person: (person: { id: string; firstName: string; lastName: string; headline: string | null }): PaletteItem => ({
      id: person.id,
      label: nameOf(person),
      second: person.headline,
      icon: <IconUser size={16} />,
      run: () => navigate({ to: '/candidates/$candidateId', params: { candidateId: person.id } }),
    }),
    job: (job: { id: string; title: string; reference: string }): PaletteItem => ({
      id: job.id,
      label: job.title,
      second: job.reference,
      icon: <IconBriefcase size={16} />,
      run: () => navigate({ to: '/jobs/$jobId', params: { jobId: job.id } }),
    }),
    pool: (pool: { id: string; name: string; owner: { name: string } | null }): PaletteItem => ({
      id: pool.id,
      label: pool.name,
      second: pool.owner?.name,
      icon: <IconUsersGroup size={16} />,
      run: () => navigate({ to: '/talent-pools/$poolId', params: { poolId: pool.id } }),
    }),
  }
}
