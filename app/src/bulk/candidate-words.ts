import { sql } from 'kysely'
import type { Tx } from '../platform/db/db.ts'

/** For this transaction: the words of each candidate are made once, when addresses and all are there. */
export async function makeWordsLater(tx: Tx): Promise<void> {
  await sql`set local lodestone.words_come_later = 'on'`.execute(tx)
}

/** For the candidates of these lines, or for all that have none. */
export async function makeWords(tx: Tx, of: { tenantId: string; lines: string } | 'all'): Promise<void> {
  const which =
    of === 'all'
      ? sql`true`
      : sql`tenant_id = ${of.tenantId}::uuid
        and candidate_id = any(array(select l ->> 'id' from jsonb_array_elements(${of.lines}::jsonb) l))`
  await sql`insert into candidate_words (tenant_id, candidate_id, created_at, sort_name, words)
    select tenant_id, candidate_id, created_at, sort_name, words from candidate_words_made where ${which}`.execute(tx)
}
