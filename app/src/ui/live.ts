import type { Query } from '@tanstack/react-query'
import { queryClient } from '../api.ts'

/** What an event tells the browser: never the data, only what it was about. */
export interface LiveEvent {
  kind: string
  subjectKind: string
  subjectId: string
  jobId: string | null
}

/**
 * Keeps the screens fresh from the sign-in on: each event makes the queries about its subject stale.
 * Those are `[subjectKind, subjectId, ...]`, `[subjectKind, what, ...]` without an id, `[subjectKind + 's', ...]`,
 * and for whatever belongs to a job also `['job', jobId, ...]` and `['jobs', ...]`.
 */
export function startLive(): void {
  if (source && source.readyState !== EventSource.CLOSED) return
  clearTimeout(again)
  const opened = new EventSource('/api/v1/live')
  source = opened
  // What was loaded before may have changed unseen: on the way here, or while the connection was lost.
  opened.addEventListener('open', () => {
    setLost(false)
    queryClient.invalidateQueries({ predicate: isLoadedData })
  })
  opened.addEventListener('resync', () => queryClient.invalidateQueries())
  opened.addEventListener('message', message => refresh(JSON.parse(message.data)))
  opened.addEventListener('error', () => {
    losing ??= setTimeout(setLost, PATIENCE_MS, true)
    // A lost connection is taken up again by the browser itself; a refused one is not.
    if (opened.readyState !== EventSource.CLOSED || opened !== source) return
    queryClient.invalidateQueries()
    again = setTimeout(startLive, 10_000)
  })
}

export function stopLive(): void {
  clearTimeout(again)
  source?.close()
  source = undefined
  setLost(false)
}

let source: EventSource | undefined
let again: ReturnType<typeof setTimeout> | undefined

/** A server that restarts, or a stream that it closes, is back sooner: not worth a word. */
const PATIENCE_MS = 6_000
let losing: ReturnType<typeof setTimeout> | undefined
let lost = false

function setLost(next: boolean): void {
  clearTimeout(losing)
  losing = undefined
  if (next === lost) return
  lost = next
  for (const watcher of watchers) watcher()
}

const watchers = new Set<() => void>()

/** For `useSyncExternalStore`, with `isConnectionLost`. */
export function watchConnection(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

/** Nothing is heard of changes, so what is shown may be old. */
export function isConnectionLost(): boolean {
  return lost
}

function isLoadedData({ queryKey, state }: Query): boolean {
  return queryKey[0] !== 'session' && state.data !== undefined
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
  for (const listener of listeners) listener(event)
  waiting.push(event)
  if (waiting.length === 1) setTimeout(refreshWaiting, 200)
}

let waiting: LiveEvent[] = []

/** Changes often come in packs, as in an import: a list is asked for once, not for each of them. */
function refreshWaiting(): void {
  const events = waiting
  waiting = []
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => events.some(event => isAbout(event, queryKey)) })
}

export function isAbout(event: LiveEvent, [subject, what]: readonly unknown[]): boolean {
  if (subject === `${event.subjectKind}s`) return true
  // Lists of jobs count the people on them.
  if (event.jobId !== null && (subject === 'jobs' || (subject === 'job' && what === event.jobId))) return true
  return subject === event.subjectKind && (what === event.subjectId || !isId(what))
}

function isId(part: unknown): boolean {
  return typeof part === 'string' && /^[a-z]+_[0-9a-z]{10,}$/.test(part)
}
