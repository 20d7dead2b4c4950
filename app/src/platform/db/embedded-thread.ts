import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../paths.ts'
import { parsers } from './session.ts'
import { DatabaseUnavailable, diskFull } from './unavailable.ts'

export interface ThreadOptions {
  dataDir?: string
  statementTimeoutMs: number
  /** Another file to run in the thread: tests have one whose disk fails on command. */
  threadFile?: string
}

/** One PGlite in one worker thread. It is used until it fails in a way that no statement should, and never again. */
export interface DatabaseThread {
  call(name: 'query' | 'listen' | 'close', input: unknown): Promise<unknown>
  isAlive(): boolean
  /** Resolves when the thread is gone for good and its files are free. */
  readonly ended: Promise<void>
  end(): Promise<void>
}

interface ThreadMessage {
  ready?: true
  id?: number
  answer?: unknown
  error?: { message: string } & Record<string, unknown>
  /** After this error the database inside the thread answers nothing more. */
  isBroken?: boolean
  /** A file could not be written, for this reason of the operating system. */
  failedWrite?: string
  channel?: string
  payload?: string
}

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

// Recovery after a crash takes as long as it takes, more so on a busy machine; this is for one that never ends.
const OPEN_WITHIN_MS = 300_000
// A statement that meets a failed write is refused within milliseconds, or never answered.
const ANSWER_AFTER_FAILED_WRITE_MS = 1_000

export async function startThread(
  options: ThreadOptions,
  onNotify: (channel: string, payload: string) => void,
): Promise<DatabaseThread> {
  const worker = new Worker(options.threadFile ?? path.join(projectRoot, 'app/src/platform/db/embedded-worker.mjs'), {
    workerData: { dataDir: options.dataDir, ...parserTypes() },
  })
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let dead: DatabaseUnavailable | undefined
  const ended = new Promise<void>(resolve => worker.once('exit', () => resolve()))

  const give = (message: ThreadMessage) => {
    const one = message.id === undefined ? undefined : waiting.get(message.id)
    if (!one || message.id === undefined) return
    clearTimeout(one.timer)
    waiting.delete(message.id)
    if (message.error) one.reject(Object.assign(new Error(message.error.message), message.error))
    else one.resolve(message.answer)
  }

  const bury = (reason: DatabaseUnavailable) => {
    dead ??= reason
    for (const [id, one] of waiting) {
      clearTimeout(one.timer)
      waiting.delete(id)
      one.reject(dead)
    }
    void worker.terminate()
  }

  const noticeFailedWrite = (code: string) => {
    const reason = isRoomMissing(code)
      ? diskFull(lostSession)
      : lost(`The disk of the embedded database failed (${code}).`)
    // What cannot be written while it opens, it cannot open without.
    if (!isReady) return bury(reason)
    const [underWay] = waiting.keys()
    setTimeout(() => {
      if (underWay !== undefined && waiting.has(underWay)) bury(reason)
    }, ANSWER_AFTER_FAILED_WRITE_MS).unref()
  }

  let isReady = false
  let onOpened: () => void = () => undefined
  const opened = new Promise<void>(resolve => {
    onOpened = resolve
  })
  worker.on('message', (message: ThreadMessage) => {
    if (message.channel !== undefined) onNotify(message.channel, message.payload ?? '')
    else if (message.failedWrite !== undefined) noticeFailedWrite(message.failedWrite)
    else if (message.ready) onOpened()
    else if (message.isBroken) bury(lost('The embedded database has failed.', message.error))
    else give(message)
  })
  worker.on('error', error => bury(lost('The embedded database has failed.', error)))
  worker.on('exit', () => bury(lost('The embedded database has stopped.')))
  const opening = setTimeout(() => bury(lost('The embedded database did not open in time.')), OPEN_WITHIN_MS)
  await Promise.race([opened, ended])
  clearTimeout(opening)
  if (dead) throw dead
  isReady = true

  return {
    isAlive: () => dead === undefined,
    ended,
    end: async () => {
      bury(lost('The embedded database is closed.'))
      await ended
    },
    call: (name, input) =>
      new Promise((resolve, reject) => {
        // What was never sent has done nothing.
        if (dead) return reject(dead.withOutcome(false))
        const id = nextId++
        // First, because what cannot be cloned throws here, and is no reason to end a thread.
        worker.postMessage({ id, call: name, input })
        // PGlite can hang without an answer, and then answers nothing more.
        const timer = setTimeout(
          () => bury(lost(`The embedded database gave no answer within ${options.statementTimeoutMs} ms.`)),
          options.statementTimeoutMs,
        )
        waiting.set(id, { resolve, reject, timer })
      }),
  }
}

const lostSession = { isSessionLost: true, isOutcomeUnknown: true }

function lost(message: string, error?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable({
    cause: 'away',
    message: `${message} Lodestone opens it again.`,
    ...lostSession,
    error,
  })
}

function isRoomMissing(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT'
}

function parserTypes() {
  const oids = Object.keys(parsers)
  return {
    numberTypes: oids.filter(oid => parsers[Number(oid)] === Number),
    textTypes: oids.filter(oid => parsers[Number(oid)] !== Number),
  }
}
