import { z } from 'zod'
import { readAnswer, requireSuccess } from './answer.ts'
import { type Client, sendCall } from './client.ts'
import { readElements } from './paging.ts'
import { formatFinderQuery } from './restli-key.ts'
import { developerApplicationUrnSchema } from './urns.ts'

/**
 * The body of a create call. `name` is shown to members: `{ATS name} - {customer name}`, at most 50 characters, without
 * the word "LinkedIn". `uniqueForeignId` is our id of the customer. `validJsSdkDomains` are origins without a slash at the end.
 *
 * Source: rsc-sync 3.1 (provisionedApplications).
 */
export const newProvisionedApplicationSchema = z.strictObject({
  uniqueForeignId: z.string().min(1),
  name: z.string().min(1).max(50).refine(isFreeOfBrand, 'must not contain "LinkedIn"'),
  description: z.string().min(1),
  oauth2AuthorizedCallbackUrls: z.array(webAddressSchema()).optional(),
  validJsSdkDomains: z.array(originSchema()).optional(),
})

/** What is sent to create a child application. */
export type NewProvisionedApplication = z.infer<typeof newProvisionedApplicationSchema>

/**
 * The body of an update call: either or both lists, each replacing the whole list.
 *
 * Source: rsc-sync 3.3.
 */
export const provisionedApplicationPatchSchema = z.strictObject({
  patch: z.strictObject({
    $set: z
      .strictObject({
        oauth2AuthorizedCallbackUrls: z.array(webAddressSchema()).optional(),
        validJsSdkDomains: z.array(originSchema()).optional(),
      })
      .refine(changes => Object.keys(changes).length > 0, 'must change something'),
  }),
})

/** The changes that an update call can make. */
export type ProvisionedApplicationChanges = z.infer<typeof provisionedApplicationPatchSchema>['patch']['$set']

/**
 * The answer to a create call. It is the only time that LinkedIn shows the secret.
 *
 * Source: rsc-sync 3.1.
 */
export const createdApplicationAnswerSchema = z
  .looseObject({
    key: developerApplicationUrnSchema,
    credentials: z.looseObject({ client_id: z.string().min(1), client_secret: z.string().min(1) }),
  })
  .transform(answer => ({
    applicationUrn: answer.key,
    clientId: answer.credentials.client_id,
    clientSecret: answer.credentials.client_secret,
  }))

/** The credentials of a child application that was just made. */
export type CreatedApplication = z.infer<typeof createdApplicationAnswerSchema>

/**
 * One element of the answer to a read call. The secret is never in it.
 *
 * Source: rsc-sync 3.2.
 */
export const provisionedApplicationAnswerSchema = z
  .looseObject({
    key: developerApplicationUrnSchema,
    uniqueForeignId: z.string().nullish(),
    name: z.string().nullish(),
    description: z.string().nullish(),
    validJsSdkDomains: z.array(z.string()).nullish(),
    oauth2AuthorizedCallbackUrls: z.array(z.string()).nullish(),
    credentials: z.looseObject({ client_id: z.string().min(1) }),
  })
  .transform(answer => ({
    applicationUrn: answer.key,
    uniqueForeignId: answer.uniqueForeignId ?? null,
    name: answer.name ?? null,
    description: answer.description ?? null,
    validJsSdkDomains: answer.validJsSdkDomains ?? [],
    oauth2AuthorizedCallbackUrls: answer.oauth2AuthorizedCallbackUrls ?? [],
    clientId: answer.credentials.client_id,
  }))

/** A child application as a read call shows it. */
export type ProvisionedApplication = z.infer<typeof provisionedApplicationAnswerSchema>

/**
 * Creates a child application for one customer. Parent client only. The secret in the result is shown this once.
 *
 * @throws {LinkedInFailure} `conflict` when the `uniqueForeignId` is taken, `forbidden` for a child's token.
 * Source: rsc-sync 3.1.
 */
export async function provisionApplication(
  client: Client,
  application: NewProvisionedApplication,
): Promise<CreatedApplication> {
  const answer = await sendCall(client, { method: 'POST', path: '/provisionedApplications', body: application })
  return readAnswer(answer, createdApplicationAnswerSchema)
}

/**
 * The child application of a customer, or undefined when there is none (an empty list or a 404). Parent client only.
 *
 * @throws {LinkedInFailure} for everything else.
 * Source: rsc-sync 3.2.
 */
export async function findProvisionedApplication(
  client: Client,
  uniqueForeignId: string,
): Promise<ProvisionedApplication | undefined> {
  const answer = await sendCall(client, {
    method: 'GET',
    path: '/provisionedApplications',
    query: formatFinderQuery('credentialsByUniqueForeignId', { uniqueForeignId }, client.protocolVersion),
  })
  if (answer.status === 404) return undefined
  return readElements(answer, provisionedApplicationAnswerSchema)[0]
}

/**
 * Replaces the redirect addresses or the origins of a child application, each list as a whole. Parent client only.
 *
 * @throws {LinkedInFailure}
 * Source: rsc-sync 3.3. The URN stands raw in the path.
 */
export async function updateProvisionedApplication(
  client: Client,
  applicationUrn: string,
  changes: ProvisionedApplicationChanges,
): Promise<void> {
  const urn = developerApplicationUrnSchema.parse(applicationUrn)
  const body = { patch: { $set: changes } }
  requireSuccess(await sendCall(client, { method: 'POST', path: `/provisionedApplications/${urn}`, body }))
}

function isFreeOfBrand(name: string): boolean {
  return !name.toLowerCase().includes('linkedin')
}

function webAddressSchema() {
  return z.url({ protocol: /^https?$/, error: 'must be a full http(s) address' })
}

function originSchema() {
  return z.string().refine(isOrigin, 'must be an origin such as https://ats.example, without a slash at the end')
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
}
