import { mkdtemp, rm } from 'node:fs/promises'
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

const former = 'the former password'
const fresh = 'a fresh one for Ada'

async function aServerWithAda() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-password-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  const key = `test:${Buffer.alloc(32, 'key').toString('base64')}`
  const url = server ? { LODESTONE_DATABASE_URL: await createDatabase(server, 'password') } : undefined
  const env = { LODESTONE_DATA_DIR: folder, LODESTONE_ENCRYPTION_KEYS: key, ...url }
  const ada = ['--first-name', 'Ada', '--last-name', 'Vos', '--email', 'ada@vita.example']
  const vita = ['--company', 'Vita BV', '--job-prefix', 'VB', ...ada]
  expect(await cli.run(['open-instance', ...vita], { env, input: former })).toMatchObject({ code: 0, err: '' })
  const withApp = async <T>(work: (app: Awaited<ReturnType<typeof testApp>>) => Promise<T>) => {
    const db = await openDb(url ? { url: url.LODESTONE_DATABASE_URL } : { dataDir: databaseFolder(readConfig(env)) })
    try {
      return await work({ ...(await testApp()), db })
    } finally {
      await db.close()
    }
  }
  return { env, withApp }
}

const signIn = { email: 'ada@vita.example', address: '127.0.0.1', userAgent: 'test' }

test('an operator sets a password: the former one and all that it opened end', { timeout: 240_000 }, async () => {
  const { env, withApp } = await aServerWithAda()
  await withApp(async app => {
    const { signInId } = (await openSession(app, { ...signIn, password: former })) ?? { signInId: '' }
    const now = app.clock.now()
    await app.db.owner
      .insertInto('sign_in_link')
      .values({ token_hash: 'x', purpose: 'password', sign_in_id: signInId, expires_at: now, created_at: now })
      .execute()
  })
  const set = await cli.run(['set-password', '--email', ' Ada@Vita.example'], { env, input: `${fresh}\n` })
  expect(set).toMatchObject({ code: 0, err: '', out: expect.stringContaining('has a new password') })
  expect(set.out).not.toContain(fresh)
  await withApp(async app => {
    expect(await app.db.owner.selectFrom('sign_in_session').select('id').execute()).toEqual([])
    expect(await app.db.owner.selectFrom('sign_in_link').select('token_hash').execute()).toEqual([])
    expect(await openSession(app, { ...signIn, password: former })).toBeUndefined()
    expect(await openSession(app, { ...signIn, password: fresh })).toBeDefined()
  })

  const short = await cli.run(['set-password', '--email', signIn.email], { env, input: 'short' })
  expect(short).toMatchObject({ code: 1, out: '', err: 'The password is wrong: must have at least 10 characters\n' })
  const nobody = await cli.run(['set-password', '--email', 'bob@vita.example'], { env, input: fresh })
  expect(nobody).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Nobody signs in with') })
  await withApp(async app => expect(await openSession(app, { ...signIn, password: fresh })).toBeDefined())
})
