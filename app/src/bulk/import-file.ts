import { sql } from 'kysely'
import type { Tx } from '../platform/db/db.ts'
import { passOverHistory } from '../platform/events/imported-history.ts'
import type { BadRow, BadRowFile } from './bad-rows.ts'
import type { Catalogue } from './catalogue.ts'
import type { Kind } from './kinds.ts'
import type { Progress } from './progress.ts'
import { readBatches } from './read-lines.ts'
import { takeLines } from './take-lines.ts'

export interface FileToImport {
  kind: Kind
  file: string
  digest: string
  /** As the manifest has it, for the progress. */
  rows: number
}

export interface ImportRun {
  /** A transaction of its own for each batch; in a trial all are one, which is undone. */
  transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  catalogue: Catalogue
  tenantId: string
  followers: readonly string[]
  badRows: BadRowFile
  onBadRow(row: BadRow): void
  progress: Progress
  now(): Date
}

export interface FileOutcome {
  kind: string
  /** By this run; what a former one took was there already. */
  taken: number
  bad: number
  lines: number
}

/** Takes up where the last run of the same content stopped. */
export async function importFile(run: ImportRun, given: FileToImport): Promise<FileOutcome> {
  const { kind, file, digest } = given
  const before = await run.transact(tx => readPosition(tx, run, given))
  let { lines, bytes, taken, bad } = before
  run.progress.start(kind.name, given.rows)
  await run.badRows.forgetFrom(kind.name, lines + 1)
  if (!before.isDone) {
    for await (const batch of readBatches(file, { line: lines, byte: bytes })) {
      const last = batch.at(-1)
      const outcome = await run.transact(async tx => {
        const batchOutcome = await takeLines({ tx, kind, ...run, mayBeThere: before.mayBeThere }, batch)
        await writePosition(tx, run, given, {
          lines: last?.number ?? lines,
          bytes: last?.endByte ?? bytes,
          taken: taken + batchOutcome.rows,
          bad: bad + batchOutcome.bad.length,
        })
        // On disk before the commit, so that a kill between the two loses none.
        await run.badRows.add(batchOutcome.bad)
        return batchOutcome
      })
      for (const row of outcome.bad) run.onBadRow(row)
      lines = last?.number ?? lines
      bytes = last?.endByte ?? bytes
      taken += outcome.rows
      bad += outcome.bad.length
      run.progress.reach(lines)
    }
    await run.transact(tx => endFile(tx, run, { kind: kind.name, digest }))
  }
  run.progress.reach(lines)
  run.progress.end()
  return { kind: kind.name, taken: taken - before.taken, bad, lines }
}

interface Position {
  lines: number
  bytes: number
  taken: number
  bad: number
}

async function readPosition(
  tx: Tx,
  { tenantId }: ImportRun,
  { kind, digest }: FileToImport,
): Promise<Position & { isDone: boolean; mayBeThere: boolean }> {
  const there = await tx
    .selectFrom('import_file')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind.name)
    .where('digest', '=', digest)
    .executeTakeFirst()
  const column = kind.table === 'tenant' ? 'id' : 'tenant_id'
  const rows = await sql`
    select 1 as one from ${sql.table(kind.table)} where ${sql.ref(column)} = ${tenantId} limit 1`.execute(tx)
  const mayBeThere = rows.rows.length > 0
  // What was refused may have hung on a row of another file that is mended by now.
  const isToBeReadAgain = there && there.done_at !== null && there.bad_rows > 0
  if (!there || isToBeReadAgain) return { lines: 0, bytes: 0, taken: 0, bad: 0, isDone: false, mayBeThere }
  const { lines_read: lines, bytes_read: bytes, rows_taken: taken, bad_rows: bad, done_at } = there
  return { lines, bytes, taken, bad, isDone: done_at !== null, mayBeThere }
}

async function writePosition(
  tx: Tx,
  run: ImportRun,
  { kind, digest }: FileToImport,
  position: Position,
): Promise<void> {
  const values = {
    lines_read: position.lines,
    bytes_read: position.bytes,
    rows_taken: position.taken,
    bad_rows: position.bad,
    done_at: null,
  }
  // The very first line makes the instance; without it there is nothing to keep a position for.
  const instance = await tx.selectFrom('tenant').select('id').where('id', '=', run.tenantId).executeTakeFirst()
  if (!instance) return
  await tx
    .insertInto('import_file')
    .values({ tenant_id: run.tenantId, kind: kind.name, digest, begun_at: run.now(), ...values })
    .onConflict(conflict => conflict.columns(['tenant_id', 'kind', 'digest']).doUpdateSet(values))
    .execute()
  if (kind.table === 'tenant') await passOverHistory(tx, run.tenantId, run.followers)
}

async function endFile(tx: Tx, { tenantId, now }: ImportRun, { kind, digest }: { kind: string; digest: string }) {
  await tx
    .updateTable('import_file')
    .set({ done_at: now() })
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('digest', '=', digest)
    .execute()
}
