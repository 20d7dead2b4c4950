import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export function jobQuery(jobId: string) {
  return queryOptions({
    queryKey: ['job', jobId],
    queryFn: () => answer(api.jobs[':id'].$get({ param: { id: jobId } })),
  })
}
