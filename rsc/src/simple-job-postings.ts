import { z } from 'zod'
import { type CreateVerdict, checkBatch, judgeBatchCreate } from './batch.ts'
import { type Client, sendCall } from './client.ts'
import { organizationUrnSchema } from './urns.ts'

/** What a submitted job asks for. `UPGRADE` and `DOWNGRADE` are for promoted jobs only. Source: rsc-sync 7.1. */
export const jobPostingOperationTypes = ['CREATE', 'UPDATE', 'RENEW', 'CLOSE', 'UPGRADE', 'DOWNGRADE'] as const

/** One of {@link jobPostingOperationTypes}. */
export type JobPostingOperationType = (typeof jobPostingOperationTypes)[number]

/** An amount of money; the amount is a decimal number in text. Source: rsc-sync 7.1. */
const moneySchema = z.strictObject({
  amount: z.string().regex(/^\d+(\.\d+)?$/, 'must be a decimal number in text'),
  currencyCode: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code of three capitals'),
})

const compensationSchema = z.strictObject({
  compensations: z.array(
    z.strictObject({
      period: z.enum(['YEARLY', 'MONTHLY', 'SEMIMONTHLY', 'BIWEEKLY', 'WEEKLY', 'DAILY', 'HOURLY']),
      type: z.enum([
        'BASE_SALARY',
        'TIPS',
        'COMMISSION',
        'PROFIT_SHARING',
        'STOCK_OPTIONS',
        'STOCK',
        'BONUS',
        'SIGN_ON_BONUS',
        'OVER_TIME',
        'OTHER',
      ]),
      value: z.union([
        z.strictObject({ range: z.strictObject({ start: moneySchema, end: moneySchema }) }),
        z.strictObject({ exactAmount: moneySchema }),
      ]),
    }),
  ),
})

/**
 * One element of a job call: the whole job, also for a change or a close.
 *
 * At least one of `jobPostingOperationType` (current schema) and `state` (older schema) must be there; send both. Either
 * `location` or both `countryCode` and `postalCode`. Times are epoch milliseconds; see {@link findJobPostingTimeProblems}
 * for the rules that need a clock. `alternateLocations` is refused: it is not for RSC.
 *
 * Source: rsc-sync 7.1 and 7.3 (simpleJobPostings).
 */
export const jobPostingSchema = z
  .strictObject({
    integrationContext: organizationUrnSchema,
    externalJobPostingId: z.string().min(1).max(75),
    jobPostingOperationType: z.enum(jobPostingOperationTypes).optional(),
    state: z.enum(['LISTED', 'CLOSED']).optional(),
    title: z.string().min(1).max(200),
    description: z.string().min(100).max(25_000),
    location: z.string().min(1).optional(),
    countryCode: z.string().min(1).optional(),
    postalCode: z.string().min(1).optional(),
    companyApplyUrl: z.url({ protocol: /^https?$/, error: 'must be a full http(s) address' }),
    listedAt: z.int().positive(),
    availability: z.enum(['PUBLIC', 'PRIVATE_TO_ATS_INTEGRATION', 'INTERNAL']),
    listingType: z.enum(['BASIC', 'PREMIUM']).optional(),
    accessRestricted: z.boolean().optional(),
    requisitionOwnerEmail: z.string().optional(),
    requisitionOwnerFirstName: z.string().optional(),
    requisitionOwnerLastName: z.string().optional(),
    companyJobCode: z.string().min(1).optional(),
    employmentStatus: z
      .enum(['FULL_TIME', 'PART_TIME', 'CONTRACT', 'INTERNSHIP', 'TEMPORARY', 'VOLUNTEER', 'OTHER'])
      .optional(),
    experienceLevel: z
      .enum(['ENTRY_LEVEL', 'MID_SENIOR_LEVEL', 'DIRECTOR', 'EXECUTIVE', 'INTERNSHIP', 'ASSOCIATE', 'NOT_APPLICABLE'])
      .optional(),
    workplaceTypes: z
      .array(z.enum(['On-site', 'Hybrid', 'Remote']))
      .length(1)
      .optional(),
    categories: z.array(z.string().min(1)).max(3).optional(),
    industries: z.array(z.string().regex(/^urn:li:industry:\d+$/, 'must be urn:li:industry:{number}')).optional(),
    skillsDescription: z.string().max(4_000).optional(),
    expireAt: z.int().positive().optional(),
    trackingPixelUrl: z.url().optional(),
    compensation: compensationSchema.optional(),
    companyName: z.string().min(1).optional(),
    companyPageUrl: z.url().optional(),
  })
  .refine(job => job.jobPostingOperationType !== undefined || job.state !== undefined, {
    path: ['jobPostingOperationType'],
    error: 'is required when state is absent',
  })
  .refine(job => job.location !== undefined || (job.countryCode !== undefined && job.postalCode !== undefined), {
    path: ['location'],
    error: 'is required when countryCode and postalCode are absent',
  })

/** A job as it is sent. */
export type JobPosting = z.infer<typeof jobPostingSchema>

/**
 * Submits jobs: new ones, changes and closes alike. Each verdict is keyed by `externalJobPostingId`; the `id` of an accepted
 * one is the URN of its task, whose outcome comes later. No jobs: no call.
 *
 * Not safe to repeat blindly: a second CREATE of the same job ends in a failed task.
 *
 * @throws {InvalidBatchError} for more than 100 jobs or one job twice, {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 1.10 and 7.1.
 */
export async function submitJobPostings(client: Client, jobs: readonly JobPosting[]): Promise<CreateVerdict<string>[]> {
  if (jobs.length === 0) return []
  const keys = jobs.map(job => job.externalJobPostingId)
  checkBatch(keys)
  const answer = await sendCall(client, {
    method: 'POST',
    restliMethod: 'batch_create',
    path: '/simpleJobPostings',
    body: { elements: jobs },
  })
  return judgeBatchCreate(keys, answer)
}

/**
 * The rules of a job that need a clock: `listedAt` not in the future, `expireAt` in the future. Empty when all is well.
 *
 * Source: rsc-sync 7.1.
 */
export function findJobPostingTimeProblems(job: JobPosting, nowMs: number): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = []
  if (job.listedAt > nowMs) problems.push({ field: 'listedAt', message: 'must not be in the future' })
  if (job.expireAt !== undefined && job.expireAt <= nowMs) {
    problems.push({ field: 'expireAt', message: 'must be in the future' })
  }
  return problems
}
