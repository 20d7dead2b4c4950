import { spawn } from 'node:child_process'
import { root } from './bundle.mjs'

/**
 * Runs a program to its end. Its output streams through, or is only collected when `quiet`.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {{ quiet?: boolean, env?: Record<string, string | undefined> }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runProgram(command, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...(options.quiet ? { NO_COLOR: '1', FORCE_COLOR: undefined } : {}), ...options.env },
      stdio: ['ignore', options.quiet ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', text => {
        output += text
      })
    }
    const stop = forwardSignals(child)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      stop()
      // Whoever was told to stop does not begin the next part.
      if (wasToldToStop) process.exit(1)
      if (signal) output += `\nIt was ended by ${signal}.`
      resolve({ code: code ?? 1, output })
    })
  })
}

/**
 * Runs a program in the foreground, with the terminal as its own, and ends as it ends.
 *
 * @param {string[]} parameters for Node
 */
export function becomeNode(parameters) {
  const child = spawn(process.execPath, parameters, { cwd: root, stdio: 'inherit' })
  forwardSignals(child)
  child.on('error', error => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('close', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

let wasToldToStop = false

/**
 * npm runs its scripts in a shell, and a signal to npm ends that shell without reaching us. So we look whether it is still there.
 *
 * @param {() => void} act
 * @returns {() => void} stops looking
 */
export function whenNpmIsGone(act) {
  if (!process.env.npm_lifecycle_event) return () => {}
  const shell = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    act()
  }, 300)
  timer.unref()
  return () => clearInterval(timer)
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  /** @param {NodeJS.Signals} signal */
  const forward = signal => {
    wasToldToStop = true
    // Ctrl-C in a terminal reaches the whole group, so the child has it already.
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  process.on('SIGINT', forward).on('SIGTERM', forward)
  const stopLooking = whenNpmIsGone(() => forward('SIGTERM'))
  return () => {
    stopLooking()
    process.off('SIGINT', forward).off('SIGTERM', forward)
  }
}
