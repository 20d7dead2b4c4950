import { sql } from 'kysely'
import { conflict } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { actorForHistory } from '../../platform/work.ts'
import type { ReopenedApplication } from './closings.shapes.ts'
import {
  lockApplication,
  named,
  refuseUnlessMayClose,
  refuseWhenJobIsClosed,
  stageOf,
  subjectOf,
} from './locked-application.ts'

/** Back into the running, in the stage where the person was and since when he was there. */
export async function reopenApplication(work: Work, applicationId: string): Promise<ReopenedApplication> {
  const application = await lockApplication(work, applicationId)
  const stage = stageOf(application, application.stageId)
  refuseUnlessMayClose(application.standing, stage)
  refuseWhenJobIsClosed(application)
  if (application.state === 'active') {
    throw conflict({
      code: 'application.notClosed',
      message: `This person is in the running already, in ${stage.name}.`,
      params: { stageName: stage.name },
    })
  }
  const answer = await sql<{ id: string; closed_as: string }>`
    with reopened as (
      update application set state = 'active', closed_as = null, closed_reason = null, closed_at = null,
        updated_at = ${work.now}, version = version + 1
      where tenant_id = ${work.tenantId} and id = ${applicationId}
      returning tenant_id, id, version)
    update application_closing c set reopened_at = ${work.now}, reopened_version = r.version,
      reopened_by = ${JSON.stringify(actorForHistory(work.actor))}::jsonb
    from reopened r
    where c.tenant_id = r.tenant_id and c.application_id = r.id and c.reopened_at is null
    returning c.id, c.closed_as`.execute(work.tx)
  const closing = answer.rows[0]
  if (!closing) throw new Error(`No closing holds of the closed application ${applicationId}.`)
  await work.record({
    kind: 'application.reopened',
    subject: { kind: 'application', id: applicationId },
    jobId: application.jobId,
    change: { ...subjectOf(application), closingId: closing.id, as: closing.closed_as, stage: named(stage) },
  })
  return { id: closing.id, applicationId, stageId: stage.id, at: work.now.toISOString() }
}
