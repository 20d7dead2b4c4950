import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

/** What came from LinkedIn since my last visit to Home, good and bad. */
export const exportNewsQuery = queryOptions({
  queryKey: ['exportReceipts', 'sinceVisit'],
  queryFn: () => answer(api['export-receipts'].$get({ query: { since: 'visit', limit: 100 } })),
})
