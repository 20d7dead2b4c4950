import { sql } from 'kysely'
import type { Tx } from '../../platform/db/db.ts'
import { readCallsOfDay } from '../access/call-count.ts'
import { findPause } from '../access/later.ts'
import { parseReason } from './delivery-reason.shapes.ts'
import type { LinkedInHealth } from './health.shapes.ts'
import type { Resource } from './ledger.ts'

const MOST_REFUSED = 10

export async function readHealth(tx: Tx, tenantId: string, now: Date): Promise<LinkedInHealth> {
  const counts = await readCounts(tx, tenantId)
  return {
    streams: [
      { stream: 'state', lastSuccessAt: iso(counts.checked_at) },
      { stream: 'jobs', lastSuccessAt: iso(counts.jobs_at) },
      { stream: 'accessLists', lastSuccessAt: iso(counts.lists_at) },
      { stream: 'candidates', lastSuccessAt: iso(counts.candidates_at) },
      { stream: 'applications', lastSuccessAt: iso(counts.applications_at) },
      { stream: 'exports', lastSuccessAt: iso(counts.exports_at) },
      { stream: 'seats', lastSuccessAt: iso(counts.seats_at) },
    ],
    waiting: counts.waiting,
    pausedUntil: iso(await findPause(tx, tenantId, now)),
    calls: await readCallsOfDay(tx, tenantId, now),
    refusedCount: counts.refused,
    refused: await listRefused(tx, tenantId),
  }
}

interface Counts {
  checked_at: Date | null
  jobs_at: Date | null
  lists_at: Date | null
  candidates_at: Date | null
  applications_at: Date | null
  exports_at: Date | null
  seats_at: Date | null
  waiting: number
  refused: number
}

async function readCounts(tx: Tx, tenantId: string): Promise<Counts> {
  const answer = await sql<Counts>`
    select ${lastAccepted('job')} as jobs_at, ${lastAccepted('candidate')} as candidates_at,
      greatest(${lastAccepted('application')}, ${lastAccepted('stages')}, ${lastAccepted('application_notes')})
        as applications_at,
      greatest(${lastAccepted('acl')}, ${lastAccepted('acl_assignee')}) as lists_at,
      (count(*) filter (where state in ('queued', 'sent'))
        + (select count(*) from linkedin_push where tenant_id = ${tenantId} and state = 'received'))::int as waiting,
      (count(*) filter (where state = 'refused'))::int as refused,
      (select checked_at from linkedin_access where tenant_id = ${tenantId}) as checked_at,
      (select max(settled_at) from linkedin_push where tenant_id = ${tenantId}
        and kind = 'EXPORT_CANDIDATE_PROFILE' and state = 'done') as exports_at,
      (select max(read_at) from linkedin_seat where tenant_id = ${tenantId}) as seats_at
    from sync_record record where tenant_id = ${tenantId} and state <> 'accepted'`.execute(tx)
  const [row] = answer.rows
  if (!row) throw new Error('A count has always a row.')
  return row
}

/** Part of a statement over one tenant's records; each is one look into an index. */
function lastAccepted(resource: Resource) {
  return sql`(select max(one.accepted_at) from sync_record one
    where one.tenant_id = current_tenant() and one.resource = ${resource})`
}

async function listRefused(tx: Tx, tenantId: string): Promise<LinkedInHealth['refused']> {
  const rows = await tx
    .selectFrom('sync_record as r')
    .leftJoin('job as j', join => join.onRef('j.tenant_id', '=', 'r.tenant_id').onRef('j.id', '=', 'r.subject_id'))
    .leftJoin('candidate as c', join =>
      join.onRef('c.tenant_id', '=', 'r.tenant_id').onRef('c.id', '=', 'r.subject_id'),
    )
    .select([
      'r.key',
      'r.resource',
      'j.id as jobId',
      'j.title',
      'c.id as candidateId',
      'r.reason',
      'r.updated_at as at',
    ])
    .select(sql<string | null>`c.first_name || ' ' || c.last_name`.as('candidateName'))
    .where('r.tenant_id', '=', tenantId)
    .where('r.state', '=', 'refused')
    .orderBy('r.updated_at', 'desc')
    .orderBy('r.key')
    .limit(MOST_REFUSED)
    .execute()
  return rows.map(row => ({
    ...row,
    reason: row.reason === null ? null : parseReason(row.reason),
    at: row.at.toISOString(),
  }))
}

function iso(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null
}
