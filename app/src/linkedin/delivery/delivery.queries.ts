import { sql } from 'kysely'
import type { Tx } from '../../platform/db/db.ts'
import { levelOf } from '../access/access.queries.ts'
import type { SyncStatus } from './delivery.shapes.ts'

export async function readSyncStatus(tx: Tx, tenantId: string): Promise<SyncStatus> {
  const answer = await sql<{ last_success: Date | null; queued: number; refused: number }>`
    select max(accepted_at) as last_success,
      count(*) filter (where state in ('queued', 'sent')) as queued,
      count(*) filter (where state = 'refused') as refused
    from sync_record where tenant_id = ${tenantId}`.execute(tx)
  const row = answer.rows[0]
  return {
    level: await levelOf(tx, tenantId),
    lastSuccessAt: row?.last_success?.toISOString() ?? null,
    queued: (row?.queued ?? 0) + (await countWaitingExports(tx, tenantId)),
    refused: row?.refused ?? 0,
  }
}

/** Exports that LinkedIn has announced and that are not fetched yet. */
async function countWaitingExports(tx: Tx, tenantId: string): Promise<number> {
  const row = await tx
    .selectFrom('linkedin_push')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'EXPORT_CANDIDATE_PROFILE')
    .where('state', '=', 'received')
    .executeTakeFirstOrThrow()
  return row.count
}

export interface JobRecord {
  /** LinkedIn has it, perhaps in an older version. */
  isThere: boolean
  refusal: string | null
  acceptedAt: Date | null
}

export async function findJobRecord(tx: Tx, tenantId: string, jobReference: string): Promise<JobRecord | undefined> {
  const row = await tx
    .selectFrom('sync_record')
    .select(['known_there', 'state', 'reason', 'accepted_at'])
    .where('tenant_id', '=', tenantId)
    .where('resource', '=', 'job')
    .where('key', '=', jobReference)
    .executeTakeFirst()
  if (!row) return undefined
  const refusal = row.state === 'refused' ? (row.reason ?? 'LinkedIn refused this job.') : null
  return { isThere: row.known_there, refusal, acceptedAt: row.accepted_at }
}
