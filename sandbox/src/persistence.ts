import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreSnapshot } from './store.ts'

/** Keeps the store in one file, so that a stop and a start change nothing. */
export interface Persistence {
  load(): StoreSnapshot | undefined
  /** The store has changed: write soon, many changes at once. */
  saveSoon(): void
  saveNow(): void
}

const QUIET_MS = 250

export function createPersistence(dataDir: string, takeSnapshot: () => StoreSnapshot): Persistence {
  const file = join(dataDir, 'sandbox-state.json')
  let timer: NodeJS.Timeout | undefined

  const saveNow = () => {
    clearTimeout(timer)
    timer = undefined
    mkdirSync(dataDir, { recursive: true })
    // Written beside and moved into place: whoever is killed in between leaves the old file whole. It holds secrets.
    const half = `${file}.${process.pid}.part`
    writeFileSync(half, JSON.stringify(takeSnapshot()), { mode: 0o600 })
    renameSync(half, file)
  }

  return {
    load: () => readSnapshot(file),
    saveSoon() {
      timer ??= setTimeout(saveNow, QUIET_MS).unref()
    },
    saveNow,
  }
}

/** In tests and demos without a data directory nothing outlives the process. */
export const noPersistence: Persistence = { load: () => undefined, saveSoon: () => {}, saveNow: () => {} }

function readSnapshot(file: string): StoreSnapshot | undefined {
  const text = readIfThere(file)
  if (text === undefined) return undefined
  const snapshot: unknown = parseOrExplain(text, file)
  if (!isSnapshot(snapshot)) {
    throw new Error(`${file} is no state of this version of the sandbox. Delete it to begin with a fresh world.`)
  }
  return snapshot
}

function isSnapshot(value: unknown): value is StoreSnapshot {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1
}

function parseOrExplain(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${file} is not JSON, so it was damaged. Delete it to begin with a fresh world.`)
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
