import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface Victim {
  pid: number
  /** Milliseconds from the start of the process to its first good answer. */
  readyAfterMs: number
  hasEnded(): boolean
  ended: Promise<void>
  /** As a power cut would: no signal that it could catch. */
  kill(): Promise<void>
  /** As an operator would. */
  stop(): Promise<void>
}

interface Program {
  file: string
  parameters?: string[]
  env: Record<string, string>
  /** Answers below 500 when it is ready. */
  readyUrl: string
  logFile: string
  /** It may kill itself on the way, and before it is ready as well. */
  mayCrash?: boolean
}

const READY_WITHIN_MS = 180_000

export async function startVictim(program: Program): Promise<Victim> {
  const log = createWriteStream(program.logFile, { flags: 'a' })
  await once(log, 'open')
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['--enable-source-maps', program.file, ...(program.parameters ?? [])], {
    env: { ...process.env, ...program.env },
    stdio: ['ignore', log, log],
  })
  const ended = once(child, 'exit').then(() => undefined)
  // Whatever ends this process, nothing is left behind on a port.
  const onExit = () => child.kill('SIGKILL')
  process.on('exit', onExit)
  void ended.then(() => process.off('exit', onExit))
  await untilReady(child, program)
  return {
    pid: child.pid ?? 0,
    readyAfterMs: Math.round(performance.now() - startedAt),
    ended,
    hasEnded: () => isOver(child),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function untilReady(child: ChildProcess, { readyUrl, logFile, mayCrash }: Program): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS
  while (!isOver(child)) {
    if (await answers(readyUrl)) return
    if (performance.now() > giveUpAt) throw new Error(`${readyUrl} was not ready in time. See ${logFile}.`)
    await pause(20)
  }
  if (mayCrash && child.signalCode === 'SIGKILL') return
  throw new Error(`${path.basename(child.spawnargs[2] ?? '')} ended before it was ready. See ${logFile}.`)
}

function isOver(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function answers(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    return status < 500
  } catch {
    return false
  }
}
