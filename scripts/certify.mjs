// npm run certify -- [--rules TC6,TC7]
import path from 'node:path'
import { buildAll } from './build.mjs'
import { root } from './bundle.mjs'
import { becomeNode } from './processes.mjs'
import { closingLine } from './tally.mjs'

try {
  await buildAll({ web: true, server: true, sandbox: true, demo: true })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  closingLine({ passed: 0, failed: 1 })
  process.exit()
}
becomeNode([path.join(root, 'scripts/run.mjs'), 'e2e/certify.ts', ...process.argv.slice(2)])
