import { AsyncResource } from 'node:async_hooks'
import type { DatabaseThread } from './embedded-thread.ts'

export interface ThreadKeeper {
  /** The living thread. Waits while one is being opened, and throws while none can be. */
  get(): Promise<DatabaseThread>
  /** Opens no more threads, and answers the last one if it lives. */
  close(): Promise<DatabaseThread | undefined>
}

interface KeeperOptions {
  /** Opens a thread that is ready for work. Called again whenever the former one has ended. */
  open(): Promise<DatabaseThread>
  /** A fresh thread has taken over: what was announced meanwhile went to nobody. */
  onReplaced(): void
}

const SHORTEST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5_000

/** Sees to it that there is a database thread. The first one must open; later ones are tried until one does. */
export async function keepThread({ open, onReplaced }: KeeperOptions): Promise<ThreadKeeper> {
  let thread = await open()
  let opening: Promise<DatabaseThread> | undefined
  let failure: unknown
  let timer: NodeJS.Timeout | undefined
  let pauseMs = SHORTEST_PAUSE_MS
  let closed = false
  // Whoever finds the thread dead may be in the middle of a transaction. What is told afterwards is no part of it.
  const tellReplaced = AsyncResource.bind(onReplaced)

  const replace = () => {
    timer = undefined
    if (closed || opening || thread.isAlive()) return
    // Two databases on one directory would destroy it: the former thread must be gone.
    opening = thread.ended.then(open)
    opening.then(take, fail)
  }
  const take = (next: DatabaseThread) => {
    opening = undefined
    failure = undefined
    pauseMs = SHORTEST_PAUSE_MS
    thread = next
    void thread.ended.then(replace)
    tellReplaced()
  }
  const fail = (error: unknown) => {
    opening = undefined
    failure = error
    if (closed) return
    timer = setTimeout(replace, pauseMs)
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  }
  void thread.ended.then(replace)

  return {
    get: async () => {
      if (thread.isAlive()) return thread
      if (failure !== undefined && !opening) throw failure
      replace()
      return opening ?? thread
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      const last = await Promise.resolve(opening).catch(() => undefined)
      return [last, thread].find(one => one?.isAlive())
    },
  }
}
