import { sql } from 'kysely'
import type { Tx } from '../db/db.ts'

interface News {
  tenantId: string | null
  kind: `${string}.${string}`
  subject: { kind: string; id: string }
}

/**
 * Goes the way of events, so that each process listens to one channel only, but is no history. It is heard after the commit;
 * the database tells what is said twice in one transaction only once.
 */
export async function announce(tx: Tx, { tenantId, kind, subject }: News): Promise<void> {
  const payload = { tenantId, kind, subjectKind: subject.kind, subjectId: subject.id, jobId: null }
  await sql`select pg_notify('lodestone_event', ${JSON.stringify(payload)})`.execute(tx)
}
