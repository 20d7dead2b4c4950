import Ajv from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeCursor } from './platform/http/paging.ts'
import type { Router } from './platform/http/router.ts'
import { createServer } from './platform/http/server.ts'
import { testApp } from './platform/testing/test-app.ts'
import { buildRoutes } from './routes.ts'
import type { ApiWorld, Caller } from './testing/api-callers.ts'
import { anApiWorld } from './testing/api-callers.ts'
import type { JsonSchema } from './testing/arbitrary-input.ts'
import { fitting, nearly, odd } from './testing/arbitrary-input.ts'

// Once for all the product, and on a server for what its database says otherwise.
const requests = Number(
  process.env.LODESTONE_FUZZ_REQUESTS ?? (process.env.LODESTONE_TEST_DATABASE_URL ? 1_500 : 10_000),
)
const seed = Number(process.env.LODESTONE_FUZZ_SEED ?? Date.now() % 2 ** 31)
// Some requests switch people off, sign them out or close the only job: then there is less and less to ask for.
const REQUESTS_PER_WORLD = 60

interface Operation {
  method: string
  path: string
  parameters: { name: string; in: string; required?: boolean; schema: JsonSchema }[]
  body: JsonSchema | undefined
  responses: Record<string, { content?: Record<string, { schema?: JsonSchema }> }>
}

interface Question {
  operation: Operation
  /** Which caller of the world, and which of its ids go where: the world itself changes. */
  caller: number
  params: Record<string, string>
  query: Record<string, unknown>
  body: unknown
  key: string | undefined
}

interface Trial {
  asked: string
  status: number
  contentType: string | null
  body: string
}

const ID = /^@(\d+)$/
/** The administrator and the recruiter, who get furthest. */
const someoneAtHome = fc.constantFrom(1, 2)
const someId = fc.nat({ max: 40 }).map(n => `@${n}`)

test(`whatever is asked, the API answers as it says it does (${requests} requests, seed ${seed})`, {
  timeout: 60_000 + requests * 400,
}, async () => {
  console.log(`fuzz: ${requests} requests, seed ${seed}; LODESTONE_FUZZ_SEED=${seed} repeats them`)
  const app = await testApp()
  const server = await createServer(app, buildRoutes(app))
  const document = await (await server.request('/api/openapi.json')).json()
  const operations = operationsOf(document)
  const isTrue = judgeOf(document)
  const statuses = new Map<number, number>()
  const [tried, reached] = [new Set<string>(), new Set<string>()]
  let world: ApiWorld | undefined
  let asked = 0

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...operations).chain(questionAbout), async question => {
      if (asked++ % REQUESTS_PER_WORLD === 0) world = await anApiWorld(app)
      const trial = await ask(server, question, world as ApiWorld) // made just now, at the latest
      statuses.set(trial.status, (statuses.get(trial.status) ?? 0) + 1)
      tried.add(nameOf(question.operation))
      if (trial.status < 300) reached.add(nameOf(question.operation))
      expect(trial.status, `${trial.asked}\n${trial.body}`).toBeLessThan(500)
      expect(isTrue(question.operation, trial), `${trial.asked} -> ${trial.status}\n${trial.body}`).toBe(
        'as documented',
      )
    }),
    { numRuns: requests, seed, endOnFailure: true },
  )
  const told = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
  const refused = operations.map(nameOf).filter(name => !reached.has(name))
  console.log(`fuzz: ${told.join(', ')}; ${reached.size} of ${operations.length} operations succeeded at least once`)
  console.log(`fuzz: never with success: ${refused.join(', ')}`)
  // A few requests are for looking into one seed.
  if (requests < 1_500) return
  expect(operations.map(nameOf).filter(name => !tried.has(name))).toEqual([])
  // A fuzz that is turned away at the door everywhere proves nothing.
  expect(reached.size).toBeGreaterThan(operations.length / 3)
})

