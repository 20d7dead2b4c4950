import { z } from 'zod'
import { compositeKeys, type RecordVerdict, stringKeys } from './batch.ts'
import { type BatchResource, deleteBatch, putBatch } from './batch-calls.ts'
import type { Client } from './client.ts'
import { emailAddressSchema, epochMsSchema } from './data-formats.ts'
import { formatPathKey } from './restli-key.ts'
import { organizationUrnSchema } from './urns.ts'

/** The key of an application: the ATS's own id of it, at one company. Source: rsc-sync 1.4 and 10. */
export const applicationKeySchema = z.strictObject({
  atsJobApplicationId: z.string().min(1),
  dataProvider: z.literal('ATS'),
  integrationContext: organizationUrnSchema,
})

/** Stages, notes and interview feedback of an application are put and deleted under this key. */
export type ApplicationKey = z.infer<typeof applicationKeySchema>

/**
 * The whole application. A put replaces all of it: a field that is left out is empty from then on. Its stages, notes and
 * interview feedback are records of their own and stay.
 *
 * `atsCandidateId` is the link to the candidate, and formally optional; `atsJobPostingId` is the `externalJobPostingId` of
 * the job, no URN; `dispositionReason` is an empty text while the application is open. There is no stage here: see
 * `ats-application-stages.ts`.
 *
 * Source: rsc-sync 10 (names and `accessRestricted` are partly inferred by the reference).
 */
export const applicationSchema = z
  .strictObject({
    atsCandidateId: z.string().optional(),
    atsJobPostingId: z.string().min(1),
    atsJobPostingName: z.string().min(1),
    atsCreatedAt: epochMsSchema,
    atsLastModifiedAt: epochMsSchema,
    candidateEmail: emailAddressSchema.optional(),
    firstName: z.string().min(1),
    lastName: z.string().min(1),
    source: z.string().optional(),
    dispositionReason: z.string().optional(),
    accessRestricted: z.boolean().optional(),
  })
  .refine(application => application.atsLastModifiedAt >= application.atsCreatedAt, {
    path: ['atsLastModifiedAt'],
    error: 'must not be before atsCreatedAt',
  })

/** An application as it is put. */
export type Application = z.infer<typeof applicationSchema>

const resource = { path: '/atsApplications', spelling: compositeKeys }

/**
 * Puts whole applications. One verdict per application; safe to repeat. Candidate and job need not be there yet, but the
 * application is not shown before they are.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 10 and 1.10.
 */
export function putApplications(
  client: Client,
  applications: readonly { key: ApplicationKey; application: Application }[],
): Promise<RecordVerdict<ApplicationKey>[]> {
  return putBatch<ApplicationKey>(
    client,
    resource,
    applications.map(({ key, application }) => ({ key, record: application })),
  )
}

/**
 * Takes applications out of LinkedIn, with their stages, notes and interview feedback. One verdict per key; an unknown key
 * is a refusal of kind `notFound`.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 14.
 */
export function deleteApplications(
  client: Client,
  keys: readonly ApplicationKey[],
): Promise<RecordVerdict<ApplicationKey>[]> {
  return deleteBatch<ApplicationKey>(client, resource, keys)
}

/** Where the stages, notes or interview feedback of one application live. Source: rsc-sync 1.4 (sub-resources). */
export function describeApplicationPart(
  { protocolVersion }: Pick<Client, 'protocolVersion'>,
  application: ApplicationKey,
  part: 'stages' | 'notes' | 'interviewFeedback',
): BatchResource<string> {
  return { path: `${resource.path}/${formatPathKey(application, protocolVersion)}/${part}`, spelling: stringKeys }
}
