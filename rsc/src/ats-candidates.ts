import { z } from 'zod'
import { compositeKeys, type RecordReading, type RecordVerdict } from './batch.ts'
import { deleteBatch, getBatch, patchBatch, putBatch } from './batch-calls.ts'
import type { Client } from './client.ts'
import { emailAddressSchema, epochMsSchema } from './data-formats.ts'
import { optionalText, optionalTexts } from './tolerant-fields.ts'
import { organizationUrnSchema, personUrnSchema } from './urns.ts'

/** The key of a candidate: the ATS's own id of him, at one company. Source: rsc-sync 1.4 and 8.1. */
export const candidateKeySchema = z.strictObject({
  atsCandidateId: z.string().min(1),
  dataProvider: z.literal('ATS'),
  integrationContext: organizationUrnSchema,
})

/** `atsCandidateId` is also what the profile plugin is given. */
export type CandidateKey = z.infer<typeof candidateKeySchema>

/** A postal address. Source: rsc-sync 8.1 (the sub-fields are partly inferred by the reference). */
export const candidateAddressSchema = z.strictObject({
  line1: z.string().optional(),
  line2: z.string().optional(),
  city: z.string().optional(),
  geographicArea: z.string().optional(),
  geographicAreaType: z.enum(['STATE', 'PROVINCE']).optional(),
  postalCode: z.string().optional(),
  country: z
    .string()
    .regex(/^[a-zA-Z]{2}$/, 'must be a country of two letters')
    .optional(),
})

/** A phone number. Source: rsc-sync 8.1. */
export const candidatePhoneSchema = z.strictObject({
  number: z.string().min(1),
  extension: z.string().optional(),
})

/**
 * The whole candidate. A put replaces all of it, the manual match included: a field that is left out is empty from then on.
 *
 * Source: rsc-sync 8.1.
 */
export const candidateSchema = z
  .strictObject({
    atsCreatedAt: epochMsSchema,
    atsLastModifiedAt: epochMsSchema,
    firstName: z.string().min(1),
    lastName: z.string().min(1),
    emailAddresses: z.array(emailAddressSchema).optional(),
    externalProfileUrl: z.url(),
    addresses: z.array(candidateAddressSchema),
    phoneNumbers: z.array(candidatePhoneSchema),
    currentCompanyName: z.string().optional(),
    currentJobTitle: z.string().optional(),
    linkedInProfileUrl: z.url().optional(),
    doNotContact: z.boolean().optional(),
    manualMatchedMember: personUrnSchema.optional(),
    middleInitial: z.string().optional(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  })
  .refine(candidate => candidate.atsLastModifiedAt >= candidate.atsCreatedAt, {
    path: ['atsLastModifiedAt'],
    error: 'must not be before atsCreatedAt',
  })
  .refine(candidate => hasWayToMatch(candidate), {
    path: ['emailAddresses'],
    error: 'field is required when no person URN is attached',
  })

/** A candidate as it is put. */
export type Candidate = z.infer<typeof candidateSchema>

/** One entity of a linking call: the member whom a user chose, or nobody any more. Source: rsc-sync 8.3. */
export const candidateLinkPatchSchema = z.strictObject({
  patch: z
    .strictObject({
      $set: z.strictObject({ manualMatchedMember: personUrnSchema }).optional(),
      $delete: z.tuple([z.literal('manualMatchedMember')]).optional(),
    })
    .refine(patch => (patch.$set === undefined) !== (patch.$delete === undefined), {
      error: 'must either set or delete manualMatchedMember',
    }),
})

/**
 * Whom LinkedIn matched with a candidate: `matchedMembers` by itself, `manualMatchedMember` by a user's choice. Nobody is
 * an empty list and null.
 *
 * Source: rsc-sync 8.2 (the type of `matchedMembers` is inferred by the reference).
 */
export const candidateMatchesAnswerSchema = z
  .looseObject({ matchedMembers: optionalTexts, manualMatchedMember: optionalText })
  .transform(answer => ({
    matchedMembers: answer.matchedMembers.filter(isPersonUrn),
    manualMatchedMember: answer.manualMatchedMember,
  }))
  .refine(({ manualMatchedMember }) => manualMatchedMember === null || isPersonUrn(manualMatchedMember), {
    path: ['manualMatchedMember'],
    error: 'must be urn:li:person:{id}',
  })

/** Whom LinkedIn matched with a candidate. */
export type CandidateMatches = z.infer<typeof candidateMatchesAnswerSchema>

const resource = { path: '/atsCandidates', spelling: compositeKeys }

/**
 * Puts whole candidates. One verdict per candidate; safe to repeat. Members are matched later, so nobody is found at once.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 8.1.
 */
export function putCandidates(
  client: Client,
  candidates: readonly { key: CandidateKey; candidate: Candidate }[],
): Promise<RecordVerdict<CandidateKey>[]> {
  return putBatch<CandidateKey>(
    client,
    resource,
    candidates.map(({ key, candidate }) => ({ key, record: candidate })),
  )
}

/**
 * Reads whom LinkedIn matched with candidates, and nothing else of them. A candidate that LinkedIn does not hold is a refusal
 * of kind `notFound`.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 8.2.
 */
export function getCandidateMatches(
  client: Client,
  keys: readonly CandidateKey[],
): Promise<RecordReading<CandidateKey, CandidateMatches>[]> {
  const fields = ['matchedMembers', 'manualMatchedMember'] as const
  return getBatch<CandidateKey, typeof candidateMatchesAnswerSchema>(
    client,
    { ...resource, schema: candidateMatchesAnswerSchema, fields },
    keys,
  )
}

/**
 * Sets the member whom a user chose for a candidate, or takes the choice back (null). The candidates must exist. One verdict
 * per candidate.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 8.3 (taking back is inferred by the reference).
 */
export function linkCandidates(
  client: Client,
  links: readonly { key: CandidateKey; manualMatchedMember: string | null }[],
): Promise<RecordVerdict<CandidateKey>[]> {
  return patchBatch<CandidateKey>(
    client,
    resource,
    links.map(({ key, manualMatchedMember }) => ({ key, record: { patch: buildPatch(manualMatchedMember) } })),
  )
}

/**
 * Takes candidates out of LinkedIn. One verdict per key; an unknown key is a refusal of kind `notFound`.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 14.
 */
export function deleteCandidates(
  client: Client,
  keys: readonly CandidateKey[],
): Promise<RecordVerdict<CandidateKey>[]> {
  return deleteBatch<CandidateKey>(client, resource, keys)
}

function buildPatch(manualMatchedMember: string | null): z.infer<typeof candidateLinkPatchSchema>['patch'] {
  return manualMatchedMember === null ? { $delete: ['manualMatchedMember'] } : { $set: { manualMatchedMember } }
}

function hasWayToMatch(candidate: { emailAddresses?: string[] | undefined; manualMatchedMember?: string | undefined }) {
  return candidate.manualMatchedMember !== undefined || (candidate.emailAddresses?.length ?? 0) > 0
}

function isPersonUrn(text: string): boolean {
  return personUrnSchema.safeParse(text).success
}