function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`
}

function questionAbout(operation: Operation): fc.Arbitrary<Question> {
  const named = (place: string) => operation.parameters.filter(parameter => parameter.in === place)
  const text = fc.oneof({ weight: 6, arbitrary: someId }, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }))
  const queries = named('query').map(({ name, schema }) => {
    const fits = isPosition(name) ? position : fitting(schema, someId)
    const value = fc.oneof({ weight: 5, arbitrary: fits }, { weight: 1, arbitrary: odd })
    return [name, value] as const
  })
  const valid = operation.body ? fitting(operation.body, someId) : fc.constant(undefined)
  const nonsense = fc.oneof(odd, fc.constant(undefined))
  return fc.record({
    operation: fc.constant(operation),
    caller: fc.oneof({ weight: 3, arbitrary: someoneAtHome }, { weight: 2, arbitrary: fc.nat({ max: 1_000 }) }),
    params: fc.record(Object.fromEntries(named('path').map(({ name }) => [name, text]))),
    query: fc.record(Object.fromEntries(queries), { requiredKeys: [] }),
    body: fc.oneof(
      { weight: 5, arbitrary: valid },
      { weight: 3, arbitrary: operation.body ? nearly(valid) : nonsense },
      { weight: 1, arbitrary: nonsense },
    ),
    key: fc.option(fc.oneof(fc.uuid(), fc.string({ maxLength: 300 })), { nil: undefined, freq: 3 }),
  })
}

/** Looks like a position in a list, so that it is read beyond its form. */
const position = fc
  .oneof(
    fc.tuple(odd, odd),
    fc.tuple(fc.constantFrom('newest', 'added', 'name'), fc.tuple(text(), time(), text())),
    fc.tuple(time(), text()),
    fc.tuple(text(), text()),
    fc.tuple(fc.constantFrom('added', 'name'), time(), text()),
    fc.tuple(text(), text(), text()),
    fc.tuple(fc.nat().map(String), text()),
    text(),
  )
  .map(encodeCursor)

function text() {
  return fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('\0', '~', 'cand_', '\u{1f337}'))
}

function time() {
  const times = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z', '2026-11-23T08:00:00.000Z']
  return fc.constantFrom(...times)
}

function isPosition(name: string): boolean {
  return name === 'next' || name === 'since'
}

async function ask(server: Router, question: Question, world: ApiWorld): Promise<Trial> {
  const { operation, caller, query, key } = question
  const path = operation.path.replaceAll(/(\w+)\/\{(\w+)\}/g, (_all, before: string, name: string) => {
    const value = withIds(question.params[name], world.ids, name === 'id' ? before : name)
    return `${before}/${encodeURIComponent(wellFormed(String(value)))}`
  })
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [
      name,
      wellFormed(textOf(withIds(value, world.ids, name))),
    ]),
  )
  const address = `${path}${search.size > 0 ? `?${search}` : ''}`
  const who = world.callers[caller % world.callers.length] as Caller // a remainder is within the list
  const body = question.body === undefined ? undefined : JSON.stringify(withIds(question.body, world.ids, ''))
  const method = operation.method.toUpperCase()
  const headers = {
    ...who.headers,
    ...(body === undefined || method === 'GET' ? {} : { 'content-type': 'application/json' }),
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...(key !== undefined && method === 'POST' && isHeaderText(key) ? { 'idempotency-key': key } : {}),
  }
  const init = { method, headers, ...(body === undefined || method === 'GET' ? {} : { body }) }
  const answer = await server.request(address, init)
  const trial: Trial = {
    asked: `${who.who}: ${method} ${address} ${body ?? ''}`,
    status: answer.status,
    contentType: answer.headers.get('content-type'),
    body: '',
  }
  // The stream of events has no end.
  if (trial.contentType?.startsWith('text/event-stream')) await answer.body?.cancel()
  else trial.body = await answer.text()
  return trial
}

/** Puts real ids where `@12` stands: as a rule of the kind that belongs there, so that more than the door is tried. */
function withIds(value: unknown, ids: readonly string[], place: string): unknown {
  if (typeof value === 'string') {
    const number = ID.exec(value)?.[1]
    if (number === undefined) return value
    const kind = kinds.find(([name]) => name.test(place))?.[1] ?? ''
    const fitting = Number(number) % 4 === 0 ? ids : ids.filter(id => id.startsWith(kind))
    return fitting[Math.floor(Number(number) / 4) % fitting.length] ?? value
  }
  if (Array.isArray(value)) return value.map(one => withIds(one, ids, place))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withIds(inner, ids, name)]))
}

const kinds: [place: RegExp, prefix: string][] = [
  [/^jobs|jobId/i, 'job_'],
  [/^candidate/i, 'cand_'],
  [/^applications/i, 'app_'],
  [/^closings|^reopenings/i, 'clos_'],
  [/stageId/i, 'stage_'],
  [/^users|userId|delegateOf/i, 'user_'],
  [/^api-tokens/i, 'tok_'],
  [/^saved-views/i, 'view_'],
  [/^talent-pools|pool/i, 'pool_'],
]

function judgeOf(document: object) {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  ajv.addSchema(document, 'api')
  return ({ method, path, responses }: Operation, { status, contentType, body }: Trial): string => {
    const documented = responses[status] ? String(status) : 'default'
    if (status < 300 && documented === 'default') return `the status ${status} is not in the document`
    if (status >= 300 && contentType !== 'application/problem+json') return `a refusal came as ${contentType}`
    const kind = status < 300 ? 'application/json' : 'application/problem+json'
    if (!responses[documented]?.content?.[kind]) return body === '' ? 'as documented' : 'the answer should be empty'
    if (status < 300 && !contentType?.startsWith(kind)) return `the answer came as ${contentType}`
    const place = ['paths', path, method, 'responses', documented, 'content', kind, 'schema']
    const pointer = place.map(part => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
    const validate = ajv.getSchema(`api#/${pointer}`)
    if (!validate) return `no schema at ${pointer}`
    const parsed: unknown = JSON.parse(body)
    if (!validate(parsed)) return ajv.errorsText(validate.errors)
    if (status >= 300 && Object(parsed).status !== status) return 'the problem names another status'
    return 'as documented'
  }
}

function operationsOf(document: { paths: Record<string, Record<string, object>> }): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const { parameters = [], requestBody, responses } = Object(operation)
      return { method, path, parameters, responses, body: requestBody?.content['application/json']?.schema }
    }),
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

// Half of a pair of surrogates cannot be written in an address.
function wellFormed(text: string): string {
  return text.replaceAll(/[\ud800-\udfff]/gu, '')
}

// Others cannot be sent by any client.
function isHeaderText(text: string): boolean {
  return /^[\x21-\x7e][\x20-\x7e]*$/.test(text)
}
