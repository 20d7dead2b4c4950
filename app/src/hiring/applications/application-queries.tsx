import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export function boardQuery(jobId: string) {
  return queryOptions({
    queryKey: ['job', jobId, 'board'],
    queryFn: () => answer(api.jobs[':id'].board.$get({ param: { id: jobId } })),
  })
}

export function applicationQuery(applicationId: string) {
  return queryOptions({
    queryKey: ['application', applicationId],
    queryFn: () => answer(api.applications[':id'].$get({ param: { id: applicationId } })),
  })
}
