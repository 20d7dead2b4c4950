import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'

/** Jobs first, as whoever closes one holds it first, too. Whoever is merged or moved meanwhile waits. */
export async function lockApplicationsOf(work: Work, candidateId: string): Promise<{ id: string; jobId: string }[]> {
  await sql`
    select from job j where j.tenant_id = ${work.tenantId} and j.id in (
      select a.job_id from application a where a.tenant_id = ${work.tenantId} and a.candidate_id = ${candidateId})
    order by j.id for share`.execute(work.tx)
  const answer = await sql<{ id: string; jobId: string }>`
    select a.id, a.job_id as "jobId" from application a
    where a.tenant_id = ${work.tenantId} and a.candidate_id = ${candidateId} order by a.id for update`.execute(work.tx)
  return answer.rows
}

/** With their history. Whatever else refers to them must be gone by now. */
export async function eraseApplications(work: Work, candidateId: string): Promise<void> {
  const ids = sql`(select id from application where tenant_id = ${work.tenantId} and candidate_id = ${candidateId})`
  for (const table of ['application_opened', 'stage_move', 'application_closing'] as const) {
    await sql`delete from ${sql.table(table)} where tenant_id = ${work.tenantId} and application_id in ${ids}`.execute(
      work.tx,
    )
  }
  await sql`delete from application where tenant_id = ${work.tenantId} and candidate_id = ${candidateId}`.execute(
    work.tx,
  )
}
