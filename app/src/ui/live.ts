import { useEffect } from 'react'
import { queryClient } from '../api.ts'

/** What an event tells the browser: never the data, only what it was about. */
export interface LiveEvent {
  kind: string
  subjectKind: string
  subjectId: string
  jobId: string | null
}

/**
 * Keeps the screen fresh while the app is open: each event makes the queries about its subject stale.
 * Those are `[subjectKind, subjectId, ...]`, `[subjectKind, what, ...]` without an id, `[subjectKind + 's', ...]`,
 * and for whatever belongs to a job also `['job', jobId, ...]`.
 */
export function useLive(): void {
  useEffect(() => {
    let source: EventSource
    let again: ReturnType<typeof setTimeout> | undefined
    function connect() {
      source = new EventSource('/api/v1/live')
      source.addEventListener('message', message => refresh(JSON.parse(message.data)))
      // After a gap the server does not say what was missed.
      source.addEventListener('resync', () => queryClient.invalidateQueries())
      source.addEventListener('error', () => {
        // A lost connection is taken up again by the browser itself; a refused one is not.
        if (source.readyState !== EventSource.CLOSED) return
        queryClient.invalidateQueries()
        again = setTimeout(connect, 10_000)
      })
    }
    connect()
    return () => {
      clearTimeout(again)
      source.close()
    }
  }, [])
}

/** For screens that react to an event itself, as a board does to a new card. */
export function onLiveEvent(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const listeners = new Set<(event: LiveEvent) => void>()

function refresh(event: LiveEvent): void {
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => isAbout(event, queryKey) })
  for (const listener of listeners) listener(event)
}

export function isAbout(event: LiveEvent, [subject, what]: readonly unknown[]): boolean {
  if (subject === `${event.subjectKind}s`) return true
  if (subject === 'job' && what === event.jobId) return true
  return subject === event.subjectKind && (what === event.subjectId || !isId(what))
}

function isId(part: unknown): boolean {
  return typeof part === 'string' && /^[a-z]+_[0-9a-z]{10,}$/.test(part)
}
