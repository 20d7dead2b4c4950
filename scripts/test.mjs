// npm test -- [--database postgres] [--only database] [--e2e]
import { parseArgs } from 'node:util'
import { buildAll } from './build.mjs'
import { ensurePostgres } from './postgres.mjs'
import { close, runVitest, timed } from './tally.mjs'

const { values: options } = parseArgs({
  options: { database: { type: 'string' }, only: { type: 'string' }, e2e: { type: 'boolean', default: false } },
})
refuseUnknown()

const onPostgres = options.database === 'postgres'
const env = onPostgres ? { LODESTONE_TEST_DATABASE_URL: await ensurePostgres() } : {}
const parts = []
for (const project of chooseProjects()) {
  const usesDatabase = project === 'app' || (project === 'e2e' && options.e2e)
  console.log(`\n${project}${onPostgres && usesDatabase ? ' on PostgreSQL' : ''}`)
  const { result, milliseconds } = await timed(async () => {
    if (project === 'e2e') await buildAll({ web: true, server: true, sandbox: true, demo: true })
    return runVitest(project, { env: usesDatabase ? env : {} })
  })
  parts.push({ name: project, tally: result, milliseconds })
}
close(parts)

function chooseProjects() {
  if (options.only === 'database') return options.e2e ? ['app', 'e2e'] : ['app']
  return ['rsc', 'sandbox', 'app', 'scripts', 'e2e']
}

function refuseUnknown() {
  const wrong =
    options.database && !['postgres', 'embedded'].includes(options.database)
      ? `--database takes postgres or embedded, not ${options.database}.`
      : options.only && options.only !== 'database'
        ? `--only takes database, not ${options.only}.`
        : undefined
  if (!wrong) return
  console.error(wrong)
  process.exit(1)
}
