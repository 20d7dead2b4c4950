import { z } from 'zod'
import { jobStates, stageKinds } from '../jobs/jobs.shapes.ts'

export const sources = ['linkedin', 'referral', 'career_site', 'job_board', 'recruiter', 'import', 'other'] as const
export const source = z.enum(sources)
export type Source = z.infer<typeof source>

/** Where a field's value came from. `by` is a user id for `user`, else the person URN, form or file. */
export const origin = z.object({
  kind: z.enum(['user', 'linkedin', 'apply_form', 'import']),
  by: z.string(),
  at: z.string(),
})
export type Origin = z.infer<typeof origin>

/** Of addresses, and of numbers. */
export const MOST_CONTACTS = 10
export const MOST_SKILLS = 100

export const candidateFields = z.object({
  firstName: z.string().trim().min(1).max(100),
  lastName: z.string().trim().min(1).max(100),
  headline: z.string().trim().max(300).nullable(),
  currentTitle: z.string().trim().max(200).nullable(),
  currentCompany: z.string().trim().max(200).nullable(),
  location: z.string().trim().max(200).nullable(),
  profileUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  skills: z.array(z.string().trim().min(1).max(100)).max(MOST_SKILLS),
  emails: z.array(z.email().max(254)).max(MOST_CONTACTS),
  phones: z.array(z.string().trim().min(3).max(40)).max(MOST_CONTACTS),
})
export type CandidateFields = z.infer<typeof candidateFields>
export type CandidateField = keyof CandidateFields

export const newCandidate = candidateFields.partial().required({ firstName: true, lastName: true })
export type NewCandidate = z.infer<typeof newCandidate>
export const candidateChange = candidateFields.partial()
export type CandidateChange = z.infer<typeof candidateChange>

export const candidateApplication = z.object({
  id: z.string(),
  jobId: z.string(),
  jobReference: z.string(),
  jobTitle: z.string(),
  jobState: z.enum(jobStates),
  stageId: z.string(),
  stageKind: z.enum(stageKinds),
  stageName: z.string(),
  stageSince: z.string(),
  state: z.enum(['active', 'closed']),
  closedAs: z.enum(['rejected', 'withdrawn', 'job_closed']).nullable(),
  source,
  passedProspect: z.boolean(),
  /** False: known from another job's team, but not to be opened by this user. */
  mayOpen: z.boolean(),
})

export const candidate = candidateFields.extend({
  id: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** By field; of an address or number by `emails.<address>` and `phones.<number>`. */
  origins: z.record(z.string(), origin),
  applications: z.array(candidateApplication),
})
export type Candidate = z.infer<typeof candidate>

export const candidateListItem = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  headline: z.string().nullable(),
  currentTitle: z.string().nullable(),
  currentCompany: z.string().nullable(),
  location: z.string().nullable(),
  skills: z.array(z.string()),
  email: z.string().nullable(),
  createdAt: z.string(),
  applicationCount: z.number(),
})
export type CandidateListItem = z.infer<typeof candidateListItem>

/** One line of a candidate's Activity tab, from the event rows. */
export const candidateActivity = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  actor: z.object({ kind: z.string(), name: z.string().nullable() }),
  change: z.record(z.string(), z.unknown()),
})
export type CandidateActivity = z.infer<typeof candidateActivity>
