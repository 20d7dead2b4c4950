import type { Work } from '../../platform/work.ts'
import type { Access } from './access.queries.ts'
import { getAccess } from './access.queries.ts'
import { refuseUnlessMayManageLinkedIn } from './refusals.ts'

/** Whether jobs may be seen on LinkedIn by everybody, or by this company's recruiters alone. Active jobs are sent anew. */
export async function setJobVisibility(work: Work, jobVisibility: Access['jobVisibility']): Promise<void> {
  refuseUnlessMayManageLinkedIn(work.actor)
  const access = await getAccess(work.tx, work.tenantId)
  if (access.jobVisibility === jobVisibility) return
  await work.tx
    .updateTable('linkedin_access')
    .set({ job_visibility: jobVisibility, updated_at: work.now })
    .where('tenant_id', '=', work.tenantId)
    .execute()
  await work.record({
    kind: 'linkedin.jobVisibilityChanged',
    subject: { kind: 'linkedin', id: work.tenantId },
    change: { from: access.jobVisibility, to: jobVisibility },
  })
}
