import { sql } from 'kysely'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { actorForHistory } from '../../platform/work.ts'

/** True when this application of the job can be the one that fills it: active and in Offer. Locks it there. */
export async function lockHired(work: Work, jobId: string, applicationId: string): Promise<boolean> {
  const row = await work.tx
    .selectFrom('application as a')
    .innerJoin('stage as s', join =>
      join.onRef('s.tenant_id', '=', 'a.tenant_id').onRef('s.job_id', '=', 'a.job_id').onRef('s.id', '=', 'a.stage_id'),
    )
    .select('a.id')
    .where('a.tenant_id', '=', work.tenantId)
    .where('a.id', '=', applicationId)
    .where('a.job_id', '=', jobId)
    .where('a.state', '=', 'active')
    .where('s.kind', '=', 'offer')
    .forUpdate('a')
    .executeTakeFirst()
  return row !== undefined
}

export type JobClosingReason = 'position_filled' | 'position_cancelled'

/** Closes what is still open on a job that closes, each with an event of its own. Answers how many. */
export async function closeApplications(
  work: Work,
  input: { jobId: string; exceptId: string | null; reason: JobClosingReason },
): Promise<number> {
  const answer = await sql<{ id: string; candidate_id: string }>`
    update application set state = 'closed', closed_as = 'job_closed', closed_reason = ${input.reason}, closed_at = ${work.now},
      updated_at = ${work.now}, version = version + 1
    where tenant_id = ${work.tenantId} and job_id = ${input.jobId} and in_running is not null
      and id is distinct from ${input.exceptId}
    returning id, candidate_id`.execute(work.tx)
  const closed = answer.rows
  const ids = closed.map(row => row.id)
  const closingOf = new Map(writeJobClosings(work, ids, input.reason).map(one => [one.applicationId, one.id]))
  await work.record(
    ...closed.map(row => ({
      kind: 'application.closed' as const,
      subject: { kind: 'application', id: row.id },
      jobId: input.jobId,
      change: {
        candidateId: row.candidate_id,
        closingId: closingOf.get(row.id),
        as: 'job_closed',
        reason: input.reason,
      },
    })),
  )
  return closed.length
}

/** What history tells of applications that have just been closed with their job. */
export function writeJobClosings(
  work: Work,
  applicationIds: readonly string[],
  reason: JobClosingReason,
): { id: string; applicationId: string }[] {
  const closings = applicationIds.map(applicationId => ({ id: newId('applicationClosing'), applicationId }))
  work.later(sql`
    insert into application_closing (tenant_id, id, application_id, closed_as, reason, at, actor)
    select ${work.tenantId}::uuid, t.id, t.application_id, 'job_closed', ${reason}::text, ${work.now}::timestamptz,
      ${JSON.stringify(actorForHistory(work.actor))}::jsonb
    from unnest(${closings.map(one => one.id)}::text[], ${[...applicationIds]}::text[]) t (id, application_id)`)
  return closings
}
