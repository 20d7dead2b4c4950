import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aCandidate, aCompany, type Company } from './hiring/testing/builders.ts'
import type { RunningApp } from './main.ts'
import { startApp } from './main.ts'
import { SESSION_COOKIE } from './platform/auth/session-cookie.ts'
import { readConfig } from './platform/config.ts'
import { newEncryptionKey } from './platform/crypto/encryption-keys.ts'
import type { Db } from './platform/db/db.ts'
import { openDb } from './platform/db/db.ts'
import { followEvents } from './platform/events/follow-events.ts'
import { createLog } from './platform/log.ts'
import { projectRoot } from './platform/paths.ts'
import { enqueue, LEASE_SECONDS } from './platform/queue/queue.ts'
import { startQueue } from './platform/queue/run-queue.ts'
import { cuttable } from './platform/testing/cuttable-server.ts'
import { testClock } from './platform/testing/test-app.ts'
import { createDatabase } from './platform/testing/test-database.ts'
import { openTestSession } from './platform/testing/test-http.ts'
import { perform } from './platform/work.ts'

const PATIENCE = { timeout: 30_000, interval: 50 }

interface FragileDatabase {
  db: Db
  /** What a refused request is told. */
  code: string
  takeAway(): Promise<void>
  bringBack(): Promise<void>
  stop(): Promise<void>
}

let fragile: FragileDatabase
let folder: string
let running: RunningApp
let company: Company
let cookie: string
const clock = testClock('2026-11-23T08:00:00Z')
const log: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-outage-'))
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  fragile = server ? await behindAWire(server) : await onADiskThatFails()
  const config = readConfig({ LODESTONE_DATA_DIR: folder, LODESTONE_ENCRYPTION_KEYS: newEncryptionKey('outage') })
  const kept = createLog('warn', { write: line => log.push(line) })
  running = await startApp({ ...config, port: 0 }, { db: fragile.db, clock, log: kept })
  company = await aCompany(running.app)
  cookie = `${SESSION_COOKIE}=${await openTestSession(running.app, company.recruiter)}`
})

afterAll(async () => {
  await running.stop()
  await fragile.stop()
  await rm(folder, { recursive: true })
})

async function behindAWire(server: string): Promise<FragileDatabase> {
  const wire = await cuttable(await createDatabase(server, 'away'))
  const db = await openDb({ url: wire.url, poolSize: 5 })
  return { db, code: 'databaseAway', takeAway: wire.cut, bringBack: wire.mend, stop: wire.stop }
}

async function onADiskThatFails(): Promise<FragileDatabase> {
  const sign = path.join(folder, 'database.disk')
  const threadFile = path.join(projectRoot, 'app/src/platform/testing/full-disk-thread.mjs')
  const db = await openDb({ dataDir: path.join(folder, 'database'), threadFile })
  return {
    db,
    code: 'diskFull',
    takeAway: async () => {
      await writeFile(sign, 'write')
      // The database notices when it writes.
      await db.transactAsOwner(tx => tx.insertInto('sign_in').values(aRow()).execute()).catch(() => undefined)
    },
    bringBack: () => rm(sign),
    stop: async () => undefined,
  }
}

function aRow() {
  const id = crypto.randomUUID()
  return { id, name: 'Nobody', email: `${id}@example.com`, created_at: new Date(), updated_at: new Date() }
}

function call(method: string, address: string, body?: unknown): Promise<Response> {
  const headers = { cookie, origin: running.url, 'content-type': 'application/json' }
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  return fetch(`${running.url}${address}`, { method, headers, ...init })
}

test('without its database everything waits or is refused with a reason, and goes on by itself when it is back', async () => {
  const { app } = running
  const candidate = await aCandidate(app, company.recruiter)
  const actor = { kind: 'operator', tenantId: company.recruiter.tenantId } as const

  // Work that is under way when the database goes.
  let begun: () => void = () => undefined
  const underWay = new Promise<void>(resolve => {
    begun = resolve
  })
  let away: Promise<void> = new Promise(() => undefined)
  const done: string[] = []
  const queue = await startQueue(app, {
    'trial.outage': async (_app, task) => {
      begun()
      await away
      await task.finish(work => work.record({ kind: 'trial.done', subject: { kind: 'trial', id: task.key } }))
      done.push(task.key)
    },
  })
  const followed: string[] = []
  const follower = await followEvents(app, {
    name: 'trial-outage',
    handle: async (_work, events) => {
      followed.push(...events.filter(event => event.kind.startsWith('trial.')).map(event => event.subjectId))
    },
  })
  const waiting = new Promise<void>(resolve => {
    away = new Promise(goOn => {
      void underWay.then(() => fragile.takeAway().then(goOn)).then(resolve)
    })
  })
  await perform(app, actor, work => enqueue(work, { kind: 'trial.outage', key: 'under way', payload: {} }))
  await waiting

  const refusals = [
    await call('GET', `/api/v1/candidates/${candidate.id}`),
    await call('GET', '/api/v1/jobs'),
    await call('POST', '/api/v1/candidates', { firstName: 'Joke', lastName: 'Smit' }),
    await call('POST', '/api/v1/sign-in', { email: 'anna@example.com', password: 'tulpen uit Aalsmeer' }),
  ]
  const codes: string[] = []
  for (const refusal of refusals) {
    expect(refusal.status).toBe(503)
    expect(refusal.headers.get('content-type')).toBe('application/problem+json')
    expect(refusal.headers.get('retry-after')).toBe('5')
    const problem = (await refusal.json()) as { code: string; title: string }
    expect(problem.title).toBe('Not available just now')
    codes.push(problem.code)
  }
  // Whose call is under way while the full disk ends the database is told only that it ended.
  expect(codes).toContain(fragile.code)
  for (const code of codes) expect([fragile.code, 'databaseAway']).toContain(code)
  const push = await call('POST', '/hooks/linkedin/whoever', { type: 'EXPORT_CANDIDATE_PROFILE' })
  expect([push.status, push.headers.get('retry-after')]).toEqual([503, '5'])
  const ready = await call('GET', '/readyz')
  expect(ready.status).toBe(503)
  expect(await ready.json()).toEqual({ status: 'notReady', reason: expect.stringContaining('database') })
  expect((await call('GET', '/healthz')).status).toBe(200)
  expect(done).toEqual([])

  await fragile.bringBack()
  await vi.waitFor(async () => expect((await call('GET', '/readyz')).status).toBe(200), PATIENCE)
  expect((await call('GET', `/api/v1/candidates/${candidate.id}`)).status).toBe(200)
  const made = await call('POST', '/api/v1/candidates', { firstName: 'Joke', lastName: 'Smit' })
  expect(made.status).toBe(201)
  // Whoever held the task could not give it back; its lease ends.
  clock.moveMs((LEASE_SECONDS + 1) * 1000)
  await vi.waitFor(() => expect(done).toEqual(['under way']), PATIENCE)
  // On a server that others use, events wait behind whatever transaction anybody has open.
  await vi.waitFor(() => expect(followed).toEqual(['under way']), { ...PATIENCE, timeout: 90_000 })
  // Nobody was troubled by it more than once.
  expect(log.filter(line => line.includes('task failed') || line.includes('request failed'))).toEqual([])
  await queue.stop()
  await follower.stop()
}, 180_000)
