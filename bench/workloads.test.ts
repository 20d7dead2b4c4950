import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importInstance } from '../app/src/bulk/import-instance.ts'
import { silent } from '../app/src/bulk/progress.ts'
import type { RunningApp } from '../app/src/main.ts'
import { startApp } from '../app/src/main.ts'
import { givePassword } from '../app/src/platform/auth/give-password.ts'
import { readConfig } from '../app/src/platform/config.ts'
import { newEncryptionKey } from '../app/src/platform/crypto/encryption-keys.ts'
import { openDb } from '../app/src/platform/db/db.ts'
import { migrate } from '../app/src/platform/db/migrate.ts'
import { createLog } from '../app/src/platform/log.ts'
import { migrationsFolder } from '../app/src/platform/paths.ts'
import { Caller } from './caller.ts'
import { chooseWorkloads, workloadNames } from './workloads.ts'
import { applicationId, caller as person, tenantId, World } from './world.ts'
import { writeWorld } from './write-world.ts'

const world = new World(1_500)
let running: RunningApp
let caller: Caller

beforeAll(async () => {
  const db = await openDb({})
  await migrate(db, migrationsFolder)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-bench-'))
  await writeWorld(world, folder)
  const request = { folder, badRowFile: `${folder}.bad`, followers: [], progress: silent, now: () => new Date() }
  const outcomes = await importInstance(db, request)
  expect(outcomes.filter(outcome => outcome.bad > 0)).toEqual([])
  await rm(folder, { recursive: true })
  const config = { ...readConfig({ LODESTONE_ENCRYPTION_KEYS: newEncryptionKey('bench') }), port: 0 }
  running = await startApp(config, { db, log: createLog('silent') })
  await givePassword(running.app, { email: person.email, password: person.password })
  caller = new Caller(running.url)
  await caller.signIn()
}, 180_000)

afterAll(async () => {
  caller.close()
  await running.stop()
})

// Before the moves below: afterwards the world is another one.
test('an answer that changes while it is measured is noticed', async () => {
  const [workload] = chooseWorkloads(world, ['profile']).flat()
  await workload?.prepare(caller)
  const question = workload?.ask(0, 0) ?? { method: 'GET', address: '' }
  const { status, body } = await caller.ask(question)
  const spoilt = Buffer.from(
    body.toString().replace('"mayOpen":true', '"mayOpen":false').replace('"skills":["', '"skills":["X'),
  )
  expect(() => workload?.judge(question, { status, body: spoilt })).toThrow(/expected/)
  expect(() => workload?.judge(question, { status: 500, body })).toThrow(/expected/)
})

test.each(workloadNames.filter(name => name !== 'export'))('%s: the product answers as the world says', async name => {
  const [workload] = chooseWorkloads(world, [name]).flat()
  if (!workload) throw new Error(`There is no workload ${name}.`)
  await workload.prepare(caller)
  for (let n = 0; n < 6; n++) {
    const question = workload.ask(n % 2, n)
    workload.judge(question, await caller.ask(question))
  }
  await workload.settle?.(caller)
  expect(workload.samples().length).toBeGreaterThan(0)
})

test('a card that is missing on a board is noticed, before any timing', async () => {
  const lost = applicationId(world.applicationsOn(2)[0] ?? 0)
  await running.app.db.transactAsOwner(async tx => {
    for (const table of ['application_opened', 'stage_move'] as const) {
      await tx.deleteFrom(table).where('application_id', '=', lost).execute()
    }
    await tx.deleteFrom('application').where('tenant_id', '=', tenantId).where('id', '=', lost).execute()
  })
  const [workload] = chooseWorkloads(world, ['board']).flat()
  await expect(workload?.prepare(caller)).rejects.toThrow(/board of job_0+2: expected/)
})
