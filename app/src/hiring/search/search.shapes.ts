import { z } from 'zod'
import { source } from '../candidates/candidates.shapes.ts'
import { stageKinds } from '../jobs/jobs.shapes.ts'

export const MAX_QUERY_LENGTH = 1_000

/** Words, "phrases", AND, OR, NOT, parentheses, beginnings*. */
export const searchText = z.string().max(MAX_QUERY_LENGTH)

export const candidateSorts = ['relevance', 'newest', 'name'] as const

/** One value or several; a person has to have one of them. */
function oneOf<S extends z.ZodType<string>>(value: S) {
  return z
    .union([value, z.array(value).max(50)])
    .transform(given => [given].flat())
    .optional()
}

const text = z.string().min(1).max(200)

/** What a list of candidates can be narrowed by. Job, stage and source belong to one and the same application. */
export const candidateFilters = z.object({
  title: oneOf(text),
  company: oneOf(text),
  location: oneOf(text),
  skill: oneOf(text),
  source: oneOf(source),
  job: oneOf(z.string().min(1).max(100)),
  stage: oneOf(z.enum(stageKinds)),
  pool: oneOf(z.string().min(1).max(100)),
})
export type CandidateFilters = z.infer<typeof candidateFilters>
export const facetNames = candidateFilters.keyof().options
export type FacetName = keyof CandidateFilters

export const candidateQuery = candidateFilters.extend({
  q: searchText.optional(),
  /** Left out: by relevance when something is searched for, else newest first. */
  sort: z.enum(candidateSorts).optional(),
})
export type CandidateQuery = z.infer<typeof candidateQuery>

/** How a word was read that occurs nowhere as it stands. */
export const reading = z.object({ word: z.string(), as: z.enum(['beginning', 'slip', 'nothing']) })
export type Reading = z.infer<typeof reading>

/** Up to a limit exact; beyond it, "more than that" is all that was counted. */
export const cappedCount = z.object({ value: z.number(), capped: z.boolean() })
export type CappedCount = z.infer<typeof cappedCount>

export const facet = z.object({
  name: z.enum(facetNames),
  /** Most frequent first. `value` filters; `label` is to be read, and of a stage or source it is the same word. */
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.number() })),
})
export type Facet = z.infer<typeof facet>

/** A filter offers at most so many values, the most frequent ones. */
export const MAX_FACET_VALUES = 20

/** When `count` is capped, the facets are those of the newest so many. */
export const candidateFacets = z.object({ count: cappedCount, facets: z.array(facet), readings: z.array(reading) })
export type CandidateFacets = z.infer<typeof candidateFacets>

export const neighbours = z.object({
  previousId: z.string().nullable(),
  nextId: z.string().nullable(),
  /** From 1; null when the candidate is not on this list, or stands further down than is counted. */
  position: z.number().nullable(),
})
export type Neighbours = z.infer<typeof neighbours>
