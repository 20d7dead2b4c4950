import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { exportInstance } from './bulk/export-instance.ts'
import { silent } from './bulk/progress.ts'
import { aLargeInstance } from './bulk/testing/large-instance.ts'
import { aFolder, contentOf } from './bulk/testing/two-databases.ts'
import { createDatabase, testDatabase } from './platform/testing/test-database.ts'
import type { LodestoneCli } from './testing/lodestone-cli.ts'
import { buildCli } from './testing/lodestone-cli.ts'

let cli: LodestoneCli
beforeAll(async () => {
  cli = await buildCli()
})
afterAll(() => cli.remove())

// The long run: LODESTONE_DRILL_CANDIDATES=100000 LODESTONE_DRILL_KILLS=10
const candidates = Number(process.env.LODESTONE_DRILL_CANDIDATES ?? 4_000)
const kills = Number(process.env.LODESTONE_DRILL_KILLS ?? 3)

async function aServer(): Promise<Record<string, string>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-killed-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  const key = `test:${Buffer.alloc(32, 'key').toString('base64')}`
  const url = server ? { LODESTONE_DATABASE_URL: await createDatabase(server, 'killed') } : {}
  return { LODESTONE_DATA_DIR: folder, LODESTONE_ENCRYPTION_KEYS: key, ...url }
}

test('an import that is killed again and again goes on each time, and ends whole', { timeout: 3_600_000 }, async () => {
  const db = await testDatabase()
  const tenantId = await aLargeInstance(db, candidates)
  const place = await aFolder()
  const folder = path.join(place, 'out')
  await exportInstance(db, { tenantId, folder, progress: silent })
  const env = await aServer()
  const kinds = ['users', 'jobs', 'candidates', 'applications', 'linkedin-identities']
  let killed = 0
  for (let round = 0; round < kills; round++) {
    const said = `${kinds[round % kinds.length]}: `
    const outcome = await cli.kill(['import', folder], { env }, { said, afterMs: Math.random() * candidates * 0.2 })
    if (outcome.code === null) killed += 1
    else expect(outcome).toMatchObject({ code: 0 })
  }
  expect(killed).toBeGreaterThan(0)
  expect(await cli.run(['import', folder], { env })).toMatchObject({ code: 0 })
  const again = path.join(place, 'again')
  const exported = await cli.run(['export', again], { env })
  expect(exported).toMatchObject({ code: 0, out: expect.stringContaining('Keep them safe') })
  const [before, after] = [await contentOf(folder), await contentOf(again)]
  expect(Object.keys(after)).toEqual(Object.keys(before))
  for (const name of Object.keys(before)) expect(after[name] === before[name], name).toBe(true)
  await expect(readFile(`${folder}.bad-rows.jsonl`)).rejects.toThrow('ENOENT')
})
