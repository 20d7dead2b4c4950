import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { projectRoot } from '../../platform/paths.ts'

/** The ATS as one file with its crash points left in; written inside the project, where its packages are found. */
export async function bundleAts(folder: string, crashPoints: 'on' | 'off' = 'on'): Promise<string> {
  const build = await rolldown({
    input: path.join(projectRoot, 'app/src/linkedin/testing/ats-process.ts'),
    platform: 'node',
    external: id => isBuiltin(id) || (/^[@a-z]/.test(id) && !id.startsWith('@lodestone/')),
    transform: { define: { 'process.env.LODESTONE_CRASH_POINTS': JSON.stringify(crashPoints) }, jsx: 'react-jsx' },
    tsconfig: false,
    logLevel: 'warn',
  })
  const file = path.join(folder, `ats-crash-points-${crashPoints}.mjs`)
  await build.write({ file, format: 'esm', codeSplitting: false })
  await build.close()
  return file
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
