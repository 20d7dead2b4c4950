import { sql } from 'kysely'
import { conflict, notAllowed, notFound } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import type { ClosedApplication, ClosedAs, ClosingReason, ReopenedApplication } from './closings.shapes.ts'
import type { LockedApplication } from './locked-application.ts'
import {
  lockApplication,
  named,
  refuseUnlessMayClose,
  refuseWhenJobIsClosed,
  stageOf,
  subjectOf,
  UNDO_SECONDS,
} from './locked-application.ts'

/** A slip of the hand: for a minute whoever closed puts the person back, as if nothing had been. */
export async function undoClosing(work: Work, closingId: string): Promise<ReopenedApplication> {
  const { application, closing } = await lockForUndo(work, closingId)
  if (closing.reopened_at !== null) {
    throw conflict({ code: 'closing.reopened', message: 'This person is in the running again already.' })
  }
  refuseUnlessOwnAndRecent(work, { actor: closing.actor, at: closing.at })
  work.later(sql`
    with undone as (
      delete from application_closing where tenant_id = ${work.tenantId} and id = ${closingId}
      returning tenant_id, application_id)
    update application a set state = 'active', closed_as = null, closed_reason = null, closed_at = null,
      updated_at = ${work.now}, version = version + 1
    from undone u where a.tenant_id = u.tenant_id and a.id = u.application_id`)
  await recordUndone(work, application, { kind: 'application.closingUndone', closingId, as: closing.closed_as })
  return { id: closingId, applicationId: application.id, stageId: application.stageId, at: work.now.toISOString() }
}

/** The same for whoever brought somebody back: the closing holds again, with its date, its reason and its words. */
export async function undoReopening(work: Work, closingId: string): Promise<ClosedApplication> {
  const { application, closing } = await lockForUndo(work, closingId)
  if (closing.reopened_at === null || closing.reopened_by === null) {
    throw conflict({ code: 'reopening.undoneAlready', message: 'This application is closed already.' })
  }
  refuseUnlessOwnAndRecent(work, { actor: closing.reopened_by, at: closing.reopened_at })
  if (closing.reopened_version !== application.version) {
    throw conflict({
      code: 'reopening.changedMeanwhile',
      message: 'This application was changed after it had been re-opened. Close it again instead.',
    })
  }
  const { closed_as: as, reason, at } = closing
  work.later(sql`
    with held as (
      update application_closing set reopened_at = null, reopened_by = null, reopened_version = null
      where tenant_id = ${work.tenantId} and id = ${closingId}
      returning tenant_id, application_id, closed_as, reason, at)
    update application a set state = 'closed', closed_as = h.closed_as, closed_reason = h.reason, closed_at = h.at,
      updated_at = ${work.now}, version = version + 1
    from held h where a.tenant_id = h.tenant_id and a.id = h.application_id`)
  await recordUndone(work, application, { kind: 'application.reopeningUndone', closingId, as })
  return { id: closingId, applicationId: application.id, as, reason, at: at.toISOString() }
}

interface ClosingRow {
  closed_as: ClosedAs
  reason: ClosingReason
  at: Date
  actor: Record<string, string>
  reopened_at: Date | null
  reopened_by: Record<string, string> | null
  reopened_version: number | null
}

/** The application is locked before its closing is read: nobody else undoes or re-opens it meanwhile. */
async function lockForUndo(work: Work, closingId: string) {
  const found = await work.tx
    .selectFrom('application_closing')
    .select('application_id')
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', closingId)
    .executeTakeFirst()
  if (!found) throw notFound('closing')
  const application = await lockApplication(work, found.application_id)
  refuseUnlessMayClose(application.standing, stageOf(application, application.stageId))
  refuseWhenJobIsClosed(application)
  const answer = await sql<ClosingRow>`
    select closed_as, reason, at, actor, reopened_at, reopened_by, reopened_version from application_closing
    where tenant_id = ${work.tenantId} and id = ${closingId}`.execute(work.tx)
  const closing = answer.rows[0]
  if (!closing) throw notFound('closing')
  return { application, closing }
}

function refuseUnlessOwnAndRecent(work: Work, done: { actor: Record<string, string>; at: Date }): void {
  if (work.actor.kind !== 'user' || done.actor.userId !== work.actor.userId) {
    throw notAllowed('closing.notYours', 'Only the person who did this can undo it. Re-open or close instead.')
  }
  if (work.now.getTime() - done.at.getTime() <= UNDO_SECONDS * 1000) return
  throw conflict({
    code: 'closing.tooLate',
    message: `This can be undone for ${UNDO_SECONDS} seconds. Re-open or close instead; the history then shows both.`,
    params: { seconds: UNDO_SECONDS },
  })
}

interface Undone {
  kind: 'application.closingUndone' | 'application.reopeningUndone'
  closingId: string
  as: ClosedAs
}

function recordUndone(work: Work, application: LockedApplication, { kind, closingId, as }: Undone): Promise<void> {
  const stage = named(stageOf(application, application.stageId))
  return work.record({
    kind,
    subject: { kind: 'application', id: application.id },
    jobId: application.jobId,
    change: { ...subjectOf(application), closingId, as, stage },
  })
}
