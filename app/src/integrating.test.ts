import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActiveJob, anApplication } from './hiring/testing/builders.ts'
import { createUser } from './hiring/users/users.ts'
import { freePort } from './linkedin/testing/linkedin-world.ts'
import type { RunningApp } from './main.ts'
import { startApp } from './main.ts'
import { apiScopes } from './platform/api-tokens/api-tokens.shapes.ts'
import { createApiToken } from './platform/api-tokens/api-tokens.ts'
import { readConfig } from './platform/config.ts'
import { newEncryptionKey } from './platform/crypto/encryption-keys.ts'
import { projectRoot } from './platform/paths.ts'
import { aTenant, aUser } from './platform/testing/builders.ts'
import { createDatabase } from './platform/testing/test-database.ts'
import { perform } from './platform/work.ts'

const run = promisify(execFile)

const documents = ['docs/integrating.md', 'client/README.md']
const password = 'bollen in april'

let running: RunningApp
let env: NodeJS.ProcessEnv
const folders = { examples: '', data: '' }

beforeAll(async () => {
  await mkdir(path.join(projectRoot, 'dist'), { recursive: true })
  folders.examples = await mkdtemp(path.join(projectRoot, 'dist', 'examples-'))
  folders.data = await mkdtemp(path.join(os.tmpdir(), 'lodestone-examples-'))
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  running = await startApp(
    readConfig({
      ...(server ? { LODESTONE_DATABASE_URL: await createDatabase(server, 'examples') } : {}),
      LODESTONE_ENCRYPTION_KEYS: newEncryptionKey('test'),
      LODESTONE_PORT: String(await freePort()),
      LODESTONE_DATA_DIR: folders.data,
      LODESTONE_LOG_LEVEL: 'silent',
    }),
  )
  env = { ...process.env, LODESTONE_URL: running.url, ...(await aCompanyToAsk(running)) }
}, 120_000)

afterAll(async () => {
  await running?.stop()
  await Promise.all(Object.values(folders).map(folder => rm(folder, { recursive: true, force: true })))
})

async function aCompanyToAsk({ app }: RunningApp): Promise<Record<string, string>> {
  const tenant = await aTenant(app)
  const admin = await aUser(app, tenant, { roles: ['administrator', 'recruiter'] })
  const job = await anActiveJob(app, admin, { title: 'Tulip grower' })
  await anApplication(app, admin, { jobId: job.id })
  const email = 'petra@tulpenveld.example'
  await createUser(app, admin, { firstName: 'Petra', lastName: 'Kuiper', email, password, roles: ['administrator'] })
  const input = { name: 'Examples', role: 'administrator' as const, scopes: [...apiScopes], expiresInDays: 1 }
  const { token } = await perform(app, admin, work => createApiToken(work, admin, input))
  return { LODESTONE_TOKEN: token, LODESTONE_EMAIL: email, LODESTONE_PASSWORD: password }
}

/** The examples of all documents in one language, in their order. */
async function examplesIn(language: 'sh' | 'ts'): Promise<string[]> {
  const texts = await Promise.all(documents.map(document => readFile(path.join(projectRoot, document), 'utf8')))
  const blocks = texts.flatMap(text => [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)])
  return blocks.filter(block => block[1] === language).map(block => block[2] ?? '')
}

const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)

test.runIf(hasCurl)('every example for a shell does what it says', { timeout: 120_000 }, async () => {
  const examples = await examplesIn('sh')
  expect(examples.length).toBeGreaterThanOrEqual(3)
  for (const example of examples) {
    const { stdout } = await run('sh', ['-euc', example], { env, cwd: folders.examples })
    expect(stdout, example).toMatch(/"(data|id|user)":/)
  }
})

test('every example in TypeScript holds for the compiler, and runs', { timeout: 180_000 }, async () => {
  const examples = await examplesIn('ts')
  expect(examples.length).toBeGreaterThanOrEqual(4)
  const files = examples.map((_, i) => path.join(folders.examples, `example-${i}.ts`))
  await Promise.all(files.map((file, i) => writeFile(file, examples[i] ?? '')))
  const compiler = path.join(projectRoot, 'node_modules/typescript/bin/tsc')
  const options = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--target',
    'es2023',
    '--module',
    'nodenext',
  ]
  await run(process.execPath, [compiler, ...options, '--types', 'node', ...files], { cwd: projectRoot }).catch(
    error => {
      throw new Error(`The compiler refuses an example:\n${error.stdout}`)
    },
  )
  for (const file of files) {
    const { stdout } = await run(process.execPath, [await bundled(file)], { env })
    expect(stdout, file).toMatch(/TN-|cand_|candidate\.created/)
  }
})

async function bundled(file: string): Promise<string> {
  const build = await rolldown({ input: file, platform: 'node', external: /^@lodestone\// })
  const output = file.replace(/ts$/, 'mjs')
  await build.write({ file: output, format: 'esm' })
  await build.close()
  return output
}
