import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api, queryClient } from '../../api.ts'
import { desk } from './desk-counts-query.tsx'
import type { DoubtState } from './match-desk.shapes.ts'

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
