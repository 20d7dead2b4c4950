import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import { absorbedBy } from '../candidates/who-absorbed.queries.ts'

export interface Forgotten {
  candidateIds: string[]
  /** Those that waited under a merge. */
  applicationIds: string[]
}

/** Whoever was merged into this candidate, over however many merges, waits for nobody any more. */
export async function forgetMergesInto(work: Work, candidateId: string): Promise<Forgotten> {
  const answer = await sql<{ absorbedId: string; waiting: string[] }>`
    delete from candidate_merge where tenant_id = ${work.tenantId} and unmerged_at is null
      and kept_id in ${absorbedBy(work.tenantId, candidateId)}
    returning absorbed_id as "absorbedId",
      array(select jsonb_path_query(record, '$.applications.waiting[*].application.id') #>> '{}') as waiting`.execute(
    work.tx,
  )
  return {
    candidateIds: answer.rows.map(row => row.absorbedId),
    applicationIds: answer.rows.flatMap(row => row.waiting),
  }
}
