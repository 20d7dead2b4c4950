import { sql } from 'kysely'
import type { Db } from '../platform/db/db.ts'
import { kinds } from './kinds.ts'

const KILOBYTES_AS_MIGRATED = 128
const KILOBYTES_WHILE_IMPORTING = 16 * 1024

/**
 * New words wait in a list that goes into the index when it is full; the longer, the cheaper a row, and the slower a
 * search. Nobody searches the embedded database during an import. On a server others do.
 */
export async function quickSearchIndexes(db: Db): Promise<void> {
  if (db.kind === 'embedded') await setWaitingList(db, KILOBYTES_WHILE_IMPORTING)
}

/** Search and plans as after long use; also when an earlier import was killed. */
export async function settleTables(db: Db): Promise<void> {
  if (db.kind === 'embedded') await setWaitingList(db, KILOBYTES_AS_MIGRATED)
  const imported = kinds.flatMap(kind => [kind.table, ...(kind.parts ?? []).map(part => part.table)])
  for (const table of [...imported, 'candidate_words']) {
    await sql`vacuum (analyze) ${sql.table(table)}`.execute(db.owner)
  }
}

async function setWaitingList(db: Db, kilobytes: number): Promise<void> {
  await sql`alter index candidate_words_words set (gin_pending_list_limit = ${sql.lit(kilobytes)})`.execute(db.owner)
}
