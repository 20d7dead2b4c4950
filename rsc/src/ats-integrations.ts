import { z } from 'zod'
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
 * One integration record of an answer. The state is `status`, else `integrationStatus`; a word that we do not know
 * becomes `UNKNOWN` and stays readable in `statusText`.
 *
 * Source: rsc-sync 5.2, rsc-recruiter 2.1 and 3.5.
 */
export const integrationAnswerSchema = z
  .looseObject({
    integrationContext: z.string().min(1),
    integrationType: z.string().min(1),
    tenantType: z.string().min(1),
    dataProvider: z.string().min(1),
    integrationName: z.string().nullish(),
    status: z.unknown().optional(),
    integrationStatus: z.unknown().optional(),
  })
  .transform(answer => {
    const statusText = readStatusText(answer.status) ?? readStatusText(answer.integrationStatus)
    return {
      integrationContext: answer.integrationContext,
      integrationType: answer.integrationType,
      tenantType: answer.tenantType,
      dataProvider: answer.dataProvider,
      integrationName: answer.integrationName ?? null,
      status: readStatus(statusText),
      statusText,
      raw: { ...answer },
    }
  })

/** An integration as LinkedIn holds it. `raw` is the whole record, for diagnosis. */
export type Integration = z.infer<typeof integrationAnswerSchema>

/** Whether this integration permits sending and reading: only the state `ENABLED` does. Source: rsc-recruiter 2.1. */
export function isEnabled(integration: Pick<Integration, 'status'>): boolean {
  return integration.status === 'ENABLED'
}

function isContextOfType(key: { integrationContext: string; integrationType: IntegrationType }): boolean {
  return key.integrationContext.startsWith('urn:li:contract:') === (key.integrationType === 'CSA_API')
}

function readStatusText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function readStatus(text: string | null): IntegrationStatus {
  return integrationStatuses.find(status => status === text) ?? 'UNKNOWN'
}
