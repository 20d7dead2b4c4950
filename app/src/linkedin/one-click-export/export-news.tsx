import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

/** Who came from LinkedIn since my last visit to Home. */
export const exportNewsQuery = queryOptions({
  queryKey: ['exportReceipts', 'sinceVisit'],
  queryFn: () => answer(api['export-receipts'].$get({ query: { since: 'visit', outcome: 'good', limit: 100 } })),
})

/** What did not arrive, until I close it: nothing else may tell of an export that names no job. */
export const refusedExportsQuery = queryOptions({
  queryKey: ['exportReceipts', 'refused'],
  queryFn: () => answer(api['export-receipts'].$get({ query: { open: 'true', outcome: 'bad', limit: 10 } })),
})
