import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db/db.ts'
import { readCatalogue } from './catalogue.ts'
import { orderOfLines, selectObjects } from './kind-sql.ts'
import type { Kind } from './kinds.ts'
import { kinds } from './kinds.ts'
import type { Manifest } from './manifest.ts'
import { fileOf, writeManifestFile } from './manifest.ts'
import { newestMigration } from './newest-migration.ts'
import type { Progress } from './progress.ts'
import { makeEmptyFolder, readOneMoment, writeLines } from './write-lines.ts'

/** Writes everything that an instance means, one file for each kind, as it is at one moment. */
export async function exportInstance(
  db: Db,
  { tenantId, folder, progress }: { tenantId: string; folder: string; progress: Progress },
): Promise<Manifest> {
  await makeEmptyFolder(folder)
  return db.transactAsOwner(async tx => {
    await readOneMoment(tx)
    const catalogue = await readCatalogue(tx)
    const manifest: Manifest = {
      format: 'lodestone-export-1',
      instance: tenantId,
      migration: await newestMigration(tx),
      files: [],
    }
    for (const kind of kinds) {
      progress.start(kind.name, await countRows(tx, kind, tenantId))
      const query = sql`${selectObjects(catalogue, kind, tenantId)} ${orderOfLines(catalogue, kind)}`
      const written = await writeLines(tx, query, { file: fileOf(folder, kind.name), progress })
      manifest.files.push({ kind: kind.name, ...written })
      progress.end()
    }
    await writeManifestFile(folder, manifest)
    return manifest
  })
}

async function countRows(tx: Tx, kind: Kind, tenantId: string): Promise<number> {
  const column = kind.table === 'tenant' ? 'id' : 'tenant_id'
  const answer = await sql<{ rows: number }>`
    select count(*) as rows from ${sql.table(kind.table)} where ${sql.ref(column)} = ${tenantId}`.execute(tx)
  return answer.rows[0]?.rows ?? 0
}
