import { sql } from 'kysely'
import type { Tx } from '../db/db.ts'

export interface EventRow {
  id: string
  xid: string
  at: Date
  kind: string
  subjectKind: string
  subjectId: string
  jobId: string | null
  actor: Record<string, string>
  change: Record<string, unknown>
}

export interface Position {
  xid: string
  eventId: string
}

export const START: Position = { xid: '0', eventId: '' }

/**
 * The next events after a position, oldest first. Stops before the oldest transaction still open:
 * a change that commits late would otherwise be passed over for good.
 */
export async function readEvents(tx: Tx, tenantId: string, after: Position, limit: number): Promise<EventRow[]> {
  const answer = await sql<EventRow>`
    select id, xid::text as xid, at, kind, subject_kind as "subjectKind", subject_id as "subjectId", job_id as "jobId", actor, change
    from event
    where tenant_id = ${tenantId} and (xid, id) > (${after.xid}::xid8, ${after.eventId})
      and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by event.xid, event.id limit ${limit}`.execute(tx)
  return answer.rows
}

export interface FeedEnd extends Position {
  /** No transaction has a higher number yet. */
  newestXid: string
}

/** Where the feed ends for good: whatever lies before it is committed, and nothing can come in there any more. */
export async function readFeedEnd(tx: Tx): Promise<FeedEnd> {
  const answer = await sql<{ xid: string; newestXid: string }>`
    select (pg_snapshot_xmin(now_open)::text::bigint - 1)::text as xid, pg_snapshot_xmax(now_open)::text as "newestXid"
    from pg_current_snapshot() as now_open`.execute(tx)
  const row = answer.rows[0]
  if (!row) throw new Error('The database did not tell which transactions are open.')
  return { ...row, eventId: AFTER_ALL_IDS }
}

// In byte order behind every id, which are letters, digits and underscores.
const AFTER_ALL_IDS = '~'

/** True when events wait behind a transaction that is still open. */
export async function hasEventsBehind(tx: Tx, tenantId: string, after: Position): Promise<boolean> {
  const answer = await sql`
    select 1 from event where tenant_id = ${tenantId} and (xid, id) > (${after.xid}::xid8, ${after.eventId})
    order by event.xid, event.id limit 1`.execute(tx)
  return answer.rows.length > 0
}
