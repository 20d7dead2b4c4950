// npm run bench -- [--database embedded|postgres] [--candidates 100000] [--users 1,8,32] [--only list,profile] [--out file]
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll } from './build.mjs'
import { bundle, root } from './bundle.mjs'
import { ensurePostgres } from './postgres.mjs'
import { runProgram } from './processes.mjs'

const { values: options } = parseArgs({
  options: {
    database: { type: 'string', default: 'embedded' },
    candidates: { type: 'string', default: '100000' },
    users: { type: 'string', default: '1,8,32' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string' },
    out: { type: 'string' },
    fresh: { type: 'boolean', default: false },
  },
})
refuseUnless(['postgres', 'embedded'].includes(options.database), '--database takes postgres or embedded.')
refuseUnless(/^\d{4,7}$/.test(options.candidates), '--candidates takes a number from 1000 to 9999999.')
refuseUnless(/^\d{1,2}(,\d{1,2})*$/.test(options.users), '--users takes numbers such as 1,8,32.')
refuseUnless(/^\d{1,3}$/.test(options.seconds), '--seconds takes a whole number.')

try {
  await buildAll({ server: true, sandbox: true })
  await bundle('scripts/demo/serve-demo.ts', 'dist/reliability-ats.js')
  const env = { LODESTONE_TEST_DATABASE_URL: options.database === 'postgres' ? await ensurePostgres() : undefined }
  const parameters = Object.entries(options).flatMap(([name, value]) => {
    if (name === 'database' || value === false) return []
    return value === true ? [`--${name}`] : [`--${name}`, value]
  })
  const measuring = [path.join(root, 'scripts/run.mjs'), 'bench/run.ts', ...parameters, '--root', root]
  const { code } = await runProgram(process.execPath, measuring, { env })
  process.exitCode = code
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** @param {boolean} isGood @param {string} sentence */
function refuseUnless(isGood, sentence) {
  if (isGood) return
  console.error(sentence)
  process.exit(1)
}
