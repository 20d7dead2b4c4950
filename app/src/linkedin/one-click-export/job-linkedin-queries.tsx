import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export function jobInLinkedInQuery(jobId: string) {
  return queryOptions({
    queryKey: ['job', jobId, 'linkedin'],
    queryFn: () => answer(api.jobs[':id'].linkedin.$get({ param: { id: jobId } })),
  })
}

/** What became of the exports to a job, without those that I have closed. */
export function openReceiptsQuery(jobId: string) {
  return queryOptions({
    queryKey: ['exportReceipts', { jobId, open: true }],
    queryFn: () => answer(api['export-receipts'].$get({ query: { jobId, open: 'true' } })),
  })
}
