import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { exportInstance } from '../../app/src/bulk/export-instance.ts'
import { silent } from '../../app/src/bulk/progress.ts'
import { aLargeInstance } from '../../app/src/bulk/testing/large-instance.ts'
import { openDb } from '../../app/src/platform/db/db.ts'
import { migrate } from '../../app/src/platform/db/migrate.ts'
import { migrationsFolder } from '../../app/src/platform/paths.ts'
import type { Verdict } from './judge.ts'
import { compareFiles } from './judge-import.ts'

/** An instance that is brought in by an operator whose command is killed again and again. The server is down meanwhile. */
export interface ImportDrill {
  /** False: it came to its end before the kill. */
  killAfter(milliseconds: number): Promise<boolean>
  /** Brings in the rest, takes all out again, and holds it against what was to be brought in. */
  finish(): Promise<Verdict[]>
}

const CANDIDATES = 4_000

interface Operator {
  folder: string
  root: string
  env: Record<string, string>
}

export async function prepareImport({ folder, root, env }: Operator): Promise<ImportDrill> {
  const wanted = path.join(folder, 'to-import')
  const tenantId = await writeInstance(wanted)
  const run = (parameters: string[], killAfterMs?: number) =>
    runCommand([path.join(root, 'app/dist/cli.js'), ...parameters], {
      env,
      logFile: path.join(folder, 'operator.log'),
      ...(killAfterMs === undefined ? {} : { killAfterMs }),
    })
  const must = async (...parameters: string[]) => {
    if ((await run(parameters)) !== 0) throw new Error(`${parameters[0]} failed. See ${folder}/operator.log.`)
  }
  return {
    killAfter: async milliseconds => {
      const code = await run(['import', wanted], milliseconds)
      if (code !== null && code !== 0) throw new Error(`import ended with code ${code}. See ${folder}/operator.log.`)
      return code === null
    },
    finish: async () => {
      const seen = path.join(folder, 'exported')
      await must('import', wanted)
      await must('export', seen, '--instance', tenantId)
      return compareFiles(await contentOf(wanted), await contentOf(seen))
    },
  }
}

async function writeInstance(folder: string): Promise<string> {
  const db = await openDb({})
  try {
    await migrate(db, migrationsFolder)
    const tenantId = await aLargeInstance(db, CANDIDATES)
    await exportInstance(db, { tenantId, folder, progress: silent })
    return tenantId
  } finally {
    await db.close()
  }
}

interface Run {
  env: Record<string, string>
  logFile: string
  killAfterMs?: number
}

/** Answers the exit code, or null when it was killed. */
async function runCommand(parameters: string[], { env, logFile, killAfterMs }: Run): Promise<number | null> {
  const log = createWriteStream(logFile, { flags: 'a' })
  await once(log, 'open')
  const child = spawn(process.execPath, parameters, { env: { ...process.env, ...env }, stdio: ['ignore', log, log] })
  const ended = once(child, 'exit')
  const patience = new AbortController()
  if (killAfterMs !== undefined) {
    const isTime = pause(killAfterMs, undefined, { signal: patience.signal }).catch(() => undefined)
    void isTime.then(() => child.kill('SIGKILL'))
  }
  const [code] = await ended
  patience.abort()
  return code
}

async function contentOf(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).sort()
  return new Map(
    await Promise.all(names.map(async name => [name, await readFile(path.join(folder, name), 'utf8')] as const)),
  )
}
