// The long-running processes of npm start.
import { spawn } from 'node:child_process'
import net from 'node:net'
import { createInterface } from 'node:readline'
import { root } from './bundle.mjs'

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href
const stopWithinMs = 15_000
const readyWithinMs = 120_000

/**
 * @typedef {object} Part
 * @property {Promise<string>} ended says why it ended
 * @property {() => boolean} isRunning
 * @property {() => Promise<void>} stop
 * @property {() => void} kill
 */

/**
 * @param {string} name
 * @param {string} file
 * @returns {Part}
 */
export function startPart(name, file) {
  // A group of its own: Ctrl-C then reaches it once, from us, and not a second time from the terminal.
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', endWithParent, file], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let isRunning = true
  prefixLines(child.stdout, process.stdout, name)
  prefixLines(child.stderr, process.stderr, name)
  /** @type {Promise<string>} */
  const ended = new Promise(resolve => {
    child.on('error', error => {
      isRunning = false
      resolve(`could not be started: ${error.message}`)
    })
    child.on('close', (code, signal) => {
      isRunning = false
      resolve(
        signal
          ? `was ended by ${signal}. Its last lines are above.`
          : `ended with code ${code}. Its last lines above say why.`,
      )
    })
  })
  const kill = () => {
    if (isRunning) child.kill('SIGKILL')
  }
  return {
    ended,
    isRunning: () => isRunning,
    kill,
    stop: async () => {
      if (!isRunning) return
      child.kill('SIGTERM')
      const timer = setTimeout(kill, stopWithinMs)
      await ended
      clearTimeout(timer)
    },
  }
}

/**
 * @param {string} url
 * @param {Part} part
 */
export async function waitUntilReady(url, part) {
  const giveUpAt = Date.now() + readyWithinMs
  while (part.isRunning()) {
    if (await answers(url)) return
    if (Date.now() > giveUpAt) throw new Error(`${url} gave no good answer within ${readyWithinMs / 1000} seconds.`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

/**
 * @param {string} host
 * @param {number} port
 * @param {string} setting
 * @param {string} who
 */
export function refuseTakenPort(host, port, setting, who) {
  // A number that is no port is told by the configuration, with an example.
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.on('error', error => {
      const why = 'code' in error && error.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${error.message})`
      reject(new Error(`Port ${port} for ${who} ${why}: stop what uses it, or set ${setting} to another port.`))
    })
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

/** @param {string} url */
async function answers(url) {
  try {
    const { status } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2_000) })
    return status < 500
  } catch {
    return false
  }
}

/**
 * @param {NodeJS.ReadableStream | null} from
 * @param {NodeJS.WritableStream} to
 * @param {string} name
 */
function prefixLines(from, to, name) {
  if (!from) return
  createInterface({ input: from }).on('line', line => to.write(`${name.padEnd(9)} | ${line}\n`))
}
