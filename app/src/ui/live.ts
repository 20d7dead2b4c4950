import { useEffect } from 'react'
import { queryClient } from '../api.ts'

/** What an event tells the browser: never the data, only what it was about. */
interface LiveEvent {
  kind: string
  subjectKind: string
  subjectId: string
  jobId: string | null
}

/**
 * Keeps the screen fresh: each event makes the queries about its subject stale.
 * Queries are keyed `[subjectKind, ...]` or `[subjectKind + 's', ...]`; whatever belongs to a job is also
 * refreshed by `['job', jobId, ...]`. EventSource reconnects by itself; after a gap the server says `resync`.
 */
export function useLive(): void {
  useEffect(() => {
    const source = new EventSource('/api/v1/live')
    source.addEventListener('message', message => refresh(JSON.parse(message.data)))
    source.addEventListener('resync', () => queryClient.invalidateQueries())
    return () => source.close()
  }, [])
}

/** For screens that react to an event itself, as a highlighted new card does. */
export function onLiveEvent(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const listeners = new Set<(event: LiveEvent) => void>()

function refresh(event: LiveEvent): void {
  for (const prefix of [[event.subjectKind, event.subjectId], [`${event.subjectKind}s`]]) {
    queryClient.invalidateQueries({ queryKey: prefix })
  }
  if (event.jobId) queryClient.invalidateQueries({ queryKey: ['job', event.jobId] })
  for (const listener of listeners) listener(event)
}
