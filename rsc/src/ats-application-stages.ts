import { z } from 'zod'
import { type ApplicationKey, describeApplicationPart } from './ats-applications.ts'
import type { RecordVerdict } from './batch.ts'
import { deleteBatch, putBatch } from './batch-calls.ts'
import type { Client } from './client.ts'
import { epochMsSchema } from './data-formats.ts'

/** The one text that a stage must not have. Source: rsc-sync 11. */
export const forbiddenStage = 'Not Available'

/**
 * One step of an application: the stage, in the ATS's own words, and when the application entered it. The step with the
 * latest `atsCreatedAt` is the current status. There is no list of stages to be put beforehand.
 *
 * Source: rsc-sync 11 (which step is the current one is inferred by the reference).
 */
export const applicationStageSchema = z.strictObject({
  atsCreatedAt: epochMsSchema,
  stage: z
    .string()
    .min(1)
    .refine(stage => stage !== forbiddenStage, `must not be "${forbiddenStage}"`),
})

/** One step of an application. */
export type ApplicationStage = z.infer<typeof applicationStageSchema>

/**
 * Puts steps of one application, each under the ATS's own id of it; whoever enters a stage again gets a new id. One verdict
 * per id; safe to repeat. The application must have been put.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 11.
 */
export function putApplicationStages(
  client: Client,
  application: ApplicationKey,
  stages: readonly { id: string; stage: ApplicationStage }[],
): Promise<RecordVerdict<string>[]> {
  return putBatch(
    client,
    describeApplicationPart(client, application, 'stages'),
    stages.map(({ id, stage }) => ({ key: id, record: stage })),
  )
}

/**
 * Takes steps of one application out of LinkedIn. One verdict per id; an unknown id is a refusal of kind `notFound`.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 14.
 */
export function deleteApplicationStages(
  client: Client,
  application: ApplicationKey,
  ids: readonly string[],
): Promise<RecordVerdict<string>[]> {
  return deleteBatch(client, describeApplicationPart(client, application, 'stages'), ids)
}
