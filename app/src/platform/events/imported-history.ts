import { sql } from 'kysely'
import type { Tx } from '../db/db.ts'

/** The transaction number that imported history carries: the lowest there is. */
export const HISTORY_XID = '3'

/** Before history comes in: who reads the feed of events takes it for read. */
export async function passOverHistory(tx: Tx, tenantId: string, followers: readonly string[]): Promise<void> {
  await sql`
    insert into event_follower (tenant_id, name, xid, event_id)
    select ${tenantId}::uuid, name, ${HISTORY_XID}::text::xid8, '~' from unnest(${[...followers]}::text[]) as follower (name)
    on conflict do nothing`.execute(tx)
}

/** When all of it is there: what a follower reads next is whatever comes after. */
export async function endHistory(tx: Tx, tenantId: string): Promise<void> {
  await sql`
    update event_follower set event_id = coalesce(
      (select max(id) from event where tenant_id = ${tenantId} and xid = ${HISTORY_XID}::text::xid8), '')
    where tenant_id = ${tenantId} and xid = ${HISTORY_XID}::text::xid8`.execute(tx)
}
