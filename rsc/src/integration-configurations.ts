import { z } from 'zod'
import type { IntegrationKey } from './ats-integrations.ts'
import { type RecordReading, type RecordVerdict, stringKeys } from './batch.ts'
import { deleteBatch, getBatch, putBatch } from './batch-calls.ts'
import type { Client } from './client.ts'
import { formatPathKey } from './restli-key.ts'

/** The configurations of RSC. Source: rsc-sync 6, rsc-recruiter 2.2. */
export const configurationNames = ['CALLBACK_URL', 'JOB_POSTING_VIEWERS', 'APPLICATION_VIEWERS'] as const

/** One of {@link configurationNames}. */
export type ConfigurationName = (typeof configurationNames)[number]

/** The integration type that each configuration belongs to. Source: rsc-sync 6. */
export const configurationOwners = {
  CALLBACK_URL: 'ONE_CLICK_EXPORT',
  JOB_POSTING_VIEWERS: 'ONE_CLICK_EXPORT',
  APPLICATION_VIEWERS: 'IN_ATS_INDICATOR',
} as const satisfies Record<ConfigurationName, string>

/** The only value of the two viewer configurations. Source: rsc-sync 6. */
export const allProductUsers = 'ALL_PRODUCT_USERS'

/**
 * One configuration record: a union that holds a text. The text itself is checked by {@link configurationValueSchemas}.
 *
 * Source: rsc-sync 6.
 */
export const configurationRecordSchema = z.strictObject({
  configurationValue: z.strictObject({ string: z.string().min(1) }),
})

/**
 * What LinkedIn accepts as a callback address: https on port 443 or 80. It must also be unique per customer, which no
 * schema can see.
 *
 * Source: rsc-sync 6, rsc-recruiter 2.2.
 */
export const callbackUrlSchema = z.string().refine(isSecureCallbackUrl, 'must be an https address on port 443 or 80')

/**
 * A callback address over plain http to this machine itself. LinkedIn does not accept it: it is the one deviation that the
 * sandbox allows outside its strict mode, so that both can run on one computer.
 */
export const loopbackCallbackUrlSchema = z.string().refine(isLoopbackUrl, 'must be an http address of this machine')

/** What LinkedIn accepts as value of each configuration. Source: rsc-sync 6. */
export const configurationValueSchemas = {
  CALLBACK_URL: callbackUrlSchema,
  JOB_POSTING_VIEWERS: z.literal(allProductUsers),
  APPLICATION_VIEWERS: z.literal(allProductUsers),
} as const satisfies Record<ConfigurationName, z.ZodType<string>>

/**
 * One configuration of an answer: the union, or a bare text.
 *
 * Source: rsc-sync 6 (inferred by the reference).
 */
export const configurationAnswerSchema = z
  .looseObject({
    configurationValue: z.union([z.string(), z.looseObject({ string: z.string() }).transform(union => union.string)]),
  })
  .transform(answer => answer.configurationValue)

/**
 * Sets configurations of one integration; each value replaces the former one. One verdict per configuration.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 6.
 */
export function putConfigurations(
  client: Client,
  integration: IntegrationKey,
  values: Partial<Record<ConfigurationName, string>>,
): Promise<RecordVerdict<string>[]> {
  const records = Object.entries(values).map(([key, string]) => ({ key, record: { configurationValue: { string } } }))
  return putBatch(client, buildResource(client, integration), records)
}

/**
 * Reads configurations of one integration; the value of a reading is the text.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 6.
 */
export function getConfigurations(
  client: Client,
  integration: IntegrationKey,
  names: readonly ConfigurationName[],
): Promise<RecordReading<string, string>[]> {
  const resource = { ...buildResource(client, integration), schema: configurationAnswerSchema }
  return getBatch(client, resource, names)
}

/**
 * Deletes configurations of one integration, back to LinkedIn's default.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 6.
 */
export function deleteConfigurations(
  client: Client,
  integration: IntegrationKey,
  names: readonly ConfigurationName[],
): Promise<RecordVerdict<string>[]> {
  return deleteBatch(client, buildResource(client, integration), names)
}

function buildResource(client: Client, integration: IntegrationKey) {
  const path = `/atsIntegrations/${formatPathKey(integration, client.protocolVersion)}/configurations`
  return { path, spelling: stringKeys }
}

function isSecureCallbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'https:' && (url.port === '' || url.port === '80') && url.hostname !== ''
}

function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname) || url.hostname.endsWith('.localhost')
  return url.protocol === 'http:' && isLocal
}
