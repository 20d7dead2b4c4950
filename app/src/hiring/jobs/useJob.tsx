import { useMutation, useQuery } from '@tanstack/react-query'
import { queryClient } from '../../api.ts'
import { jobQuery } from './job-query.tsx'

export function useJob(jobId: string) {
  return useQuery(jobQuery(jobId))
}

/** Runs one change of a job, then reads everything about that job again. */
export function useJobChange<Input, Result>(jobId: string, change: (input: Input) => Promise<Result>) {
  return useMutation({ mutationFn: change, onSuccess: () => refreshJob(jobId) })
}

export async function refreshJob(jobId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['job', jobId] }),
    queryClient.invalidateQueries({ queryKey: ['jobs'] }),
  ])
}
