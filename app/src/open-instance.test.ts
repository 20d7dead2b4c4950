import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { databaseFolder } from './main.ts'
import { openSession } from './platform/auth/sign-ins.ts'
import { readConfig } from './platform/config.ts'
import { openDb } from './platform/db/db.ts'
import { testApp } from './platform/testing/test-app.ts'
import { createDatabase } from './platform/testing/test-database.ts'
import type { LodestoneCli } from './testing/lodestone-cli.ts'
import { buildCli } from './testing/lodestone-cli.ts'

let cli: LodestoneCli
beforeAll(async () => {
  cli = await buildCli()
})
afterAll(() => cli.remove())

const vita = ['--company', 'Vita BV', '--job-prefix', 'VB', '--first-name', 'Ada', '--last-name', 'Vos']
const ada = [...vita, '--email', 'Ada.Vos@vita.example']
const password = 'a long enough password'

/** A server without a company, and what one sees when one opens its database. */
async function anEmptyServer() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-open-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  const key = `test:${Buffer.alloc(32, 'key').toString('base64')}`
  const url = server ? { LODESTONE_DATABASE_URL: await createDatabase(server, 'open') } : undefined
  const env = { LODESTONE_DATA_DIR: folder, LODESTONE_ENCRYPTION_KEYS: key, ...url }
  const open = () => openDb(url ? { url: url.LODESTONE_DATABASE_URL } : { dataDir: databaseFolder(readConfig(env)) })
  return { env, open }
}

test('an operator opens the first company, and its administrator can sign in', { timeout: 240_000 }, async () => {
  const server = await anEmptyServer()
  const opened = await cli.run(['open-instance', ...ada], { env: server.env, input: `${password}\n` })
  expect(opened).toMatchObject({ code: 0, err: '' })
  expect(opened.out).toMatch(
    /^Opened Vita BV of Vita BV \([0-9a-f-]{36}\)\. .* signs in at http:\/\/localhost:3000\.\n$/,
  )
  expect(opened.out).not.toContain(password)

  const again = await cli.run(['open-instance', ...ada], { env: server.env, input: password })
  expect(again).toMatchObject({ code: 1, out: '' })
  expect(again.err).toContain('This server has a company already')

  const another = ['open-instance', ...ada, '--instance', 'Vita Zuid', '--time-zone', 'Europe/Brussels', '--another']
  const env = { ...server.env, LODESTONE_PASSWORD: 'not asked for, she has one' }
  expect(await cli.run(another, { env })).toMatchObject({ code: 0, out: expect.stringContaining('Vita Zuid') })

  const db = await server.open()
  onTestFinished(() => db.close())
  const app = { ...(await testApp()), db }
  const signIn = { email: 'ada.vos@vita.example', password, address: '127.0.0.1', userAgent: 'test' }
  expect(await openSession(app, signIn)).toBeDefined()
  expect(
    await db.owner.selectFrom('tenant').select(['instance_name', 'time_zone']).orderBy('created_at').execute(),
  ).toEqual([
    { instance_name: 'Vita BV', time_zone: 'Europe/Amsterdam' },
    { instance_name: 'Vita Zuid', time_zone: 'Europe/Brussels' },
  ])
  expect(await db.owner.selectFrom('app_user').select('roles').execute()).toEqual([
    { roles: ['administrator'] },
    { roles: ['administrator'] },
  ])
})

test('what is missing or wrong is told by the names of the options, and nothing is opened', async () => {
  const { env } = await anEmptyServer()
  const refused = await cli.run(['open-instance', '--job-prefix', 'vb', '--time-zone', 'Mars'], { env, input: 'short' })
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err.split('\n')).toEqual([
    'No instance was opened.',
    '- --company is missing',
    '- --instance is missing',
    '- --job-prefix is wrong: must be 1 to 8 capital letters and digits, a letter first',
    '- --time-zone is wrong: must be a time zone such as Europe/Amsterdam',
    '- --first-name is missing',
    '- --last-name is missing',
    '- --email is missing',
    expect.stringMatching(/^- The password is wrong: .*10 characters$/),
    '',
  ])
  const asOption = await cli.run(['open-instance', ...ada, '--password', password], { env })
  expect(asOption).toMatchObject({ code: 1, err: expect.stringContaining("unknown option '--password'") })
  expect(await readdir(env.LODESTONE_DATA_DIR)).toEqual([])
})

test('in a demo nothing is opened', async () => {
  const { env } = await anEmptyServer()
  const outcome = await cli.run(['open-instance', ...ada], { env: { ...env, LODESTONE_DEMO: 'true' }, input: password })
  expect(outcome).toMatchObject({ code: 1, err: expect.stringContaining('the demo opens companies of its own') })
})
