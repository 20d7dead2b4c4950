import { z } from 'zod'
import { candidateFields } from '../../hiring/candidates/candidates.shapes.ts'
import { fieldChoices, side } from '../../hiring/merging/merging.shapes.ts'
import { pageQuery } from '../../platform/http/paging.ts'
import { evidenceKinds } from '../identity/doubts.shapes.ts'

export const doubtStates = ['open', 'dismissed'] as const
export const doubtState = z.enum(doubtStates)
export type DoubtState = z.infer<typeof doubtState>

export const doubtFilter = pageQuery.extend({ state: doubtState.default('open') })

/** One of the two, with all that helps to tell them apart. */
export const deskPerson = candidateFields.extend({
  id: z.string(),
  createdAt: z.string(),
  /** Null: not linked. */
  link: z
    .object({ linkedBy: z.enum(['export', 'profile_url', 'email', 'hand', 'linkedin']), linkedAt: z.string() })
    .nullable(),
  /** As far as you may know of them. */
  applications: z.array(z.object({ id: z.string(), jobId: z.string(), jobTitle: z.string(), stageName: z.string() })),
})
export type DeskPerson = z.infer<typeof deskPerson>

export const evidence = z.object({ kind: z.enum(evidenceKinds), what: z.string() })
export type Evidence = z.infer<typeof evidence>

export const doubtfulPair = z.object({
  state: doubtState,
  raisedAt: z.string(),
  evidence: z.array(evidence),
  /** The one who is here longer comes first. */
  people: z.array(deskPerson).length(2),
})
export type DoubtfulPair = z.infer<typeof doubtfulPair>

export const deskCounts = z.object({ open: z.number(), dismissed: z.number(), merged: z.number() })

export const settling = z.object({ state: doubtState })

export const newPairMerge = z.object({
  keptId: z.string(),
  absorbedId: z.string(),
  choices: fieldChoices.default({}),
  /** Asked for when both are linked, to two members. */
  member: side.optional(),
})
export type NewPairMerge = z.infer<typeof newPairMerge>

export const mergeFilter = pageQuery.extend({ candidateId: z.string().optional() })

export const merge = z.object({
  id: z.string(),
  keptId: z.string(),
  keptName: z.string(),
  absorbedId: z.string(),
  absorbedName: z.string(),
  mergedAt: z.string(),
  mergedBy: z.string().nullable(),
  /** False: a later one lies on it, and is undone first. */
  isLatest: z.boolean(),
})
export type Merge = z.infer<typeof merge>

export const partedPair = z.object({ keptId: z.string(), absorbedId: z.string() })
