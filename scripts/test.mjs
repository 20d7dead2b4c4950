// npm test -- [--database postgres] [--only database] [--e2e]
import { parseArgs } from 'node:util'
import { buildAll } from './build.mjs'
import { ensurePostgres } from './postgres.mjs'
import { close, runPart, runVitest } from './tally.mjs'

const { values: options } = parseArgs({
  options: { database: { type: 'string' }, only: { type: 'string' }, e2e: { type: 'boolean', default: false } },
})
refuseUnknown()

const onPostgres = options.database === 'postgres'
const parts = []
for (const project of chooseProjects()) {
  const movesToPostgres = onPostgres && (project === 'app' || (project === 'e2e' && options.e2e))
  const part = await runPart(movesToPostgres ? `${project} on PostgreSQL` : project, async () => {
    if (project === 'e2e') await buildAll({ web: true, server: true, sandbox: true, demo: true })
    return runVitest(project, { env: movesToPostgres ? { LODESTONE_TEST_DATABASE_URL: await ensurePostgres() } : {} })
  })
  parts.push(part)
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
