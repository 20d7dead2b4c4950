// npm run check: everything that needs no running product. Each violation is one sentence.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle, root } from './bundle.mjs'
import { runProgram } from './processes.mjs'
import { closingLine } from './tally.mjs'

const tools = {
  biome: ['@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings'],
  'types of rsc': ['typescript/bin/tsc', '-p', 'rsc'],
  'types of sandbox': ['typescript/bin/tsc', '-p', 'sandbox'],
  'types of app': ['typescript/bin/tsc', '-p', 'app'],
  'types of the rest': ['typescript/bin/tsc', '-p', '.'],
  'unused code': ['knip/bin/knip.js', '--no-progress'],
}

let passed = 0
let failed = 0

for (const [name, check] of await readOwnChecks()) await judge(name, async () => check(root).join('\n'))
await judge('row types', () => findings(['scripts/run.mjs', 'scripts/db-types.ts', '--check']))
for (const [name, [program, ...parameters]] of Object.entries(tools)) {
  await judge(name, () => findings([path.join('node_modules', program ?? ''), ...parameters]))
}
closingLine({ passed, failed })

/** @returns {Promise<[string, (root: string) => string[]][]>} */
async function readOwnChecks() {
  const bundled = await bundle('scripts/checks/own-checks.ts', 'dist/scripts/own-checks.js')
  const { ownChecks } = await import(pathToFileURL(bundled).href)
  return Object.entries(ownChecks)
}

/**
 * @param {string} name
 * @param {() => Promise<string>} check answers with its findings, or with nothing
 */
async function judge(name, check) {
  const startedAt = performance.now()
  const result = await check().catch(error => (error instanceof Error ? error.message : String(error)))
  const seconds = (performance.now() - startedAt) / 1000
  if (result === '') passed += 1
  else failed += 1
  console.log(`${result === '' ? 'ok  ' : 'FAIL'} ${name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s`)
  if (result !== '') console.log(result.replaceAll(/^/gm, '       '))
}

/** @param {string[]} parameters for Node */
async function findings(parameters) {
  const { code, output } = await runProgram(process.execPath, parameters, { quiet: true })
  return code === 0 ? '' : output.trim() || `It ended with code ${code} and said nothing.`
}
