import { existsSync } from 'node:fs'
import type { Db, Tx } from '../platform/db/db.ts'
import { endHistory } from '../platform/events/imported-history.ts'
import type { BadRow } from './bad-rows.ts'
import { badRowFile } from './bad-rows.ts'
import { readCatalogue } from './catalogue.ts'
import type { FileOutcome, FileToImport, ImportRun } from './import-file.ts'
import { importFile } from './import-file.ts'
import { kinds } from './kinds.ts'
import type { Manifest } from './manifest.ts'
import { digestOf, exportManifest, fileOf, readManifestFile } from './manifest.ts'
import { newestMigration } from './newest-migration.ts'
import type { Progress } from './progress.ts'
import { quickSearchIndexes, settleTables } from './search-indexes.ts'

export interface ImportRequest {
  folder: string
  /** Where refused rows are listed. */
  badRowFile: string
  /** Who reads the feed of events here. */
  followers: readonly string[]
  /** Try everything and keep nothing. */
  dryRun?: boolean
  /** Files that differ from the manifest are meant: somebody mended rows. */
  acceptChanged?: boolean
  progress: Progress
  onBadRow?(row: BadRow): void
  now(): Date
}

/** Brings an exported instance in under its own ids. Run again after a break, it goes on where it was. */
export async function importInstance(db: Db, request: ImportRequest): Promise<FileOutcome[]> {
  const manifest = await readManifestFile(request.folder, exportManifest)
  const files = await identifyFiles(manifest, request)
  await refuseUnlessFits(db, manifest)
  const catalogue = await db.transactAsOwner(readCatalogue)
  const run = (transact: ImportRun['transact']): ImportRun => ({
    transact,
    catalogue,
    tenantId: manifest.instance,
    followers: request.followers,
    badRows: badRowFile(request.badRowFile),
    onBadRow: request.onBadRow ?? (() => undefined),
    progress: request.progress,
    now: request.now,
  })
  if (request.dryRun)
    return undone(db, tx =>
      importFiles(
        run(work => work(tx)),
        files,
      ),
    )
  await quickSearchIndexes(db)
  try {
    return await importFiles(
      run(work => db.transactAsOwner(work)),
      files,
    )
  } finally {
    await settleTables(db)
  }
}

async function importFiles(run: ImportRun, files: readonly FileToImport[]): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = []
  for (const file of files) {
    const outcome = await importFile(run, file)
    outcomes.push(outcome)
    if (file.kind.table === 'tenant' && !(await run.transact(tx => isThere(tx, run.tenantId)))) {
      throw new Error(`The instance itself was refused, and nothing can be brought in without it. See ${file.file}.`)
    }
  }
  await run.transact(tx => endHistory(tx, run.tenantId))
  return outcomes
}

async function identifyFiles(manifest: Manifest, request: ImportRequest): Promise<FileToImport[]> {
  const files: FileToImport[] = []
  for (const kind of kinds) {
    const told = manifest.files.find(file => file.kind === kind.name)
    const file = fileOf(request.folder, kind.name)
    if (!told || !existsSync(file)) throw new Error(`${file} is missing. Copy the whole folder of the export.`)
    const digest = await digestOf(file)
    if (digest !== told.sha256 && !request.acceptChanged) {
      throw new Error(
        `${file} is not the file that was exported: its content differs from what manifest.json says. ` +
          'Copy it again or, if its rows were changed on purpose, add --accept-changed.',
      )
    }
    files.push({ kind, file, digest, rows: told.rows })
  }
  return files
}

async function refuseUnlessFits(db: Db, manifest: Manifest): Promise<void> {
  const { migration, there, begun } = await db.transactAsOwner(async tx => ({
    migration: await newestMigration(tx),
    there: await isThere(tx, manifest.instance),
    begun: await tx.selectFrom('import_file').select('kind').where('tenant_id', '=', manifest.instance).execute(),
  }))
  if (migration !== manifest.migration) {
    throw new Error(
      `The export was made at migration ${manifest.migration}, and this database is at ${migration}. ` +
        'Let both run the same version of Lodestone, and export again.',
    )
  }
  if (there && begun.length === 0) {
    throw new Error(
      `The instance ${manifest.instance} is on this server already, and not by an import. An import only makes new instances.`,
    )
  }
}

async function isThere(tx: Tx, tenantId: string): Promise<boolean> {
  return (await tx.selectFrom('tenant').select('id').where('id', '=', tenantId).execute()).length > 0
}

class Undo extends Error {}

/** The whole work in one transaction that ends as if it had not been. */
async function undone<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  let result: { is: T } | undefined
  try {
    await db.transactAsOwner(async tx => {
      result = { is: await work(tx) }
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
  if (!result) throw new Error('The trial did not come to its end.')
  return result.is
}
