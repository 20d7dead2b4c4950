import { conflict, invalid } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import type { Stage } from '../jobs/jobs.shapes.ts'
import type { NewStageMove, StageMove } from './applications.shapes.ts'
import {
  lockApplication,
  movedMeanwhile,
  named,
  refuseUnlessMayMove,
  refuseUnlessOpen,
  stageOf,
  subjectOf,
  writeMove,
} from './locked-application.ts'

/** The one door for every change of stage. The first step past Prospect is what LinkedIn waits for. */
export async function moveToStage(work: Work, applicationId: string, input: NewStageMove): Promise<StageMove> {
  const application = await lockApplication(work, applicationId)
  const from = stageOf(application, application.stageId)
  refuseUnlessMayMove(application.standing, from)
  refuseUnlessOpen(application)
  if (input.fromStageId !== undefined && input.fromStageId !== from.id) throw movedMeanwhile(from)
  const to = application.stages.find(stage => stage.id === input.toStageId)
  if (!to?.enabled) throw unknownStage()
  if (to.id === from.id) throw alreadyThere(from)
  refuseUnlessMayMove(application.standing, to)
  const leftProspect = application.passedProspectAt === null && to.kind !== 'prospect'
  const id = writeMove(work, application, {
    toStageId: to.id,
    stageSince: work.now,
    passedProspectAt: leftProspect ? work.now : application.passedProspectAt,
    undoes: null,
  })
  await work.record({
    kind: 'application.moved',
    subject: { kind: 'application', id: applicationId },
    jobId: application.jobId,
    change: { ...subjectOf(application), moveId: id, from: named(from), to: named(to), leftProspect },
  })
  const at = work.now.toISOString()
  return { id, applicationId, fromStageId: from.id, toStageId: to.id, at, leftProspect }
}

function alreadyThere(stage: Stage) {
  return conflict({
    code: 'application.alreadyInStage',
    message: `This person is in ${stage.name} already.`,
    params: { stageId: stage.id, stageName: stage.name },
  })
}

function unknownStage() {
  const message = 'This job has no such stage. Choose one of the stages of the job.'
  return invalid({
    code: 'application.unknownStage',
    message,
    errors: [{ field: 'toStageId', message, code: 'application.unknownStage' }],
  })
}
