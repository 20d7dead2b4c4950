// npm run reliability -- --kills 20 [--database postgres] [--seed 7]
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll } from './build.mjs'
import { bundle, root } from './bundle.mjs'
import { ensurePostgres } from './postgres.mjs'
import { runProgram } from './processes.mjs'
import { closingLine } from './tally.mjs'

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string' },
    database: { type: 'string', default: 'embedded' },
  },
})
if (!['postgres', 'embedded'].includes(options.database)) {
  refuse(`--database takes postgres or embedded, not ${options.database}.`)
}
for (const [name, value] of Object.entries({ kills: options.kills, seed: options.seed ?? '0' })) {
  if (!/^\d{1,10}$/.test(value)) refuse(`--${name} takes a whole number, not ${value}.`)
}

try {
  await buildAll({ sandbox: true, server: true })
  // The shipped bundle has no crash points left to stop at.
  await bundle('scripts/demo/serve-demo.ts', 'dist/reliability-ats.js', {
    'process.env.LODESTONE_CRASH_POINTS': '"on"',
  })
  const env = options.database === 'postgres' ? { LODESTONE_TEST_DATABASE_URL: await ensurePostgres() } : {}
  const parameters = ['--kills', options.kills, ...(options.seed ? ['--seed', options.seed] : []), '--root', root]
  const drill = [path.join(root, 'scripts/run.mjs'), 'scripts/reliability/run.ts', ...parameters]
  const { code } = await runProgram(process.execPath, drill, { env })
  process.exitCode = code
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  closingLine({ passed: 0, failed: 1 })
}

/** @param {string} sentence */
function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}
