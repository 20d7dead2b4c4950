import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export const ownJobsQuery = queryOptions({
  queryKey: ['jobs', { scope: 'mine', state: 'active' }],
  queryFn: () => answer(api.jobs.$get({ query: { scope: 'mine', state: 'active', limit: 100 } })),
})
