import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../platform/db/db.ts'
import { makeWords, makeWordsLater } from './candidate-words.ts'
import { digestOf, fileOf, readManifestFile, writeManifestFile } from './manifest.ts'
import { newestMigration } from './newest-migration.ts'
import type { Progress } from './progress.ts'
import { readBatches } from './read-lines.ts'
import { countTable, listWholeTables } from './whole-tables.ts'
import { makeEmptyFolder, readOneMoment, writeLines } from './write-lines.ts'

const backupManifest = z.object({
  format: z.literal('lodestone-backup-1'),
  migration: z.string(),
  tables: z.array(z.object({ name: z.string(), rows: z.number().int(), sha256: z.string() })),
})
export type BackupManifest = z.infer<typeof backupManifest>

interface Place {
  folder: string
  progress: Progress
}

/** Every row of every company, as stored: secrets stay encrypted, and the keys are not in it. */
export async function backUp(db: Db, { folder, progress }: Place): Promise<BackupManifest> {
  await makeEmptyFolder(folder)
  return db.transactAsOwner(async tx => {
    await readOneMoment(tx)
    const tables: BackupManifest['tables'] = []
    for (const { name, columns, order } of await listWholeTables(tx)) {
      progress.start(name, await countTable(tx, name))
      const refs = sql.join(columns.map(column => sql.ref(column)))
      const rank = sql.join(order.map(column => sql`${sql.ref(column)} nulls first`))
      const query = sql`select ${refs} from ${sql.table(name)} order by ${rank}`
      tables.push({ name, ...(await writeLines(tx, query, { file: fileOf(folder, name), progress })) })
      progress.end()
    }
    const manifest: BackupManifest = { format: 'lodestone-backup-1', migration: await newestMigration(tx), tables }
    await writeManifestFile(folder, manifest)
    return manifest
  })
}

/** Into an empty database, wholly or not at all; rows are counted before anything is kept. */
export async function restore(db: Db, { folder, progress }: Place): Promise<BackupManifest> {
  const manifest = await readManifestFile(folder, backupManifest)
  for (const { name, sha256 } of manifest.tables) {
    if ((await digestOf(fileOf(folder, name))) !== sha256) {
      throw new Error(
        `${fileOf(folder, name)} is damaged: its content differs from what manifest.json says. Copy the backup again.`,
      )
    }
  }
  await db.transactAsOwner(async tx => {
    const migration = await newestMigration(tx)
    if (migration !== manifest.migration) {
      throw new Error(
        `The backup was made at migration ${manifest.migration}, and this version of Lodestone is at ${migration}. ` +
          'Restore with the version that made the backup, and upgrade afterwards.',
      )
    }
    const tables = await listWholeTables(tx)
    for (const { name } of tables) {
      if ((await countTable(tx, name)) === 0) continue
      throw new Error(`This database is not empty: ${name} has rows. A backup is restored into an empty database only.`)
    }
    await makeWordsLater(tx)
    for (const { name, columns } of tables) {
      const told = manifest.tables.find(table => table.name === name)
      if (!told) throw new Error(`The backup says nothing of the table ${name}. Back up again.`)
      progress.start(name, told.rows)
      const refs = sql.join(columns.map(column => sql.ref(column)))
      for await (const batch of readBatches(fileOf(folder, name), { line: 0, byte: 0 })) {
        const list = `[${batch.map(line => line.text ?? '').join(',')}]`
        await sql`insert into ${sql.table(name)} (${refs})
          select ${refs} from jsonb_populate_recordset(null::${sql.table(name)}, ${list}::jsonb)`.execute(tx)
        progress.reach(batch.at(-1)?.number ?? 0)
      }
      const rows = await countTable(tx, name)
      if (rows !== told.rows)
        throw new Error(`${name} has ${rows} rows, and the backup ${told.rows}. Nothing was kept.`)
      progress.end()
    }
    await makeWords(tx, 'all')
  })
  return manifest
}
