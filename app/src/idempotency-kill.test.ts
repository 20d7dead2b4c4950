import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bundleAts, startProcess } from './linkedin/testing/killable-ats.ts'
import { freePort } from './linkedin/testing/linkedin-world.ts'
import { startApp } from './main.ts'
import { SESSION_COOKIE } from './platform/auth/session-cookie.ts'
import { readConfig } from './platform/config.ts'
import { newEncryptionKey } from './platform/crypto/encryption-keys.ts'
import { projectRoot } from './platform/paths.ts'
import { aTenant, aUser } from './platform/testing/builders.ts'
import { createDatabase } from './platform/testing/test-database.ts'
import { openTestSession } from './platform/testing/test-http.ts'

async function aFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(path.join(parent, 'idempotency-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('killed between the change and its answer, the next process still knows the answer', {
  timeout: 180_000,
}, async () => {
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  const port = await freePort()
  const env = {
    ...(server ? { LODESTONE_DATABASE_URL: await createDatabase(server, 'idempotency') } : {}),
    LODESTONE_ENCRYPTION_KEYS: newEncryptionKey('test'),
    LODESTONE_PORT: String(port),
    LODESTONE_DATA_DIR: await aFolder(os.tmpdir()),
    LODESTONE_LOG_LEVEL: 'silent',
  }
  const first = await startApp(readConfig(env))
  const recruiter = await aUser(first.app, await aTenant(first.app))
  const cookie = `${SESSION_COOKIE}=${await openTestSession(first.app, recruiter)}`
  await first.stop()

  const headers = { cookie, origin: first.url, 'content-type': 'application/json', 'idempotency-key': 'job-1' }
  const createJob = () =>
    fetch(`${first.url}/api/v1/jobs`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ title: 'Tulip grower', ownRole: 'recruiter' }),
    })
  const file = await bundleAts(await aFolder(path.join(projectRoot, 'dist')))
  const killed = await startProcess(file, { ...env, LODESTONE_CRASH_AT: 'idempotency:committed' })
  await expect(createJob()).rejects.toThrow()
  expect(await killed.ended).toBe('SIGKILL')

  const next = await startProcess(file, env)
  const answer = await createJob()
  const body = await answer.json()
  expect([answer.status, answer.headers.get('idempotency-replayed'), body.title]).toEqual([201, 'true', 'Tulip grower'])
  const jobs = await (await fetch(`${first.url}/api/v1/jobs`, { headers: { cookie } })).json()
  expect(jobs.data.map((job: { id: string }) => job.id)).toEqual([body.id])
  await next.stop()
})
