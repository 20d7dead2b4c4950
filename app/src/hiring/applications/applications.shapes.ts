import { z } from 'zod'
import { newCandidate, source } from '../candidates/candidates.shapes.ts'
import { stage, stageKinds } from '../jobs/jobs.shapes.ts'
import { personName } from '../users/users.shapes.ts'
import { closedAs, closing } from './closings.shapes.ts'

export const card = z.object({
  id: z.string(),
  candidateId: z.string(),
  name: z.string(),
  headline: z.string().nullable(),
  source,
  stageSince: z.string(),
  opened: z.boolean(),
})
export type Card = z.infer<typeof card>

export const board = z.object({
  stages: z.array(stage.extend({ cards: z.array(card) })),
  notOpenedCount: z.number(),
  /** Out of the running, and on no card. */
  closedCounts: z.record(z.enum(closedAs), z.number()),
})
export type Board = z.infer<typeof board>
export type BoardStage = Board['stages'][number]

/** By hand: an existing candidate or a new one, as prospect or as applicant. */
export const newApplication = z
  .object({
    candidateId: z.string().optional(),
    candidate: newCandidate.optional(),
    as: z.enum(['prospect', 'applicant']),
    source: source.default('recruiter'),
  })
  .refine(input => (input.candidateId === undefined) !== (input.candidate === undefined), {
    path: ['candidateId'],
    message: 'Give either an existing candidate or a new one.',
  })
export type NewApplication = z.input<typeof newApplication>

/** Whoever was on the job already kept his place there. */
export const addedApplication = z.object({
  id: z.string(),
  jobId: z.string(),
  candidateId: z.string(),
  stageId: z.string(),
  alreadyThere: z.boolean(),
  /** Not null: there, and out of the running. */
  closedAs: z.enum(closedAs).nullable(),
})
export type AddedApplication = z.infer<typeof addedApplication>

export const stageStep = z.object({
  moveId: z.string(),
  stageId: z.string(),
  stageName: z.string(),
  kind: z.enum(stageKinds),
  at: z.string(),
  by: z.string().nullable(),
})

export const application = z.object({
  id: z.string(),
  jobId: z.string(),
  jobReference: z.string(),
  jobTitle: z.string(),
  candidateId: z.string(),
  stageId: z.string(),
  stageSince: z.string(),
  state: z.enum(['active', 'closed']),
  source,
  sourceUser: personName.nullable(),
  passedProspectAt: z.string().nullable(),
  stages: z.array(stage),
  history: z.array(stageStep),
  /** The oldest first. Of a closed application the last one holds. */
  closings: z.array(closing),
  /** Neighbours in the same stage, in board order. Only who is in the running counts. */
  position: z.object({
    /** From 0. */
    index: z.number(),
    total: z.number(),
    previousId: z.string().nullable(),
    nextId: z.string().nullable(),
  }),
  permissions: z.object({ move: z.boolean(), close: z.boolean(), reopen: z.boolean() }),
})
export type Application = z.infer<typeof application>

export const newStageMove = z.object({
  toStageId: z.string(),
  /** The stage the mover saw; a stale screen is told so instead of moving twice. */
  fromStageId: z.string().optional(),
})
export type NewStageMove = z.infer<typeof newStageMove>

export const stageMove = z.object({
  id: z.string(),
  applicationId: z.string(),
  fromStageId: z.string().nullable(),
  toStageId: z.string(),
  at: z.string(),
  /** True for the first move ever out of Prospect: from now on LinkedIn may know. */
  leftProspect: z.boolean(),
})
export type StageMove = z.infer<typeof stageMove>
