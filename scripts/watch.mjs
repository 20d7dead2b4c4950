import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildAll, isStale, targets } from './build.mjs'
import { root } from './bundle.mjs'

const lookEveryMs = 1_000

/**
 * Vite watches the pages; the two servers are built and restarted when a source is newer than the bundle.
 *
 * @param {{ restart: (target: string) => Promise<void>, isStopping: () => boolean }} options
 */
export function watchSources({ restart, isStopping }) {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const pages = spawn(process.execPath, [vite, 'build', 'app', '--config', 'app/vite.config.ts', '--watch'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.on('exit', () => pages.kill())
  /** @type {Map<string, string>} */
  const failures = new Map()

  const look = async () => {
    for (const target of ['sandbox', 'demo']) {
      if (isStopping()) return
      if (!targets[target]?.some(one => isStale(root, one.out, one.sources))) continue
      try {
        await buildAll({ [target]: true })
        failures.delete(target)
        console.log(`${target} was built again and restarts.`)
        await restart(target)
      } catch (error) {
        // Said once per mistake: the old process keeps running until the source is mended.
        const message = error instanceof Error ? error.message : String(error)
        if (failures.get(target) !== message) console.error(message)
        failures.set(target, message)
      }
    }
    setTimeout(look, lookEveryMs)
  }
  setTimeout(look, lookEveryMs)
}
