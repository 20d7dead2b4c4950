import { sql } from 'kysely'
import type { Tx } from '../../platform/db/db.ts'
import type { Work } from '../../platform/work.ts'

const endpoints = [
  'atsIntegrations',
  'simpleJobPostings',
  'simpleJobPostingTasks',
  'atsCandidates',
  'atsCandidateNotes',
  'atsApplications',
  'atsApplicationNotes',
  'atsApplicationStages',
  'atsEntityAcls',
  'atsEntityAclAssignees',
  'exportedCandidates',
  'seatsV2',
] as const
export type Endpoint = (typeof endpoints)[number]

interface Quota {
  callsPerDay: number
  recordsPerDay: number
  recordsPerMinute: number
}

const usual: Quota = { callsPerDay: 100_000, recordsPerDay: 10_000_000, recordsPerMinute: 10_000 }

const quotas: Record<Endpoint, Quota> = {
  atsIntegrations: { ...usual, callsPerDay: 5_000 },
  simpleJobPostings: { ...usual, recordsPerDay: 60_000, recordsPerMinute: 2_000 },
  simpleJobPostingTasks: { ...usual, callsPerDay: 300_000 },
  atsCandidates: usual,
  atsCandidateNotes: usual,
  atsApplications: usual,
  atsApplicationNotes: usual,
  atsApplicationStages: usual,
  atsEntityAcls: usual,
  atsEntityAclAssignees: usual,
  exportedCandidates: usual,
  seatsV2: usual,
}

/**
 * Counts one call before it is made. Undefined: go on. A moment: the quota is used until then, and nothing was counted.
 * Half of LinkedIn's minute may be used per clock minute, so that no sixty seconds ever hold more than the whole.
 */
export async function countCall(work: Work, endpoint: Endpoint, records = 1): Promise<Date | undefined> {
  const { callsPerDay, recordsPerDay, recordsPerMinute } = quotas[endpoint]
  const minute = startOf(work.now, MINUTE_MS)
  const counted = await sql`
    insert into linkedin_call_count as used (tenant_id, day, endpoint, calls, records, minute, minute_records)
    values (${work.tenantId}, ${dayOf(work.now)}, ${endpoint}, 1, ${records}, ${minute}, ${records})
    on conflict (tenant_id, day, endpoint) do update set
      calls = used.calls + 1,
      records = used.records + excluded.records,
      minute = excluded.minute,
      minute_records = excluded.minute_records
        + case when used.minute = excluded.minute then used.minute_records else 0 end
    where used.calls < ${callsPerDay} and used.records + excluded.records <= ${recordsPerDay}
      and (used.minute <> excluded.minute or used.minute_records + excluded.minute_records <= ${recordsPerMinute / 2})
    returning calls`.execute(work.tx)
  if (counted.rows.length > 0) return undefined
  const used = await readDay(work, endpoint)
  const isDayUsed = used.calls >= callsPerDay || used.records + records > recordsPerDay
  const unitMs = isDayUsed ? DAY_MS : MINUTE_MS
  return new Date(startOf(work.now, unitMs).getTime() + unitMs)
}

/** What was called today, and how often LinkedIn allows it. */
export async function readCallsOfDay(
  tx: Tx,
  tenantId: string,
  now: Date,
): Promise<{ endpoint: Endpoint; used: number; allowed: number }[]> {
  const rows = await tx
    .selectFrom('linkedin_call_count')
    .select(['endpoint', 'calls'])
    .where('tenant_id', '=', tenantId)
    .where('day', '=', dayOf(now))
    .execute()
  const used = new Map(rows.map(row => [row.endpoint, row.calls]))
  return endpoints.flatMap(endpoint => {
    const calls = used.get(endpoint)
    return calls === undefined ? [] : [{ endpoint, used: calls, allowed: quotas[endpoint].callsPerDay }]
  })
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

async function readDay(work: Work, endpoint: Endpoint): Promise<{ calls: number; records: number }> {
  return work.tx
    .selectFrom('linkedin_call_count')
    .select(['calls', 'records'])
    .where('tenant_id', '=', work.tenantId)
    .where('day', '=', dayOf(work.now))
    .where('endpoint', '=', endpoint)
    .executeTakeFirstOrThrow()
}

/** LinkedIn's day ends at midnight UTC. */
function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}

function startOf(now: Date, unitMs: number): Date {
  return new Date(Math.floor(now.getTime() / unitMs) * unitMs)
}
