import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'

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

/** Closes what is still open on a job that closes, each with an event of its own. Answers how many. */
export async function closeApplications(
  work: Work,
  input: { jobId: string; exceptId: string | null; reason: 'position_filled' | 'position_cancelled' },
): Promise<number> {
  const closed = await work.tx
    .updateTable('application')
    .set({ state: 'closed', closed_reason: input.reason, updated_at: work.now, version: sql`version + 1` })
    .where('tenant_id', '=', work.tenantId)
    .where('job_id', '=', input.jobId)
    .where('state', '=', 'active')
    .where(sql<boolean>`id is distinct from ${input.exceptId}`)
    .returning(['id', 'candidate_id'])
    .execute()
  await work.record(
    ...closed.map(row => ({
      kind: 'application.closed' as const,
      subject: { kind: 'application', id: row.id },
      jobId: input.jobId,
      change: { candidateId: row.candidate_id, reason: input.reason },
    })),
  )
  return closed.length
}
