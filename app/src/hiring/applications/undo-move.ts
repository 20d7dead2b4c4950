import { conflict, notAllowed, notFound } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import type { StageMove } from './applications.shapes.ts'
import {
  lockApplication,
  movedMeanwhile,
  named,
  refuseUnlessMayMove,
  refuseUnlessOpen,
  stageOf,
  subjectOf,
  UNDO_SECONDS,
  writeMove,
} from './locked-application.ts'
import { listMoves, standingMoves } from './move-history.ts'

/** A slip of the hand: for a minute the mover puts the card back, as if it had never moved. */
export async function undoMove(work: Work, moveId: string): Promise<StageMove> {
  const applicationId = await applicationOfMove(work, moveId)
  const application = await lockApplication(work, applicationId)
  const moves = await listMoves(work.tx, work.tenantId, applicationId)
  const move = moves.find(one => one.id === moveId)
  if (!move) throw notFound('move')
  refuseUnlessMayMove(application.standing, stageOf(application, application.stageId))
  if (work.actor.kind !== 'user' || move.actor.userId !== work.actor.userId) {
    throw notAllowed('move.notYours', 'Only the person who made a move can undo it. Move the card back instead.')
  }
  refuseUnlessOpen(application)
  const standing = standingMoves(moves)
  const before = standing.filter(one => one.id !== moveId)
  const came = before[before.length - 1]
  if (move.undoes !== null || !came || move.fromStageId === null) throw notUndoable()
  if (moves.some(one => one.undoes === moveId)) throw undoneAlready()
  if (standing[standing.length - 1]?.id !== moveId) throw movedMeanwhile(stageOf(application, application.stageId))
  if (work.now.getTime() - move.at.getTime() > UNDO_SECONDS * 1000) throw tooLate()
  const backIn = stageOf(application, move.fromStageId)
  const wasPastProspect = before.some(one => one.toKind !== 'prospect')
  const id = writeMove(work, application, {
    toStageId: backIn.id,
    stageSince: came.at,
    passedProspectAt: wasPastProspect ? application.passedProspectAt : null,
    undoes: moveId,
  })
  const left = named(stageOf(application, application.stageId))
  await work.record({
    kind: 'application.moveUndone',
    subject: { kind: 'application', id: applicationId },
    jobId: application.jobId,
    change: {
      ...subjectOf(application),
      moveId,
      from: left,
      to: named(backIn),
      backBeforeProspectPassed: !wasPastProspect,
    },
  })
  const at = work.now.toISOString()
  return { id, applicationId, fromStageId: left.id, toStageId: backIn.id, at, leftProspect: false }
}

async function applicationOfMove(work: Work, moveId: string): Promise<string> {
  const row = await work.tx
    .selectFrom('stage_move')
    .select('application_id')
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', moveId)
    .executeTakeFirst()
  if (!row) throw notFound('move')
  return row.application_id
}

function notUndoable() {
  return conflict({
    code: 'move.notUndoable',
    message: 'Only a move from one stage to another can be undone. Move the card instead.',
  })
}

function undoneAlready() {
  return conflict({ code: 'move.undoneAlready', message: 'This move has been undone already.' })
}

function tooLate() {
  return conflict({
    code: 'move.tooLate',
    message: `A move can be undone for ${UNDO_SECONDS} seconds. Move the card back instead; the history then shows both.`,
    params: { seconds: UNDO_SECONDS },
  })
}
