import { sql } from 'kysely'
import type { ErasingCompanion } from '../../hiring/erasing/erase-candidate.ts'
import { personsOf } from '../identity/erased-persons.ts'

/** That somebody was exported stays; who it was does not, whatever became of the export. */
export const receiptsErasing: ErasingCompanion = {
  erase: async (work, candidateId) => {
    await sql`
      update export_receipt set person_name = null, person_urn = null, raw = null
      where tenant_id = ${work.tenantId}
        and (candidate_id = ${candidateId} or person_urn in ${personsOf(work, candidateId)})`.execute(work.tx)
  },
}
