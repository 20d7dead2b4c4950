import { z } from 'zod'
import { compositeKeys, type RecordVerdict } from './batch.ts'
import { deleteBatch, putBatch } from './batch-calls.ts'
import { type Client, sendCall } from './client.ts'
import { type Page, readPage } from './paging.ts'
import { formatFinderQuery } from './restli-key.ts'
import { findFirstText, readObject } from './tolerant-fields.ts'
import { organizationUrnSchema } from './urns.ts'

/** The key of one entity on one access list. Only jobs can be on a list. Source: rsc-sync 1.4 and 15. */
export const entityAclKeySchema = z.strictObject({
  atsEntityAclId: z.string().min(1),
  atsEntityId: z.string().min(1),
  atsEntityType: z.literal('JOB_POSTING'),
  dataProvider: z.literal('ATS'),
  integrationContext: organizationUrnSchema,
})

/** `atsEntityId` is the `externalJobPostingId` of the job; `atsEntityAclId` is our id of the list. */
export type EntityAclKey = z.infer<typeof entityAclKeySchema>

/** The record itself is an empty object: the key is the data. Source: rsc-sync 15. */
export const entityAclRecordSchema = z.strictObject({})

/** The criteria that find the lists of one job. Source: rsc-sync 15. */
export const entityAclCriteriaSchema = z.strictObject({
  atsEntityId: z.string().min(1),
  atsEntityType: z.literal('JOB_POSTING'),
  dataProvider: z.literal('ATS'),
  integrationContext: organizationUrnSchema,
})

/** The criteria that find the lists of one job. */
export type EntityAclCriteria = z.infer<typeof entityAclCriteriaSchema>

/**
 * One element of the answer to a finder. The key parts stand in the element itself, or under `key` or `id`; what is absent
 * is null, except the list's own id.
 *
 * Source: rsc-sync 15 (the shape is inferred by the reference).
 */
export const entityAclAnswerSchema = z.looseObject({}).transform((answer, context) => {
  const fields = { ...readObject(answer.id), ...readObject(answer.key), ...answer }
  const atsEntityAclId = findFirstText(fields, 'atsEntityAclId')
  if (atsEntityAclId === null) {
    context.issues.push({ code: 'custom', path: ['atsEntityAclId'], message: 'is missing', input: answer })
    return z.NEVER
  }
  return {
    atsEntityAclId,
    atsEntityId: findFirstText(fields, 'atsEntityId'),
    atsEntityType: findFirstText(fields, 'atsEntityType'),
    integrationContext: findFirstText(fields, 'integrationContext'),
  }
})

/** A job on an access list, as LinkedIn holds it. */
export type EntityAcl = z.infer<typeof entityAclAnswerSchema>

const resource = { path: '/atsEntityAcls', spelling: compositeKeys }

/**
 * Puts jobs on access lists. One verdict per key; safe to repeat.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 15.
 */
export function putEntityAcls(client: Client, keys: readonly EntityAclKey[]): Promise<RecordVerdict<EntityAclKey>[]> {
  return putBatch<EntityAclKey>(
    client,
    resource,
    keys.map(key => ({ key, record: {} })),
  )
}

/**
 * Finds the access lists on which a job stands. One page; go on with `nextStart`.
 *
 * @throws {LinkedInFailure}
 * Source: rsc-sync 15.
 */
export async function findEntityAcls(
  client: Client,
  criteria: EntityAclCriteria,
  page: { start: number; count: number } = { start: 0, count: 100 },
): Promise<Page<EntityAcl>> {
  const query = formatFinderQuery('criteria', { ...criteria, ...page }, client.protocolVersion)
  const answer = await sendCall(client, { method: 'GET', path: resource.path, query })
  return readPage(answer, entityAclAnswerSchema, page)
}

/**
 * Takes jobs off access lists. One verdict per key; an unknown key is a refusal of kind `notFound`.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 14 and 15.
 */
export function deleteEntityAcls(
  client: Client,
  keys: readonly EntityAclKey[],
): Promise<RecordVerdict<EntityAclKey>[]> {
  return deleteBatch<EntityAclKey>(client, resource, keys)
}
