import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export function usersQuery(q: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['users', { q }],
    queryFn: ({ pageParam }) =>
      answer(api.users.$get({ query: { limit: 50, ...(q ? { q } : {}), ...(pageParam ? { next: pageParam } : {}) } })),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
}
