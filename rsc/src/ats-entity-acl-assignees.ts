import { z } from 'zod'
import { compositeKeys, type RecordVerdict } from './batch.ts'
import { deleteBatch, putBatch } from './batch-calls.ts'
import { type Client, sendCall } from './client.ts'
import { type Page, readPage } from './paging.ts'
import { formatFinderQuery } from './restli-key.ts'
import { findFirstText, readObject } from './tolerant-fields.ts'
import { organizationUrnSchema, personUrnSchema } from './urns.ts'

/** On how many access lists one person may stand. Source: rsc-sync 15. */
export const aclsPerPersonLimit = 10

/** The key of one person on one access list. Source: rsc-sync 1.4 and 15. */
export const entityAclAssigneeKeySchema = z.strictObject({
  assignee: personUrnSchema,
  atsEntityAclId: z.string().min(1),
  atsEntityType: z.literal('JOB_POSTING'),
  dataProvider: z.literal('ATS'),
  integrationContext: organizationUrnSchema,
})

/** `assignee` is a person URN that this child application got; `atsEntityAclId` is our id of the list. */
export type EntityAclAssigneeKey = z.infer<typeof entityAclAssigneeKeySchema>

/** The record itself is an empty object: the key is the data. Source: rsc-sync 15. */
export const entityAclAssigneeRecordSchema = z.strictObject({})

/** The criteria that find the lists of one person. Source: rsc-sync 15. */
export const entityAclAssigneeCriteriaSchema = z.strictObject({
  assignee: personUrnSchema,
  dataProvider: z.literal('ATS'),
  integrationContext: organizationUrnSchema,
})

/** The criteria that find the lists of one person. */
export type EntityAclAssigneeCriteria = z.infer<typeof entityAclAssigneeCriteriaSchema>

/**
 * One element of the answer to a finder. The key parts stand in the element itself, or under `key` or `id`; what is absent
 * is null, except the list's own id.
 *
 * Source: rsc-sync 15 (the shape is inferred by the reference).
 */
export const entityAclAssigneeAnswerSchema = z.looseObject({}).transform((answer, context) => {
  const fields = { ...readObject(answer.id), ...readObject(answer.key), ...answer }
  const atsEntityAclId = findFirstText(fields, 'atsEntityAclId')
  if (atsEntityAclId === null) {
    context.issues.push({ code: 'custom', path: ['atsEntityAclId'], message: 'is missing', input: answer })
    return z.NEVER
  }
  return {
    atsEntityAclId,
    assignee: findFirstText(fields, 'assignee'),
    atsEntityType: findFirstText(fields, 'atsEntityType'),
    integrationContext: findFirstText(fields, 'integrationContext'),
  }
})

/** A person on an access list, as LinkedIn holds it. */
export type EntityAclAssignee = z.infer<typeof entityAclAssigneeAnswerSchema>

const resource = { path: '/atsEntityAclAssignees', spelling: compositeKeys }

/**
 * Puts people on access lists. One verdict per key; safe to repeat.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 15.
 */
export function putEntityAclAssignees(
  client: Client,
  keys: readonly EntityAclAssigneeKey[],
): Promise<RecordVerdict<EntityAclAssigneeKey>[]> {
  return putBatch<EntityAclAssigneeKey>(
    client,
    resource,
    keys.map(key => ({ key, record: {} })),
  )
}

/**
 * Finds the access lists on which a person stands. One page; go on with `nextStart`.
 *
 * @throws {LinkedInFailure}
 * Source: rsc-sync 15.
 */
export async function findEntityAclAssignees(
  client: Client,
  criteria: EntityAclAssigneeCriteria,
  page: { start: number; count: number } = { start: 0, count: 100 },
): Promise<Page<EntityAclAssignee>> {
  const query = formatFinderQuery('criteria', { ...criteria, ...page }, client.protocolVersion)
  const answer = await sendCall(client, { method: 'GET', path: resource.path, query })
  return readPage(answer, entityAclAssigneeAnswerSchema, page)
}

/**
 * Takes people off access lists. One verdict per key; an unknown key is a refusal of kind `notFound`.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 14 and 15.
 */
export function deleteEntityAclAssignees(
  client: Client,
  keys: readonly EntityAclAssigneeKey[],
): Promise<RecordVerdict<EntityAclAssigneeKey>[]> {
  return deleteBatch<EntityAclAssigneeKey>(client, resource, keys)
}
