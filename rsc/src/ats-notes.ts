import { z } from 'zod'
import { type ApplicationKey, describeApplicationPart } from './ats-applications.ts'
import type { CandidateKey } from './ats-candidates.ts'
import { type RecordVerdict, stringKeys } from './batch.ts'
import { type BatchResource, deleteBatch, putBatch } from './batch-calls.ts'
import type { Client } from './client.ts'
import { actorSchema, epochMsSchema } from './data-formats.ts'
import { formatPathKey } from './restli-key.ts'

/**
 * A note on a candidate or on one application of him; both have the same shape. Every field is formally optional; send all.
 *
 * Source: rsc-sync 9 and 12.
 */
export const noteSchema = z.strictObject({
  atsCreatedAt: epochMsSchema.optional(),
  note: z.string().optional(),
  author: actorSchema.optional(),
})

/** A note as it is put. */
export type Note = z.infer<typeof noteSchema>

/** Notes with the ATS's own ids of them. */
export type KeyedNotes = readonly { id: string; note: Note }[]

/**
 * Puts notes on one candidate. One verdict per id; safe to repeat. The candidate must have been put.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 9.
 */
export function putCandidateNotes(
  client: Client,
  candidate: CandidateKey,
  notes: KeyedNotes,
): Promise<RecordVerdict<string>[]> {
  return putBatch(client, describeCandidateNotes(client, candidate), toRecords(notes))
}

/**
 * Takes notes on one candidate out of LinkedIn. One verdict per id; an unknown id is a refusal of kind `notFound`.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 14.
 */
export function deleteCandidateNotes(
  client: Client,
  candidate: CandidateKey,
  ids: readonly string[],
): Promise<RecordVerdict<string>[]> {
  return deleteBatch(client, describeCandidateNotes(client, candidate), ids)
}

/**
 * Puts notes on one application. One verdict per id; safe to repeat. The application must have been put.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 12.
 */
export function putApplicationNotes(
  client: Client,
  application: ApplicationKey,
  notes: KeyedNotes,
): Promise<RecordVerdict<string>[]> {
  return putBatch(client, describeApplicationPart(client, application, 'notes'), toRecords(notes))
}

/**
 * Takes notes on one application out of LinkedIn. One verdict per id; an unknown id is a refusal of kind `notFound`.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 14.
 */
export function deleteApplicationNotes(
  client: Client,
  application: ApplicationKey,
  ids: readonly string[],
): Promise<RecordVerdict<string>[]> {
  return deleteBatch(client, describeApplicationPart(client, application, 'notes'), ids)
}

function describeCandidateNotes({ protocolVersion }: Client, candidate: CandidateKey): BatchResource<string> {
  return { path: `/atsCandidates/${formatPathKey(candidate, protocolVersion)}/notes`, spelling: stringKeys }
}

function toRecords(notes: KeyedNotes) {
  return notes.map(({ id, note }) => ({ key: id, record: note }))
}
