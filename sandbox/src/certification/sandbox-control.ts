import { z } from 'zod'
import { RuleBroken } from './demand.ts'

const callSchema = z.object({
  number: z.number(),
  direction: z.enum(['in', 'out']),
  at: z.number(),
  durationMs: z.number(),
  method: z.string(),
  path: z.string(),
  query: z.string(),
  resource: z.string(),
  tokenKind: z.enum(['parent', 'child', 'member']).nullable(),
  requestBody: z.string(),
  status: z.number().nullable(),
  responseBody: z.string(),
})
/** A call that the sandbox recorded: `in` from an ATS, `out` to one. */
export type SeenCall = z.infer<typeof callSchema>

const credentialsSchema = z.object({
  people: z.array(
    z.object({
      name: z.string(),
      email: z.string(),
      password: z.string(),
      seats: z.array(z.object({ contract: z.string(), roles: z.array(z.string()) })),
    }),
  ),
  contracts: z.array(z.object({ urn: z.string(), name: z.string(), organization: z.string() })),
})
type Credentials = z.infer<typeof credentialsSchema>

const accessRowSchema = z.object({ status: z.string(), integrationName: z.string().nullable() })
const accessSchema = z.object({
  clientId: z.string(),
  keys: z.array(z.object({ integrationContext: z.string(), integrationType: z.string() }).loose()),
  company: accessRowSchema,
  contract: accessRowSchema,
})
/** Both rows as Recruiter shows them, and the keys that LinkedIn's plugin calls the page with. */
export type AccessShown = z.infer<typeof accessSchema>

export interface AccessOrder {
  readonly action: 'request' | 'notify' | 'enable' | 'disable'
  readonly level: 'company' | 'contract'
  readonly uniqueForeignId: string
  readonly contract: string
  /** Who does it, in LinkedIn's plugin or in Recruiter. */
  readonly byEmail: string
}

const clockSchema = z.object({ now: z.number(), isFrozen: z.boolean() })
const refusalSchema = z.object({ message: z.string(), reason: z.string().default('') })

export interface ExportOrder {
  readonly recruiterEmail: string
  readonly memberId: string
  readonly clientId: string
  readonly integrationContext: string
  readonly externalJobPostingId: string
}

export type ExportAnswer =
  | { readonly ok: true; readonly requestId: string }
  | { readonly ok: false; readonly reason: string; readonly message: string }

/** The sandbox as anybody can steer it from outside: over HTTP. */
export interface SandboxControl {
  readonly url: string
  listCalls(filter: { clientId: string; after: number }): Promise<readonly SeenCall[]>
  lastCallNumber(): Promise<number>
  listRecords<Row>(collection: string, row: z.ZodType<Row>): Promise<readonly Row[]>
  readPeople(): Promise<Credentials['people']>
  readContracts(): Promise<Credentials['contracts']>
  steerAccess(order: AccessOrder): Promise<AccessShown>
  addMember(member: Readonly<Record<string, unknown>>): Promise<void>
  exportMember(order: ExportOrder): Promise<ExportAnswer>
  addFault(fault: Readonly<Record<string, unknown>>): Promise<void>
  clearFaults(): Promise<void>
  readClock(): Promise<z.infer<typeof clockSchema>>
  moveClock(move: { advanceMs: number } | { set: number }): Promise<void>
  settle(): Promise<void>
}

// A jump of a day runs a day of retries and challenges before it answers.
const LONGEST_ANSWER_MS = 120_000

export function openSandboxControl(sandboxUrl: string): SandboxControl {
  const url = sandboxUrl.replace(/\/$/, '')

  async function call(method: string, path: string, body?: object): Promise<{ status: number; json: unknown }> {
    const request = {
      method,
      signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    }
    const answer = await fetch(`${url}/_sandbox/${path}`, request).catch(error => {
      throw new Error(`There is no sandbox at ${url}. Start one with: npm run sandbox`, { cause: error })
    })
    return { status: answer.status, json: await answer.json().catch(() => null) }
  }

  async function ask<Answer>(schema: z.ZodType<Answer>, ...[method, path, body]: Parameters<typeof call>) {
    const { status, json } = await call(method, path, body)
    if (status === 200) return schema.parse(json)
    throw new RuleBroken({
      expected: `the sandbox carries out ${method} ${path}`,
      actual: `it answers ${status}: ${readMessage(json)}`,
    })
  }

  return {
    url,
    listCalls: async ({ clientId, after }) => {
      const filter = new URLSearchParams({ clientId, after: String(after), limit: '5000' })
      return (await ask(z.object({ calls: z.array(callSchema) }), 'GET', `traffic?${filter}`)).calls
    },
    lastCallNumber: async () => {
      const { calls } = await ask(z.object({ calls: z.array(callSchema) }), 'GET', 'traffic?limit=1')
      return calls.at(-1)?.number ?? 0
    },
    listRecords: async (collection, row) =>
      (await ask(z.object({ records: z.array(row) }), 'GET', `state/${collection}`)).records,
    readPeople: async () => (await ask(credentialsSchema, 'GET', 'credentials')).people,
    readContracts: async () => (await ask(credentialsSchema, 'GET', 'credentials')).contracts,
    steerAccess: order => ask(accessSchema, 'POST', 'integrations', order),
    addMember: async member => void (await ask(z.unknown(), 'POST', 'members', member)),
    exportMember: async order => {
      const { status, json } = await call('POST', 'exports', order)
      if (status === 200) return { ok: true, ...z.object({ requestId: z.string() }).parse(json) }
      return { ok: false, ...refusalSchema.parse(json) }
    },
    addFault: async fault => void (await ask(z.unknown(), 'POST', 'faults', fault)),
    clearFaults: async () => void (await ask(z.unknown(), 'DELETE', 'faults')),
    readClock: () => ask(clockSchema, 'GET', 'clock'),
    moveClock: async move => void (await ask(z.unknown(), 'POST', 'clock', move)),
    settle: async () => void (await ask(z.unknown(), 'POST', 'settle')),
  }
}

function readMessage(json: unknown): string {
  const parsed = refusalSchema.safeParse(json)
  return parsed.success ? parsed.data.message : 'without a reason'
}
