// npm start: the sandbox and the ATS with its demo world, built first where that is needed. --watch builds and restarts on a change.
import path from 'node:path'
import { buildAll } from './build.mjs'
import { root } from './bundle.mjs'
import { refuseTakenPort, startPart, waitUntilReady } from './parts.mjs'
import { whenNpmIsGone } from './processes.mjs'
import { watchSources } from './watch.mjs'

const host = process.env.LODESTONE_HOST || '127.0.0.1'
const sandboxPort = Number(process.env.LODESTONE_SANDBOX_PORT || 4000)
const appPort = Number(process.env.LODESTONE_PORT || 3000)
// What listens on every address is asked on this machine's own.
const askedHost = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
const watching = process.argv.includes('--watch')

const definitions = [
  { name: 'sandbox', target: 'sandbox', file: 'sandbox/dist/main.js', url: `http://${askedHost}:${sandboxPort}/` },
  { name: 'lodestone', target: 'demo', file: 'dist/demo.js', url: `http://${askedHost}:${appPort}/readyz` },
]

// The screen is for the addresses and for what went wrong; every request would drown them.
process.env.LODESTONE_LOG_LEVEL ||= 'warn'

/** @type {Map<string, import('./parts.mjs').Part>} */
const running = new Map()
let stopping = false

process.on('SIGINT', stopAll).on('SIGTERM', stopAll)
whenNpmIsGone(stopAll)
// The last resort, so that no part is left behind on its port.
process.on('exit', () => {
  for (const part of running.values()) part.kill()
})

try {
  await buildAll({ web: true, sandbox: true, demo: true })
  await refuseTakenPort(host, sandboxPort, 'LODESTONE_SANDBOX_PORT', 'the sandbox')
  await refuseTakenPort(host, appPort, 'LODESTONE_PORT', 'Lodestone')
  for (const definition of definitions) await startAndWait(definition)
  if (watching) watchSources({ restart: restartPart, isStopping: () => stopping })
} catch (error) {
  if (!stopping) await giveUp(error instanceof Error ? error.message : String(error))
}

/** @param {(typeof definitions)[number]} definition */
async function startAndWait(definition) {
  if (stopping) return
  const part = startPart(definition.name, path.join(root, definition.file))
  running.set(definition.target, part)
  part.ended.then(why => {
    if (!stopping && running.get(definition.target) === part) giveUp(`${definition.name} ${why}`)
  })
  await waitUntilReady(definition.url, part)
}

/** @param {string} target */
async function restartPart(target) {
  const definition = definitions.find(one => one.target === target)
  const part = running.get(target)
  if (!definition || !part || stopping) return
  running.delete(target)
  await part.stop()
  await startAndWait(definition)
}

async function stopAll() {
  // A second Ctrl-C means: now.
  if (stopping) process.exit(1)
  stopping = true
  await Promise.all([...running.values()].map(part => part.stop()))
  process.exit(0)
}

/** @param {string} sentence */
async function giveUp(sentence) {
  stopping = true
  console.error(sentence)
  await Promise.all([...running.values()].map(part => part.stop()))
  process.exit(1)
}
