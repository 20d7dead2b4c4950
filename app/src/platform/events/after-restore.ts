import { sql } from 'kysely'
import type { Db } from '../db/db.ts'

/** Lets followers go on after the database was restored on another server. Answers how many rows that took. */
export async function settleRestoredPositions(db: Db): Promise<number> {
  const answer = await db.transactAsOwner(tx =>
    sql<{ rows: number }>`select settle_restored_positions() as rows`.execute(tx),
  )
  return answer.rows[0]?.rows ?? 0
}
