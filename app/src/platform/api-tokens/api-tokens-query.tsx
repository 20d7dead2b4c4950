import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export const apiTokensQuery = infiniteQueryOptions({
  queryKey: ['apiTokens'],
  queryFn: ({ pageParam }) =>
    answer(api['api-tokens'].$get({ query: { limit: 50, ...(pageParam ? { next: pageParam } : {}) } })),
  initialPageParam: '',
  getNextPageParam: page => page.next,
})
