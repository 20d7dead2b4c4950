import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '../platform/db/db.ts'
import { openDb } from '../platform/db/db.ts'
import { migrate } from '../platform/db/migrate.ts'
import { migrationsFolder } from '../platform/paths.ts'
import { testApp } from '../platform/testing/test-app.ts'
import { anotherDatabase } from '../platform/testing/test-database.ts'
import { backUp, restore } from './backup.ts'
import { silent } from './progress.ts'
import { aLargeInstance } from './testing/large-instance.ts'
import { aFolder, contentOf } from './testing/two-databases.ts'

async function embeddedDatabase(): Promise<Db> {
  const db = await openDb({})
  onTestFinished(() => db.close())
  await migrate(db, migrationsFolder)
  return db
}

// Not the worker's: that one holds what all other tests have made.
async function aDatabase(purpose: string): Promise<Db> {
  const db = await anotherDatabase(purpose)
  onTestFinished(() => db.close())
  return db
}

async function backupOf(db: Db): Promise<string> {
  const folder = path.join(await aFolder(), 'backup')
  await backUp(db, { folder, progress: silent })
  return folder
}

// Each with the addresses, which come after the candidates.
const countWords = async (db: Db) => {
  const answer = await sql<{ rows: number }>`
    select count(*) as rows from candidate_words where words @@ search_phrase('example')`.execute(db.owner)
  return answer.rows[0]?.rows
}

test('a backup restored is the same in every table, from one kind of database to the other and back', async () => {
  const here = await aDatabase('whole')
  const tenantId = await aLargeInstance(here, 1_100)
  const secret = (await testApp()).secrets.encrypt('the secret', tenantId)
  await here.transactAsOwner(tx =>
    tx
      .insertInto('linkedin_access')
      .values({
        tenant_id: tenantId,
        unique_foreign_id: tenantId,
        application_urn: 'urn:li:developerApplication:1',
        client_id: 'id',
        client_secret: secret,
        hook_path: tenantId,
        callback_url: 'http://localhost:3000/hooks',
        created_at: new Date(),
        updated_at: new Date(),
      })
      .execute(),
  )
  const folder = await backupOf(here)
  const before = await contentOf(folder)
  expect(before['linkedin_access.jsonl']).toContain(JSON.stringify(secret))
  for (const open of [embeddedDatabase, () => aDatabase('back')]) {
    const db = await open()
    await restore(db, { folder, progress: silent })
    const after = await contentOf(await backupOf(db))
    expect(Object.keys(after)).toEqual(Object.keys(before))
    for (const name of Object.keys(before)) expect(after[name] === before[name], name).toBe(true)
    expect(await countWords(db)).toBe(1_100)
    await expect(restore(db, { folder, progress: silent })).rejects.toThrow(/not empty: \w+ has rows/)
  }
}, 240_000)

test('a damaged file is found before anything is written', async () => {
  const here = await aDatabase('damaged')
  await aLargeInstance(here, 1)
  const folder = await backupOf(here)
  const file = path.join(folder, 'candidate.jsonl')
  await writeFile(file, (await readFile(file, 'utf8')).replace('Achternaam', 'Achternaas'))
  await expect(restore(here, { folder, progress: silent })).rejects.toThrow(/candidate\.jsonl is damaged/)
})
