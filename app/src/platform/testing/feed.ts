import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '../db/db.ts'

/**
 * Until the feed of events shows all that is committed by now. On a server it holds back what is newer than the oldest open
 * transaction, also one of the tests in other databases.
 */
export async function untilFeedIsWhole(db: Db): Promise<void> {
  const ask = () => sql<Position>`select ${begun} as begun, ${settled} as settled`.execute(db.owner)
  const first = (await ask()).rows[0]
  await expect
    .poll(async () => Number((await ask()).rows[0]?.settled), { timeout: 30_000 })
    .toBeGreaterThanOrEqual(Number(first?.begun))
}

const begun = sql`pg_snapshot_xmax(pg_current_snapshot())::text`
const settled = sql`pg_snapshot_xmin(pg_current_snapshot())::text`

interface Position {
  begun: string
  settled: string
}
