import { z } from 'zod'
import { type ApplicationKey, describeApplicationPart } from './ats-applications.ts'
import type { RecordVerdict } from './batch.ts'
import { deleteBatch, putBatch } from './batch-calls.ts'
import type { Client } from './client.ts'
import { actorSchema, epochMsSchema } from './data-formats.ts'

/** The kinds of interview that LinkedIn knows. Source: rsc-sync 13. */
export const interviewTypes = ['PHONE_SCREEN', 'ONSITE'] as const

/** One of {@link interviewTypes}. */
export type InterviewType = (typeof interviewTypes)[number]

/** What was judged and how, the result as free text: "4/5", "Hire". Source: rsc-sync 13. */
export const interviewEvaluationSchema = z.strictObject({ attribute: z.string(), result: z.string().optional() })

/**
 * What one interviewer submitted about one application. Every field is formally optional.
 *
 * Source: rsc-sync 13.
 */
export const interviewFeedbackSchema = z.strictObject({
  atsCreatedAt: epochMsSchema.optional(),
  interviewer: actorSchema.optional(),
  feedback: z.string().optional(),
  evaluations: z.array(interviewEvaluationSchema).optional(),
  interviewType: z.enum(interviewTypes).optional(),
})

/** Interview feedback as it is put. */
export type InterviewFeedback = z.infer<typeof interviewFeedbackSchema>

/**
 * Puts interview feedback on one application, each under the ATS's own id of it. One verdict per id; safe to repeat. The
 * application must have been put.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 13.
 */
export function putInterviewFeedback(
  client: Client,
  application: ApplicationKey,
  feedback: readonly { id: string; feedback: InterviewFeedback }[],
): Promise<RecordVerdict<string>[]> {
  return putBatch(
    client,
    describeApplicationPart(client, application, 'interviewFeedback'),
    feedback.map(({ id, feedback: record }) => ({ key: id, record })),
  )
}

/**
 * Takes interview feedback on one application out of LinkedIn. One verdict per id; an unknown id is a refusal of kind
 * `notFound`.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 14.
 */
export function deleteInterviewFeedback(
  client: Client,
  application: ApplicationKey,
  ids: readonly string[],
): Promise<RecordVerdict<string>[]> {
  return deleteBatch(client, describeApplicationPart(client, application, 'interviewFeedback'), ids)
}
