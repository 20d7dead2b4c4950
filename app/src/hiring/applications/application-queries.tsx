import { type QueryKey, queryOptions } from '@tanstack/react-query'
import { answer, api, queryClient } from '../../api.ts'

export function boardQuery(jobId: string) {
  const queryKey = ['job', jobId, 'board']
  return queryOptions({
    queryKey,
    queryFn: () => asShown(queryKey, answer(api.jobs[':id'].board.$get({ param: { id: jobId } }))),
  })
}

export function applicationQuery(applicationId: string) {
  const queryKey = ['application', applicationId]
  return queryOptions({
    queryKey,
    queryFn: () => asShown(queryKey, answer(api.applications[':id'].$get({ param: { id: applicationId } }))),
  })
}

/** What the server would not do, and with whom. */
export interface Refused {
  what: 'move' | 'undo' | 'reopen' | 'undoClosing' | 'undoReopening'
  name: string
  error: unknown
}

export const STAGE_MOVE = 'stageMove'

/** As long as moves are on their way, what the server says is older than the screen. After the last one it is asked again. */
async function asShown<T>(queryKey: QueryKey, answered: Promise<T>): Promise<T> {
  const told = await answered
  if (queryClient.isMutating({ mutationKey: [STAGE_MOVE] }) === 0) return told
  return queryClient.getQueryData<T>(queryKey) ?? told
}
