import { z } from 'zod'
import { compositeKeys, type RecordReading, type RecordVerdict } from './batch.ts'
import { type BatchResource, getBatch, patchBatch } from './batch-calls.ts'
import { type Client, sendCall } from './client.ts'
import { readElements } from './paging.ts'
import { formatFinderQuery } from './restli-key.ts'
import { findFirstText } from './tolerant-fields.ts'
import { contractUrnSchema, organizationUrnSchema } from './urns.ts'

/** The integration types of RSC and of the products that share the resource. Source: rsc-sync 4, rsc-recruiter 2. */
export const integrationTypes = [
  'ONE_CLICK_EXPORT',
  'IN_ATS_INDICATOR',
  'PROFILE_PLUGIN',
  'CSA_API',
  'RECOMMENDED_MATCHES',
  'UNIFIED_SEARCH',
  'APPLY_CONNECT',
  'APPLY_WITH_LINKEDIN',
] as const

/** One of {@link integrationTypes}. */
export type IntegrationType = (typeof integrationTypes)[number]

/**
 * The states of an integration. `UNKNOWN` stands for every word that we do not know; only `ENABLED` permits anything.
 *
 * Source: rsc-sync 5.2, rsc-recruiter 2.1 and 3.3 (inferred by the reference).
 */
export const integrationStatuses = ['REQUESTED', 'PARTNER_READY', 'ENABLED', 'DISABLED', 'UNKNOWN'] as const

/** One of {@link integrationStatuses}. */
export type IntegrationStatus = (typeof integrationStatuses)[number]

/**
 * The key of an integration. `CSA_API` belongs to a contract, every other type to an organization.
 *
 * Source: rsc-sync 1.4 and 4.
 */
export const integrationKeySchema = z
  .strictObject({
    integrationContext: z.union([organizationUrnSchema, contractUrnSchema], {
      error: 'must be urn:li:organization:{number} or urn:li:contract:{number}',
    }),
    integrationType: z.enum(integrationTypes),
    tenantType: z.enum(['RECRUITER', 'JOBS']),
    dataProvider: z.literal('ATS'),
  })
  .refine(isContextOfType, {
    path: ['integrationContext'],
    error: 'must be a contract for CSA_API and an organization for every other type',
  })

/** The key of an integration, ready for the key grammar. */
export type IntegrationKey = z.infer<typeof integrationKeySchema>

/**
 * One entity of a naming call: the name that the customer sees in Recruiter.
 *
 * Source: rsc-sync 5.1.
 */
export const integrationNamePatchSchema = z.strictObject({
  patch: z.strictObject({ $set: z.strictObject({ integrationName: z.string().min(1) }) }),
})

/**
 * The state part of an integration record. The state is `status`, else `integrationStatus`; a word that we do not know
 * becomes `UNKNOWN` and stays readable in `statusText`.
 *
 * Source: rsc-sync 5.2, rsc-recruiter 2.1 and 3.5.
 */
export const integrationStateAnswerSchema = z.looseObject({}).transform(answer => {
  const statusText = findFirstText(answer, 'status', 'integrationStatus')
  return {
    integrationName: findFirstText(answer, 'integrationName'),
    status: readStatus(statusText),
    statusText,
    raw: { ...answer },
  }
})

/** One integration record of a finder: the key parts and the state. Source: rsc-recruiter 3.5. */
export const integrationAnswerSchema = z
  .looseObject({
    integrationContext: z.string().min(1),
    integrationType: z.string().min(1),
    tenantType: z.string().min(1),
    dataProvider: z.string().min(1),
  })
  .transform(answer => ({
    integrationContext: answer.integrationContext,
    integrationType: answer.integrationType,
    tenantType: answer.tenantType,
    dataProvider: answer.dataProvider,
    ...integrationStateAnswerSchema.parse(answer),
  }))

/** An integration as LinkedIn holds it. `raw` is the whole record, for diagnosis. */
export type Integration = z.infer<typeof integrationAnswerSchema>

/** Whether this integration permits sending and reading: only the state `ENABLED` does. Source: rsc-recruiter 2.1. */
export function isEnabled(integration: Pick<Integration, 'status'>): boolean {
  return integration.status === 'ENABLED'
}

const atsIntegrations = { path: '/atsIntegrations', spelling: compositeKeys }

/**
 * Gives integrations the name that the customer sees in Recruiter. Together with the callback address this makes LinkedIn
 * show "Partner ready". The records must exist: the customer made them by his request. One verdict per integration.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 5.1.
 */
export function nameIntegrations(
  client: Client,
  integrations: readonly { key: IntegrationKey; integrationName: string }[],
): Promise<RecordVerdict<IntegrationKey>[]> {
  const records = integrations.map(({ key, integrationName }) => ({
    key,
    record: { patch: { $set: { integrationName } } },
  }))
  return patchBatch<IntegrationKey>(client, atsIntegrations, records)
}

/**
 * Reads integrations by their keys, one reading per key. The key parts of the value are those that were asked for.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 5.2.
 */
export async function getIntegrations(
  client: Client,
  keys: readonly IntegrationKey[],
): Promise<RecordReading<IntegrationKey, Integration>[]> {
  const resource: BatchResource<IntegrationKey> = atsIntegrations
  const readings = await getBatch(client, { ...resource, schema: integrationStateAnswerSchema }, keys)
  return readings.map(reading => (reading.ok ? { ...reading, value: { ...reading.key, ...reading.value } } : reading))
}

/**
 * Reads the integrations that an `INTEGRATION_STATUS_CHANGE` push is about.
 *
 * @throws {LinkedInFailure}; `notFound` when LinkedIn does not know the request.
 * Source: rsc-sync 5.3, rsc-recruiter 3.5.
 */
export async function getIntegrationsByRequest(client: Client, requestId: string): Promise<Integration[]> {
  const query = formatFinderQuery('request', { requestId }, client.protocolVersion)
  const answer = await sendCall(client, { method: 'GET', path: atsIntegrations.path, query })
  return readElements(answer, integrationAnswerSchema)
}

function isContextOfType(key: { integrationContext: string; integrationType: IntegrationType }): boolean {
  return key.integrationContext.startsWith('urn:li:contract:') === (key.integrationType === 'CSA_API')
}

function readStatus(text: string | null): IntegrationStatus {
  return integrationStatuses.find(status => status === text) ?? 'UNKNOWN'
}
