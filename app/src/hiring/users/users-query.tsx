import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () => answer(api.users.$get({ query: { limit: 100 } })),
})
