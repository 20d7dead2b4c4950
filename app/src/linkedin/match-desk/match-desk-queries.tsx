import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api, queryClient } from '../../api.ts'
import type { DoubtState } from './match-desk.shapes.ts'

// Keyed as candidates: whatever changes about one of them may change what is in doubt.
const desk = ['candidates', 'matchDesk'] as const

export const countsQuery = queryOptions({
  queryKey: [...desk, 'counts'],
  queryFn: () => answer(api['match-desk'].$get()),
})

export function doubtsQuery(state: DoubtState) {
  return infiniteQueryOptions({
    queryKey: [...desk, 'doubts', state],
    queryFn: ({ pageParam }) =>
      answer(api['match-desk'].doubts.$get({ query: { state, ...(pageParam && { next: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
  })
}

/** Of one candidate, or of all. */
export function mergesQuery(candidateId?: string) {
  return infiniteQueryOptions({
    queryKey: [...desk, 'merges', candidateId ?? 'all'],
    queryFn: ({ pageParam }) =>
      answer(
        api['match-desk'].merges.$get({
          query: { ...(candidateId && { candidateId }), ...(pageParam && { next: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
  })
}

/** Two have become one, or one two: whatever shows people is stale. */
export async function refreshPeople(): Promise<void> {
  const subjects = ['candidate', 'candidates', 'job', 'jobs', 'application', 'talentPools']
  await Promise.all(subjects.map(subject => queryClient.invalidateQueries({ queryKey: [subject] })))
}
