import { sql } from 'kysely'
import type { ErasingCompanion } from '../../hiring/erasing/erase-candidate.ts'

/**
 * What LinkedIn was told goes from here at once, whether or not LinkedIn can be told to delete it now. Whose application it is has to
 * be known until then: it is deleted there before him.
 */
export const payloadsErasing: ErasingCompanion = {
  erase: async (work, candidateId) => {
    await sql`
      update sync_record set payload_hash = null, reason = null,
        payload = case when payload ? 'atsCandidateId' then jsonb_build_object('atsCandidateId', payload -> 'atsCandidateId') end
      where tenant_id = ${work.tenantId} and resource not in ('job', 'acl', 'acl_assignee')
        and (subject_id = ${candidateId} or former_subject_id = ${candidateId})`.execute(work.tx)
  },
}
