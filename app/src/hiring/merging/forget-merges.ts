import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import { absorbedBy } from '../candidates/who-absorbed.queries.ts'

/** Whoever was merged into this candidate, over however many merges, waits for nobody any more. */
export async function forgetMergesInto(work: Work, candidateId: string): Promise<void> {
  await sql`
    delete from candidate_merge where tenant_id = ${work.tenantId} and unmerged_at is null
      and kept_id in ${absorbedBy(work.tenantId, candidateId)}`.execute(work.tx)
}
