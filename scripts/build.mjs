// Builds what is older than its sources.
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle, root } from './bundle.mjs'
import { runProgram } from './processes.mjs'

const everywhere = ['package-lock.json', 'scripts/bundle.mjs']

/** @type {Record<string, { out: string, sources: string[], build: () => Promise<unknown> }[]>} */
export const targets = {
  server: [bundled('app/src/cli.ts', 'app/dist/cli.js', ['app/src', 'rsc/src'])],
  sandbox: [bundled('sandbox/src/main.ts', 'sandbox/dist/main.js', ['sandbox/src', 'rsc/src'])],
  demo: [bundled('scripts/demo/serve-demo.ts', 'dist/demo.js', ['scripts/demo', 'app/src', 'sandbox/src', 'rsc/src'])],
  web: [
    {
      out: 'app/dist/web/index.html',
      sources: ['app/src', 'app/index.html', 'app/public', 'app/vite.config.ts', 'rsc/src'],
      build: buildWeb,
    },
  ],
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const built = await buildAll({ web: true, server: true, sandbox: true, demo: true })
  console.log(built.length > 0 ? `Built ${built.join(', ')}.` : 'Everything is built and fresh.')
}

/**
 * @param {{ web?: boolean, server?: boolean, sandbox?: boolean, demo?: boolean }} wanted
 * @returns {Promise<string[]>} what was built
 */
export async function buildAll(wanted) {
  const built = []
  for (const [name, list] of Object.entries(targets)) {
    if (!wanted[/** @type {keyof typeof wanted} */ (name)]) continue
    for (const target of list) {
      if (!isStale(root, target.out, target.sources)) continue
      const startedAt = new Date()
      await target.build()
      // A source that changed during the build must count as newer than its result.
      utimesSync(path.join(root, target.out), startedAt, startedAt)
      built.push(target.out)
    }
  }
  return built
}

/**
 * @param {string} folder
 * @param {string} out
 * @param {string[]} sources
 */
export function isStale(folder, out, sources) {
  const file = path.join(folder, out)
  if (!existsSync(file)) return true
  const builtAt = statSync(file).mtimeMs
  return [...sources, ...everywhere].some(source => newestIn(path.join(folder, source)) > builtAt)
}

/** @param {string} place a file or a folder @returns {number} */
function newestIn(place) {
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  // The folder's own time tells of a file that was removed.
  return readdirSync(place, { withFileTypes: true })
    .filter(entry => !/\.test\.tsx?$/.test(entry.name))
    .reduce((newest, entry) => Math.max(newest, newestIn(path.join(place, entry.name))), found.mtimeMs)
}

/**
 * @param {string} entry
 * @param {string} out
 * @param {string[]} sources
 */
function bundled(entry, out, sources) {
  return { out, sources, build: () => bundle(entry, out) }
}

async function buildWeb() {
  // In a process of its own: vite sets NODE_ENV for whoever runs it.
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const parameters = ['build', 'app', '--config', 'app/vite.config.ts', '--logLevel', 'warn']
  const { code, output } = await runProgram(process.execPath, [vite, ...parameters], { quiet: true })
  if (code !== 0) throw new Error(`${output}\nThe web pages could not be built (see above).`)
}
