import { appendFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../platform/db/db.ts'
import { followEvents } from '../platform/events/follow-events.ts'
import { testApp } from '../platform/testing/test-app.ts'
import { anotherDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { perform } from '../platform/work.ts'
import { exportInstance } from './export-instance.ts'
import type { ImportRequest } from './import-instance.ts'
import { importInstance } from './import-instance.ts'
import { kinds, leftOutTables } from './kinds.ts'
import { fileOf } from './manifest.ts'
import { silent } from './progress.ts'
import { aLargeInstance } from './testing/large-instance.ts'
import { aFolder, contentOf } from './testing/two-databases.ts'

let here: Db
let there: Db
beforeAll(async () => {
  here = await testDatabase()
  there = await anotherDatabase('bulk')
}, 120_000)
afterAll(() => there.close())

async function anExport(candidates: number) {
  const tenantId = await aLargeInstance(here, candidates)
  const folder = path.join(await aFolder(), 'out')
  await exportInstance(here, { tenantId, folder, progress: silent })
  return { tenantId, folder }
}

const bring = (folder: string, request: Partial<ImportRequest> = {}) =>
  importInstance(there, {
    folder,
    badRowFile: `${folder}.bad-rows.jsonl`,
    followers: ['trial'],
    progress: silent,
    now: () => new Date(),
    ...request,
  })

async function exportAgain(tenantId: string) {
  const folder = path.join(await aFolder(), 'again')
  await exportInstance(there, { tenantId, folder, progress: silent })
  return contentOf(folder)
}

test('every table is exported or left out for a reason', async () => {
  const answer = await here.transactAsOwner(tx =>
    sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('r', 'v', 'm', 'p') and relname not like 'kysely%'`.execute(tx),
  )
  const exported = kinds.flatMap(kind => [kind.table, ...(kind.parts ?? []).map(part => part.table)])
  const listed = [...exported, ...Object.keys(leftOutTables)]
  expect(listed.toSorted()).toEqual(answer.rows.map(row => row.name).toSorted())
})

test('what was exported, imported and exported again is the same, byte by byte', async () => {
  const { tenantId, folder } = await anExport(1_203)
  const outcomes = await bring(folder)
  expect(outcomes.find(outcome => outcome.kind === 'candidates')).toEqual({
    kind: 'candidates',
    taken: 1_203,
    bad: 0,
    lines: 1_203,
  })
  const before = await contentOf(folder)
  const after = await exportAgain(tenantId)
  for (const name of Object.keys(before)) expect(after[name] === before[name], name).toBe(true)
  expect(Object.keys(after)).toEqual(Object.keys(before))
  expect(before['events.jsonl']).toContain('12345678901234567890.10')
  // Once more: everything is there, and nothing changes.
  const again = await bring(folder)
  expect(again).toEqual(outcomes.map(outcome => ({ ...outcome, taken: 0 })))
})

test('imported history is history: a follower hears of what happens afterwards only', async () => {
  const { tenantId, folder } = await anExport(3)
  await bring(folder)
  const app = { ...(await testApp()), db: there }
  const heard: string[] = []
  const following = await followEvents(app, {
    name: 'trial',
    handle: async (work, events) => {
      if (work.tenantId === tenantId) heard.push(...events.map(event => event.kind))
    },
  })
  await perform(app, { kind: 'operator', tenantId }, work =>
    work.record({ kind: 'trial.changed', subject: { kind: 'trial', id: 'one' } }),
  )
  await following.settle()
  await following.stop()
  expect(heard).toEqual(['trial.changed'])
  const found = await there.transact({ tenantId }, tx => sql`select 1 as one from candidate_search`.execute(tx))
  expect(found.rows).toHaveLength(3)
})

/** It would be read with every list of views, and none could be shown. */
const unreadableView = {
  ...{ id: 'view_1', userId: 'user_1', name: 'Roses', shared: true },
  view: { q: '', filters: {}, sort: null, columns: ['shoeSize'] },
  ...{ createdAt: '2026-11-30T09:00:00.000+00:00', updatedAt: '2026-11-30T09:00:00.000+00:00' },
}

test('a bad row is listed with its line and its reason, and nothing of it stays', async () => {
  const { tenantId, folder } = await anExport(5)
  const spoil = async (kind: string, line: number, change: (row: Record<string, unknown>) => unknown) => {
    const lines = (await readFile(fileOf(folder, kind), 'utf8')).split('\n')
    const changed = change(JSON.parse(lines[line - 1] ?? ''))
    lines[line - 1] = typeof changed === 'string' ? changed : JSON.stringify(changed)
    await writeFile(fileOf(folder, kind), lines.join('\n'))
  }
  await spoil('candidates', 1, row => ({ ...row, firstName: ' Anna' }))
  await spoil('candidates', 2, () => '{ "id": ')
  await spoil('candidates', 3, row => ({ ...row, emails: [...(row.emails as object[]), { email: 'x' }] }))
  await spoil('applications', 4, row => ({ ...row, stageId: 'stage_of_nobody' }))
  await spoil('applications', 5, row => ({ ...row, source: 'television' }))
  await spoil('users', 2, row => ({ ...row, colour: 'red' }))
  await spoil('events', 2, row => ({ ...row, actor: null }))
  await spoil('linkedin-identities', 1, row => ({ ...row, linkedAt: '2026-13-45T00:00:00Z' }))
  await spoil('events', 1, row => ({ ...row, at: 'yesterday' }))
  await appendFile(fileOf(folder, 'saved-views'), `${JSON.stringify(unreadableView)}\n`)
  await appendFile(fileOf(folder, 'linkedin-identities'), Buffer.from([0x22, 0xff, 0x22, 0x0a]))

  await expect(bring(folder)).rejects.toThrow(/users\.jsonl is not the file that was exported.*--accept-changed/)
  const trial = await bring(folder, { acceptChanged: true, dryRun: true, badRowFile: `${folder}.trial` })
  expect(await there.owner.selectFrom('tenant').select('id').where('id', '=', tenantId).execute()).toEqual([])

  const outcomes = await bring(folder, { acceptChanged: true })
  expect(trial).toEqual(outcomes)
  const bad = (await readFile(`${folder}.bad-rows.jsonl`, 'utf8'))
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { kind: string; line: number; reason: string })
  expect(bad.map(row => [row.kind, row.line, row.reason])).toEqual([
    ['users', 2, 'colour is not known here'],
    ['candidates', 1, 'firstName: must not have spaces around it'],
    ['candidates', 2, 'is no JSON'],
    ['candidates', 3, 'emails[1]: position is missing'],
    ['applications', 1, 'candidateId names a row that is not there'],
    ['applications', 2, 'candidateId names a row that is not there'],
    ['applications', 3, 'candidateId names a row that is not there'],
    ['applications', 4, 'jobId and stageId names a row that is not there'],
    ['applications', 5, 'source has a value that is not allowed'],
    ['talent-pool-members', 2, 'candidateId names a row that is not there'],
    ['saved-views', 1, expect.stringMatching(/^view\.columns\.0: Invalid option/)],
    ['linkedin-identities', 1, 'a value has a wrong form (22008)'],
    ['linkedin-identities', 2, 'is not written in UTF-8'],
    ['events', 1, 'at is no time such as 2026-11-30T09:00:00.000+00:00'],
    ['events', 2, 'actor must not be empty'],
  ])
  const counts = await there.transact({ tenantId }, tx =>
    sql<{ candidates: number; emails: number; moves: number }>`select (select count(*) from candidate) as candidates,
      (select count(*) from candidate_email) as emails, (select count(*) from stage_move) as moves`.execute(tx),
  )
  expect(counts.rows).toEqual([{ candidates: 2, emails: 2, moves: 0 }])

  // Mended, the same folder brings in what was missing and passes over what is there.
  await spoil('candidates', 1, row => ({ ...row, firstName: 'Anna' }))
  const mended = await bring(folder, { acceptChanged: true })
  expect(mended.find(outcome => outcome.kind === 'candidates')).toEqual({
    kind: 'candidates',
    taken: 1,
    bad: 2,
    lines: 5,
  })
  // So does the file that was not mended, whose row had nobody to hang on.
  expect(mended.find(outcome => outcome.kind === 'applications')).toMatchObject({ taken: 1, bad: 4 })
})

test('a folder without a manifest, and an instance that is there by itself, are refused', async () => {
  await expect(bring(await aFolder())).rejects.toThrow(/is not whole/)
  const { folder } = await anExport(1)
  await expect(importInstance(here, { ...request(folder) })).rejects.toThrow(/already, and not by an import/)
})

const request = (folder: string): ImportRequest => ({
  folder,
  badRowFile: `${folder}.bad-rows.jsonl`,
  followers: [],
  progress: silent,
  now: () => new Date(),
})
