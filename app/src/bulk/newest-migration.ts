import { sql } from 'kysely'
import type { Tx } from '../platform/db/db.ts'

/** Tells which version of the tables a copy was made of. */
export async function newestMigration(tx: Tx): Promise<string> {
  const answer = await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(tx)
  return answer.rows[0]?.name ?? ''
}
