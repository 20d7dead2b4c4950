import type { RunningSandbox } from '../start-sandbox.ts'
import type { Receiver } from './receiver.ts'
import { type Answer, wireCall } from './wire-call.ts'

export const organization = 'urn:li:organization:4102938'
export const contract = 'urn:li:contract:771203'

/** A customer application of one tenant, made over the wire. */
export interface Customer {
  readonly clientId: string
  readonly clientSecret: string
  readonly token: string
  call(line: string, parts?: Omit<Parameters<typeof wireCall>[2] & object, 'token'>): Promise<Answer>
}

export async function takeParentToken({ url }: RunningSandbox): Promise<string> {
  const { body } = await wireCall(url, 'GET /_sandbox/credentials')
  return takeToken(url, body.parentApplication.clientId, body.parentApplication.clientSecret)
}

export async function takeToken(url: string, clientId: string, clientSecret: string): Promise<string> {
  const secret = encodeURIComponent(clientSecret)
  const form = `grant_type=client_credentials&client_id=${clientId}&client_secret=${secret}`
  const { body } = await wireCall(url, 'POST /oauth/v2/accessToken', { form })
  return body.access_token
}

export async function provision(running: RunningSandbox, uniqueForeignId = 'tenant-nl'): Promise<Customer> {
  const { url } = running
  const answer = await wireCall(url, 'POST /v2/provisionedApplications', {
    token: await takeParentToken(running),
    json: {
      uniqueForeignId,
      name: `Lodestone - ${uniqueForeignId}`,
      description: 'A tenant of the tests',
      oauth2AuthorizedCallbackUrls: ['https://hiring.tulpenveld.example/linkedin/return'],
      validJsSdkDomains: ['https://hiring.tulpenveld.example'],
    },
  })
  const clientId: string = answer.body.credentials.client_id
  const clientSecret: string = answer.body.credentials.client_secret
  const token = await takeToken(url, clientId, clientSecret)
  return { clientId, clientSecret, token, call: (line, parts) => wireCall(url, line, { ...parts, token }) }
}

/** Requested, named, with a CALLBACK_URL, and switched on by the Recruiter administrator. */
export async function connect(
  running: RunningSandbox,
  customer: Customer,
  wish: { level: 'company' | 'contract'; receiver: Receiver },
): Promise<void> {
  wish.receiver.secret = customer.clientSecret
  await steer(running, customer, 'request', wish.level)
  await nameEverything(customer, wish.level)
  await setCallbackUrl(customer, wish.receiver.url)
  await running.settle()
  const enabled = await steer(running, customer, 'enable', wish.level)
  if (enabled.status !== 200) throw new Error(`The test world could not be connected: ${enabled.text}`)
  await running.settle()
}

export function steer(running: RunningSandbox, customer: Customer, action: string, level: string): Promise<Answer> {
  const json = { action, clientId: customer.clientId, level, contract }
  return wireCall(running.url, 'POST /_sandbox/integrations', { json })
}

export async function nameEverything(customer: Customer, level: 'company' | 'contract'): Promise<void> {
  const types = ['ONE_CLICK_EXPORT', 'IN_ATS_INDICATOR', 'PROFILE_PLUGIN', ...(level === 'contract' ? ['CSA_API'] : [])]
  for (const type of types) {
    const context = type === 'CSA_API' ? contract : organization
    const key = `integrationContext=${context}&integrationType=${type}&tenantType=RECRUITER&dataProvider=ATS`
    const query = key
      .split('&')
      .map(part => `ids[0].${part}`)
      .join('&')
    await customer.call(`POST /v2/atsIntegrations?${query}`, {
      headers: { 'x-restli-method': 'batch_partial_update' },
      json: { entities: { [key]: { patch: { $set: { integrationName: 'Lodestone - Tulpenveld' } } } } },
    })
  }
}

export const exportIntegration = `integrationContext=${organization}&integrationType=ONE_CLICK_EXPORT&tenantType=RECRUITER&dataProvider=ATS`

export function setCallbackUrl(customer: Customer, value: string): Promise<Answer> {
  return configure(customer, 'CALLBACK_URL', value)
}

export function configure(customer: Customer, name: string, value: string): Promise<Answer> {
  return customer.call(`PUT /v2/atsIntegrations/${exportIntegration}/configurations?ids=${name}`, {
    headers: { 'x-restli-method': 'batch_update' },
    json: { entities: { [name]: { configurationValue: { string: value } } } },
  })
}

export function aJob(externalJobPostingId: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    integrationContext: organization,
    externalJobPostingId,
    jobPostingOperationType: 'CREATE',
    state: 'LISTED',
    title: 'Greenhouse climate engineer',
    description: 'Keeps the climate computers of forty hectares of greenhouse honest, by day and by night. '.repeat(2),
    location: 'Zwolle, Netherlands',
    companyApplyUrl: `https://hiring.tulpenveld.example/apply/${externalJobPostingId}`,
    listedAt: Date.now() - 60_000,
    availability: 'PRIVATE_TO_ATS_INTEGRATION',
    ...changes,
  }
}

export function postJobs(customer: Customer, jobs: readonly unknown[]): Promise<Answer> {
  return customer.call('POST /v2/simpleJobPostings', {
    headers: { 'x-restli-method': 'batch_create' },
    json: { elements: jobs },
  })
}
