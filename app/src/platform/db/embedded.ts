import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../paths.ts'
import { lockDataDirectory } from './data-directory-lock.ts'
import type { Listener, QueryAnswer, Session, Sessions } from './session.ts'
import { parsers } from './session.ts'

export interface EmbeddedOptions {
  /** Absent: the database lives in memory. */
  dataDir?: string
  statementTimeoutMs: number
}

/** PGlite in a worker thread. One session, so callers wait in line. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Sessions> {
  if (options.dataDir) await mkdir(path.dirname(options.dataDir), { recursive: true })
  const unlock = options.dataDir ? await lockDataDirectory(`${options.dataDir}.lock`) : async () => undefined
  let worker: DatabaseWorker
  try {
    worker = await startWorker(options)
  } catch (error) {
    await unlock()
    throw error
  }
  const line = waitingLine()
  const listeners = new Map<string, Set<Listener>>()
  worker.onNotify = (channel, payload) => {
    for (const listener of listeners.get(channel) ?? []) listener.onMessage(payload)
  }

  const session = (release: () => void): Session => ({
    query: async (text, parameters) => toAnswer(await worker.call('query', { text, parameters })),
    release,
  })

  return {
    kind: 'embedded',
    acquire: async () => session(await line.enter()),
    listen: async (channel, listener) => {
      const release = await line.enter()
      try {
        await worker.call('listen', { channel })
      } finally {
        release()
      }
      const there = listeners.get(channel) ?? new Set<Listener>()
      listeners.set(channel, there.add(listener))
      return async () => {
        there.delete(listener)
      }
    },
    close: async () => {
      const release = await line.enter()
      try {
        await worker.stop()
      } finally {
        release()
        await unlock()
      }
    },
  }
}

function waitingLine() {
  let last: Promise<void> = Promise.resolve()
  return {
    async enter(): Promise<() => void> {
      const before = last
      let leave: () => void = () => undefined
      last = new Promise(resolve => {
        leave = resolve
      })
      await before
      return leave
    },
  }
}

interface DatabaseWorker {
  call(name: string, input: unknown): Promise<unknown>
  stop(): Promise<void>
  onNotify: (channel: string, payload: string) => void
}

interface WorkerMessage {
  ready?: true
  id?: number
  answer?: unknown
  error?: { message: string } & Record<string, unknown>
  channel?: string
  payload?: string
}

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

async function startWorker(options: EmbeddedOptions): Promise<DatabaseWorker> {
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  const thread = await startThread(options)

  let dead: Error | undefined

  const failAll = (error: Error) => {
    dead ??= error
    for (const [id, one] of waiting) {
      clearTimeout(one.timer)
      waiting.delete(id)
      one.reject(error)
    }
  }

  const worker: DatabaseWorker = {
    onNotify: () => undefined,
    call: (name, input) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead)
        const id = nextId++
        // PGlite can hang without an answer; a worker that does is of no more use.
        const timer = setTimeout(() => {
          const waited = `The embedded database gave no answer within ${options.statementTimeoutMs} ms.`
          failAll(new Error(`${waited} Restart Lodestone.`))
          void thread.terminate()
        }, options.statementTimeoutMs)
        waiting.set(id, { resolve, reject, timer })
        thread.postMessage({ id, call: name, input })
      }),
    stop: async () => {
      await worker.call('close', {})
      await thread.terminate()
    },
  }

  thread.on('message', (message: WorkerMessage) => {
    if (message.channel !== undefined) return worker.onNotify(message.channel, message.payload ?? '')
    const one = message.id === undefined ? undefined : waiting.get(message.id)
    if (!one || message.id === undefined) return
    clearTimeout(one.timer)
    waiting.delete(message.id)
    if (message.error) one.reject(Object.assign(new Error(message.error.message), message.error))
    else one.resolve(message.answer)
  })
  thread.on('error', failAll)
  thread.on('exit', () => failAll(new Error('The embedded database has stopped. Restart Lodestone.')))
  return worker
}

async function startThread(options: EmbeddedOptions): Promise<Worker> {
  const numberTypes = Object.keys(parsers).filter(oid => parsers[Number(oid)] === Number)
  const textTypes = Object.keys(parsers).filter(oid => parsers[Number(oid)] !== Number)
  const thread = new Worker(path.join(projectRoot, 'app/src/platform/db/embedded-worker.mjs'), {
    workerData: { dataDir: options.dataDir, textTypes, numberTypes },
  })
  await once(thread, 'message')
  return thread
}

function toAnswer(answer: unknown): QueryAnswer {
  return answer as QueryAnswer // the worker's only answer to a query, cloned across the thread boundary
}
