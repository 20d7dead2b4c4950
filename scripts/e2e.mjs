// npm run e2e -- [story ...] [--database postgres] [--headed]
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll } from './build.mjs'
import { root } from './bundle.mjs'
import { ensurePostgres } from './postgres.mjs'
import { close, runPart, runVitest } from './tally.mjs'

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { database: { type: 'string', default: 'embedded' }, headed: { type: 'boolean', default: false } },
})

const stories = readdirSync(path.join(root, 'e2e'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.test.ts'))
  .map(file => file.slice(0, -'.test.ts'.length))
  .sort()
const unknown = wanted.filter(story => !stories.includes(story))
if (unknown.length > 0) refuse(`There is no story ${unknown.join(', ')}. There are: ${stories.join(', ')}.`)
if (!['postgres', 'embedded'].includes(options.database)) {
  refuse(`--database takes postgres or embedded, not ${options.database}.`)
}

const part = await runPart(`e2e ${wanted.join(' ')}`.trim(), async () => {
  await buildAll({ web: true, server: true, sandbox: true, demo: true })
  const env = {
    ...(options.database === 'postgres' ? { LODESTONE_TEST_DATABASE_URL: await ensurePostgres() } : {}),
    ...(options.headed ? { LODESTONE_HEADED: 'true' } : {}),
  }
  return runVitest('e2e', { files: wanted.map(story => path.join(root, 'e2e', `${story}.test.ts`)), env })
})
close([part])

/** @param {string} sentence */
function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}
