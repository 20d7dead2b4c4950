import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { bundleProgram } from '../../platform/testing/bundle-program.ts'

/** The ATS as one file with its crash points left in; written inside the project, where its packages are found. */
export function bundleAts(folder: string, crashPoints: 'on' | 'off' = 'on'): Promise<string> {
  const file = path.join(folder, `ats-crash-points-${crashPoints}.mjs`)
  return bundleProgram('app/src/linkedin/testing/ats-process.ts', file, crashPoints)
}

export interface RunningProcess {
  /** How it ended: the signal, or the exit code. */
  ended: Promise<string>
  stop(): Promise<void>
}

/** Resolves when the process serves. */
export async function startProcess(file: string, env: Record<string, string>): Promise<RunningProcess> {
  const child = fork(file, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = endOf(child)
  const first = await Promise.race([once(child, 'message').then(() => 'ready'), ended])
  if (first !== 'ready') throw new Error(`The ATS ended before it was ready: ${first}.`)
  return {
    ended,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function endOf(child: ChildProcess): Promise<string> {
  const [code, signal] = await once(child, 'exit')
  return String(signal ?? code)
}
