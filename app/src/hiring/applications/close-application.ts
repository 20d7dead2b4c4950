import { sql } from 'kysely'
import { invalid } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { actorForHistory } from '../../platform/work.ts'
import type { ClosedApplication, NewClosing } from './closings.shapes.ts'
import { newClosing } from './closings.shapes.ts'
import {
  lockApplication,
  named,
  refuseUnlessMayClose,
  refuseUnlessOpen,
  stageOf,
  subjectOf,
} from './locked-application.ts'

/** The one door out of the running, for a rejection as for a withdrawal. The person stays in his stage. */
export async function closeApplication(
  work: Work,
  applicationId: string,
  input: NewClosing,
): Promise<ClosedApplication> {
  const application = await lockApplication(work, applicationId)
  const stage = stageOf(application, application.stageId)
  refuseUnlessMayClose(application.standing, stage)
  refuseUnlessOpen(application)
  const { as, reason, comment } = wellFormed(input)
  const id = newId('applicationClosing')
  work.later(sql`
    with closed as (
      update application set state = 'closed', closed_as = ${as}, closed_reason = ${reason}, closed_at = ${work.now},
        updated_at = ${work.now}, version = version + 1
      where tenant_id = ${work.tenantId} and id = ${applicationId}
      returning tenant_id, id)
    insert into application_closing (tenant_id, id, application_id, closed_as, reason, comment, at, actor)
    select tenant_id, ${id}::text, id, ${as}::text, ${reason}::text, nullif(${comment}::text, ''), ${work.now}::timestamptz,
      ${JSON.stringify(actorForHistory(work.actor))}::jsonb
    from closed`)
  await work.record({
    kind: 'application.closed',
    subject: { kind: 'application', id: applicationId },
    jobId: application.jobId,
    change: { ...subjectOf(application), closingId: id, as, reason, stage: named(stage) },
  })
  return { id, applicationId, as, reason, at: work.now.toISOString() }
}

// Whoever calls the verb from inside has not been through the door of the API.
function wellFormed(input: NewClosing) {
  const parsed = newClosing.safeParse(input)
  if (parsed.success) return parsed.data
  const message = 'Rejecting and withdrawing have different reasons. Choose one of those for this.'
  const code = 'application.unknownReason'
  throw invalid({ code, message, errors: [{ field: 'reason', message, code }] })
}
