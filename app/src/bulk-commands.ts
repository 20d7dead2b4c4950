import path from 'node:path'
import type { Command } from 'commander'
import { followerNames } from './background.ts'
import { backUp, restore } from './bulk/backup.ts'
import type { BadRow } from './bulk/bad-rows.ts'
import { exportInstance } from './bulk/export-instance.ts'
import { importInstance } from './bulk/import-instance.ts'
import { showProgress } from './bulk/progress.ts'
import { databaseFolder } from './main.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db/db.ts'
import { openDb } from './platform/db/db.ts'
import { migrate } from './platform/db/migrate.ts'
import { migrationsFolder } from './platform/paths.ts'

// A million rows are sorted, or an index told of them, in one statement.
const STATEMENT_TIMEOUT_MS = 60 * 60_000
const BAD_ROWS_SAID = 20

export function addBulkCommands(program: Command, config: () => Config): void {
  const withDatabase = (work: (db: Db) => Promise<void>) => withDatabaseOf(config(), work)
  program
    .command('export <folder>')
    .description('writes everything of one instance into a new folder, as JSON Lines')
    .option('--instance <name or id>', 'which instance, where there are several')
    .action((folder: string, options: { instance?: string }) => withDatabase(db => exportTo(db, folder, options)))
  program
    .command('import <folder>')
    .description('brings an exported instance in; given again after a break, it goes on')
    .option('--dry-run', 'tries everything and keeps nothing')
    .option('--accept-changed', 'files may differ from what was exported')
    .option('--bad-rows <file>', 'where refused rows are listed (default: <folder>.bad-rows.jsonl)')
    .action((folder: string, options: ImportOptions) => withDatabase(db => importFrom(db, folder, options)))
  program
    .command('backup <folder>')
    .description('writes the whole database, all companies, into a new folder; the encryption keys are not in it')
    .action((folder: string) => withDatabase(db => backUpTo(db, folder)))
  program
    .command('restore <folder>')
    .description('puts a backup into an empty database, embedded or PostgreSQL')
    .action((folder: string) => withDatabase(db => restoreFrom(db, folder)))
}

async function withDatabaseOf(config: Config, work: (db: Db) => Promise<void>): Promise<void> {
  const place = config.databaseUrl ? { url: config.databaseUrl } : { dataDir: databaseFolder(config) }
  const db = await openDb({ ...place, statementTimeoutMs: STATEMENT_TIMEOUT_MS })
  try {
    await migrate(db, migrationsFolder)
    await work(db)
  } finally {
    await db.close()
  }
}

async function exportTo(db: Db, folder: string, options: { instance?: string }): Promise<void> {
  const tenantId = await findInstance(db, options.instance)
  const { files } = await exportInstance(db, { tenantId, folder: path.resolve(folder), progress: showProgress() })
  console.log(
    `Exported ${sumOf(files)} rows of ${files.length} kinds to ${folder}. They hold personal data. Keep them safe.`,
  )
}

async function findInstance(db: Db, wanted: string | undefined): Promise<string> {
  const all = await db.owner
    .selectFrom('tenant')
    .select(['id', 'instance_name as name'])
    .orderBy('created_at')
    .execute()
  const found = wanted === undefined ? all : all.filter(one => one.id === wanted || one.name === wanted)
  const [only] = found
  if (only && found.length === 1) return only.id
  if (all.length === 0) throw new Error('This server has no instance, so there is nothing to export.')
  const list = all.map(one => `- ${one.name} (${one.id})`).join('\n')
  throw new Error(`Say with --instance which one is meant:\n${list}`)
}

interface ImportOptions {
  dryRun?: boolean
  acceptChanged?: boolean
  badRows?: string
}

async function importFrom(db: Db, folder: string, options: ImportOptions): Promise<void> {
  const place = path.resolve(folder)
  const badRows = path.resolve(options.badRows ?? `${place}.bad-rows.jsonl`)
  let bad = 0
  const outcomes = await importInstance(db, {
    folder: place,
    badRowFile: badRows,
    followers: followerNames,
    dryRun: options.dryRun ?? false,
    acceptChanged: options.acceptChanged ?? false,
    progress: showProgress(),
    onBadRow: row => {
      bad += 1
      if (bad <= BAD_ROWS_SAID) console.error(sentence(row))
    },
    now: () => new Date(),
  })
  const taken = outcomes.reduce((sum, outcome) => sum + outcome.taken, 0)
  const refused = outcomes.reduce((sum, outcome) => sum + outcome.bad, 0)
  const there = outcomes.reduce((sum, outcome) => sum + outcome.lines, 0) - taken - refused
  console.log(
    `${options.dryRun ? 'Would import' : 'Imported'} ${taken} rows${there > 0 ? `, ${there} were there already` : ''}.`,
  )
  if (refused === 0) return
  console.error(`${refused} rows were refused. They are listed in ${badRows} with their lines and reasons.`)
  process.exitCode = 1
}

function sentence({ kind, line, reason }: BadRow): string {
  return `${kind}.jsonl line ${line}: ${reason}`
}

async function backUpTo(db: Db, folder: string): Promise<void> {
  const { tables } = await backUp(db, { folder: path.resolve(folder), progress: showProgress() })
  console.log(`Backed up ${sumOf(tables)} rows of ${tables.length} tables to ${folder}. ${aboutKeys}`)
}

async function restoreFrom(db: Db, folder: string): Promise<void> {
  const { tables } = await restore(db, { folder: path.resolve(folder), progress: showProgress() })
  console.log(`Restored ${sumOf(tables)} rows of ${tables.length} tables, and counted them. ${aboutKeys}`)
}

const aboutKeys =
  'The encryption keys are not in it: without LODESTONE_ENCRYPTION_KEYS the stored LinkedIn secrets cannot be read.'

function sumOf(parts: readonly { rows: number }[]): number {
  return parts.reduce((sum, part) => sum + part.rows, 0)
}
