import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { projectRoot } from '../platform/paths.ts'
import { bundleProgram } from '../platform/testing/bundle-program.ts'

export interface Outcome {
  code: number | null
  out: string
  err: string
}

interface Given {
  env: Record<string, string>
  input?: string
}

export interface LodestoneCli {
  /** Runs a command as an operator would, and waits for its end. */
  run(args: string[], given: Given): Promise<Outcome>
  /** The same, to be killed on the way: as soon as it has said this, after so many milliseconds. */
  kill(args: string[], given: Given, moment: { said: string; afterMs: number }): Promise<Outcome>
  remove(): Promise<void>
}

/** The commands as one file, built as for production; inside the project, where its packages are found. */
export async function buildCli(): Promise<LodestoneCli> {
  await mkdir(path.join(projectRoot, 'dist'), { recursive: true })
  const folder = await mkdtemp(path.join(projectRoot, 'dist', 'cli-'))
  const file = await bundleProgram('app/src/cli.ts', path.join(folder, 'cli.mjs'))
  return {
    run: (args, given) => run([file, ...args], given),
    kill: (args, given, moment) => run([file, ...args], given, moment),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function run(args: string[], given: Given, killed?: { said: string; afterMs: number }): Promise<Outcome> {
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH ?? '', ...given.env } })
  const outcome: Outcome = { code: null, out: '', err: '' }
  let timer: NodeJS.Timeout | undefined
  child.stdout.on('data', chunk => {
    outcome.out += chunk
  })
  child.stderr.on('data', chunk => {
    outcome.err += chunk
    if (killed && outcome.err.includes(killed.said)) timer ??= setTimeout(() => child.kill('SIGKILL'), killed.afterMs)
  })
  child.stdin.end(given.input ?? '')
  outcome.code = await new Promise(resolve => child.once('close', resolve))
  clearTimeout(timer)
  return outcome
}
