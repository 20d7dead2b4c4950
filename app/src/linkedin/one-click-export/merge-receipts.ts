import { sql } from 'kysely'
import type { Companion } from '../../hiring/merging/merge-candidates.ts'

interface HandedReceipts {
  receipts: { id: string; candidateId: string | null; applicationId: string | null }[]
}

/** What became of an export is told about the person and the application that go on. */
export const receiptsCompanion: Companion<HandedReceipts> = {
  name: 'linkedin.receipts',
  merge: async (work, { keptId, absorbedId, sameJobs }) => {
    const waiting = sameJobs.map(job => job.waitsId)
    const answer = await sql<HandedReceipts['receipts'][number]>`
      select id, candidate_id as "candidateId", application_id as "applicationId" from export_receipt
      where tenant_id = ${work.tenantId} and (candidate_id = ${absorbedId} or application_id = any(${waiting}::text[]))
      order by id for update`.execute(work.tx)
    for (const { id, applicationId } of answer.rows) {
      const stays = sameJobs.find(job => job.waitsId === applicationId)?.staysId ?? applicationId
      await sql`
        update export_receipt set candidate_id = ${keptId}, application_id = ${stays}
        where tenant_id = ${work.tenantId} and id = ${id}`.execute(work.tx)
    }
    return { receipts: answer.rows }
  },
  unmerge: async (work, _pair, { receipts }) => {
    for (const { id, candidateId, applicationId } of receipts) {
      await sql`
        update export_receipt set candidate_id = ${candidateId}, application_id = ${applicationId}
        where tenant_id = ${work.tenantId} and id = ${id}`.execute(work.tx)
    }
  },
}
