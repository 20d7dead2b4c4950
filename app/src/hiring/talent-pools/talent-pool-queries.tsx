import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api, queryClient } from '../../api.ts'
import { type PoolSort, poolSorts } from './talent-pools.shapes.ts'

export function poolsQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ['talentPools', 'list', q],
    queryFn: ({ pageParam }) =>
      answer(
        api['talent-pools'].$get({ query: { limit: 50, ...(q && { q }), ...(pageParam && { next: pageParam }) } }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** Keyed as candidates: what one of them is called now shows here too. */
export function membersQuery(poolId: string, sort: PoolSort) {
  return infiniteQueryOptions({
    queryKey: ['candidates', 'pool', poolId, sort],
    queryFn: ({ pageParam }) =>
      answer(
        api['talent-pools'][':id'].members.$get({
          param: { id: poolId },
          query: { sort, limit: 50, ...(pageParam && { next: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function poolNeighboursQuery(poolId: string, candidateId: string, sort: PoolSort) {
  return queryOptions({
    queryKey: ['candidates', 'neighbours', candidateId, poolId, sort],
    queryFn: () =>
      answer(
        api['talent-pools'][':id'].members[':candidateId'].neighbours.$get({
          param: { id: poolId, candidateId },
          query: { sort },
        }),
      ),
  })
}

/** The order in an address; unknown words leave the usual one. */
export function sortIn(search: { sort?: string }): PoolSort {
  return poolSorts.find(sort => sort === search.sort) ?? 'added'
}

/** Pools and who is in them have changed: on their own pages, in filters and in histories. */
export async function refreshPools(): Promise<void> {
  const subjects = ['talentPool', 'talentPools', 'candidate', 'candidates']
  await Promise.all(subjects.map(subject => queryClient.invalidateQueries({ queryKey: [subject] })))
}
