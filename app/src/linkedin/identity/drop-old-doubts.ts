import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'

/**
 * Nobody has to look at a pair that shares no address any more. What somebody has settled stays, so that he is not asked about it
 * again; and a member whom LinkedIn found for both speaks for itself.
 */
export async function dropOldDoubts(work: Work, candidateIds: readonly string[]): Promise<void> {
  const ids = [...candidateIds]
  await sql`
    delete from linkedin_doubt d
    where d.tenant_id = ${work.tenantId} and d.state = 'open'
      and (d.one_id = any(${ids}::text[]) or d.other_id = any(${ids}::text[]))
      and not exists (select from unnest(d.evidence) as found (evidence) where evidence like 'member:%' or 2 = (
        select count(distinct holder.id) from (
          select e.candidate_id, 'email:' || e.email from candidate_email e
            where e.tenant_id = d.tenant_id and e.candidate_id in (d.one_id, d.other_id)
          union all
          select c.id, 'profileUrl:' || c.profile_url from candidate c
            where c.tenant_id = d.tenant_id and c.id in (d.one_id, d.other_id)
          union all
          select i.candidate_id, 'profileUrl:' || i.profile_url from linkedin_identity i
            where i.tenant_id = d.tenant_id and i.candidate_id in (d.one_id, d.other_id)) holder (id, address)
        where holder.address = found.evidence))`.execute(work.tx)
}
