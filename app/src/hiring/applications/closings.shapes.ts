import { z } from 'zod'
import { pageQuery } from '../../platform/http/paging.ts'
import { source } from '../candidates/candidates.shapes.ts'

/** How an application can end. With its job it ends by itself. */
export const closedAs = ['rejected', 'withdrawn', 'job_closed'] as const
export type ClosedAs = (typeof closedAs)[number]

export const rejectionReasons = [
  'application',
  'education',
  'experience',
  'skill_set',
  'competency',
  'licensure',
  'assessment',
  'silver_medalist',
  'other',
] as const
export const withdrawalReasons = ['offer_declined', 'other_job', 'terms', 'personal', 'no_answer', 'other'] as const
const closingReasons = z.enum([
  ...new Set([...rejectionReasons, ...withdrawalReasons, 'position_filled', 'position_cancelled'] as const),
])
export type ClosingReason = z.infer<typeof closingReasons>

/** By hand: the company says no, or the candidate does. */
export type ClosedByHand = Exclude<ClosedAs, 'job_closed'>
export const reasonsFor: Record<ClosedByHand, readonly ClosingReason[]> = {
  rejected: rejectionReasons,
  withdrawn: withdrawalReasons,
}

export const newClosing = z
  .object({
    as: z.enum(['rejected', 'withdrawn']),
    reason: z.enum([...new Set([...rejectionReasons, ...withdrawalReasons])]),
    comment: z.string().trim().max(2_000).default(''),
  })
  .refine(({ as, reason }) => reasonsFor[as].includes(reason), {
    path: ['reason'],
    message: 'Choose one of the reasons for this. Rejecting and withdrawing have different ones.',
  })
export type NewClosing = z.input<typeof newClosing>

export const closing = z.object({
  id: z.string(),
  as: z.enum(closedAs),
  reason: closingReasons,
  comment: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
  /** Null: it holds. */
  reopenedAt: z.string().nullable(),
  reopenedBy: z.string().nullable(),
})
export type Closing = z.infer<typeof closing>

export const closedApplication = z.object({
  /** Of the closing: it names what can be undone. */
  id: z.string(),
  applicationId: z.string(),
  as: z.enum(closedAs),
  reason: closingReasons,
  at: z.string(),
})
export type ClosedApplication = z.infer<typeof closedApplication>

export const reopenedApplication = z.object({
  /** Of the closing that holds no more: it names the reopening too. */
  id: z.string(),
  applicationId: z.string(),
  stageId: z.string(),
  at: z.string(),
})
export type ReopenedApplication = z.infer<typeof reopenedApplication>

export const closedQuery = pageQuery.extend({ as: z.enum(closedAs) })

export const closedListItem = z.object({
  id: z.string(),
  candidateId: z.string(),
  name: z.string(),
  headline: z.string().nullable(),
  source,
  stageId: z.string(),
  stageName: z.string(),
  reason: closingReasons,
  comment: z.string().nullable(),
  closedAt: z.string(),
  closedBy: z.string().nullable(),
})
export type ClosedListItem = z.infer<typeof closedListItem>
