import { prepareDataDirectory } from './data-directory.ts'
import { lockDataDirectory } from './data-directory-lock.ts'
import type { DatabaseThread, ThreadOptions } from './embedded-thread.ts'
import { startThread } from './embedded-thread.ts'
import type { Listener, QueryAnswer, Session, Sessions } from './session.ts'
import { keepThread } from './thread-keeper.ts'
import { DatabaseUnavailable, explainOutage } from './unavailable.ts'

export interface EmbeddedOptions extends ThreadOptions {
  /** Statements that begin the one session, and begin it again after each outage. */
  prepare: string
}

/** PGlite in a worker thread. One session, so callers wait in line. A thread that fails is replaced. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Sessions> {
  const unlock = options.dataDir ? await lockDataDirectory(`${options.dataDir}.lock`) : async () => undefined
  const listeners = new Map<string, Set<Listener>>()
  const catchUp = () => {
    for (const there of listeners.values()) for (const listener of there) listener.onCatchUp()
  }
  let isFirst = true
  const open = async () => {
    if (!isFirst && !options.dataDir) throw lostWithMemory()
    isFirst = false
    return openThread(options, listeners)
  }
  const keeper = await keepThread({ open, onReplaced: catchUp }).catch(async error => {
    await unlock()
    throw error
  })
  const line = waitingLine()

  return {
    kind: 'embedded',
    acquire: async () => {
      const release = await line.enter()
      try {
        return toSession(await keeper.get(), release)
      } catch (error) {
        release()
        throw error
      }
    },
    listen: async (channel, listener) => {
      const there = listeners.get(channel) ?? new Set<Listener>()
      listeners.set(channel, there.add(listener))
      const release = await line.enter()
      try {
        await (await keeper.get()).call('listen', { channel })
      } finally {
        release()
      }
      return async () => {
        there.delete(listener)
      }
    },
    load: () => ({ open: 1, idle: line.length() === 0 ? 1 : 0, waiting: Math.max(0, line.length() - 1) }),
    close: async () => {
      const release = await line.enter()
      try {
        const thread = await keeper.close()
        // What cannot close by itself any more is ended all the same.
        await thread?.call('close', {}).catch(() => undefined)
        await thread?.end()
      } finally {
        release()
        await unlock()
      }
    },
  }
}

async function openThread(options: EmbeddedOptions, listeners: Map<string, Set<Listener>>): Promise<DatabaseThread> {
  let thread: DatabaseThread | undefined
  try {
    const directory = options.dataDir ? await prepareDataDirectory(options.dataDir) : undefined
    thread = await startThread(options, (channel, payload) => {
      for (const listener of listeners.get(channel) ?? []) listener.onMessage(payload)
    })
    await thread.call('query', { text: options.prepare, parameters: [] })
    for (const channel of listeners.keys()) await thread.call('listen', { channel })
    await directory?.hasOpened()
    return thread
  } catch (error) {
    await thread?.end()
    throw explainOutage(error)?.withOutcome(false) ?? error
  }
}

function lostWithMemory(): DatabaseUnavailable {
  const message = 'The database was in memory and is lost. Start Lodestone again.'
  return new DatabaseUnavailable({ cause: 'away', message })
}

/** Belongs to one thread: what is left of a transaction must never run in the next one, outside of it. */
function toSession(thread: DatabaseThread, release: () => void): Session {
  return {
    query: async (text, parameters) => {
      try {
        return toAnswer(await thread.call('query', { text, parameters }))
      } catch (error) {
        throw explainOutage(error) ?? error
      }
    },
    release,
  }
}

function waitingLine() {
  let last: Promise<void> = Promise.resolve()
  let inLine = 0
  return {
    /** With the one whose turn it is. */
    length: () => inLine,
    async enter(): Promise<() => void> {
      const before = last
      inLine += 1
      let leave: () => void = () => undefined
      last = new Promise(resolve => {
        leave = () => {
          inLine -= 1
          resolve()
        }
      })
      await before
      return leave
    },
  }
}

function toAnswer(answer: unknown): QueryAnswer {
  return answer as QueryAnswer // the worker's only answer to a query, cloned across the thread boundary
}
