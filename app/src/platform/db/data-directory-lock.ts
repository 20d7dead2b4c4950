import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Stop } from './session.ts'

interface Holder {
  pid: number
  startedAt: string
  token: string
}

/**
 * Two processes on one embedded directory would lose rows without an error, so the second is turned away.
 * The file names its holder; a holder that no longer runs is replaced.
 */
export async function lockDataDirectory(file: string): Promise<Stop> {
  await mkdir(path.dirname(file), { recursive: true })
  const mine: Holder = { pid: process.pid, startedAt: await startOf(process.pid), token: randomUUID() }
  const draft = `${file}.${mine.token}`
  await writeFile(draft, JSON.stringify(mine))
  try {
    await take(file, draft, mine.token)
  } finally {
    await rm(draft, { force: true })
  }
  return async () => {
    const holder = await readHolder(file)
    if (holder?.token === mine.token) await rm(file, { force: true })
  }
}

const CONFIRM_MS = 40

async function take(file: string, draft: string, token: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    // Linking a finished file is atomic and fails when the name is taken: no reader sees half a holder.
    if (await linked(draft, file)) {
      // Somebody who saw the dead holder before may just be moving our file aside: it counts only if it stays.
      await pause(CONFIRM_MS)
      if ((await readHolder(file))?.token === token) return
      continue
    }
    const holder = await readHolder(file)
    if (holder && (await isRunning(holder))) {
      throw new Error(
        `The data directory ${path.dirname(file)} is in use by process ${holder.pid}. ` +
          'The embedded database takes one process only. Stop that process, choose another LODESTONE_DATA_DIR, or set LODESTONE_DATABASE_URL.',
      )
    }
    await removeStale(file, holder)
  }
  throw new Error(`The lock ${file} keeps changing hands. Try again.`)
}

async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Renames first and looks after, so that a lock taken by somebody else in between is put back. */
async function removeStale(file: string, stale: Holder | undefined): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  const moved = await readHolder(aside)
  if (moved && moved.token !== stale?.token) await linked(aside, file)
  await rm(aside, { force: true })
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder // written whole by lockDataDirectory only
  } catch {
    return undefined
  }
}

async function isRunning(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!isCode(error, 'EPERM')) return false
  }
  // After a restart another process may carry the same number; its start time differs.
  return (await startOf(holder.pid)) === holder.startedAt
}

/** Start time in clock ticks since boot, with the boot's id; empty where there is no /proc. */
async function startOf(pid: number): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return `${boot.trim()}:${afterName[19]}`
  } catch {
    return ''
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
