import type { Clock } from './clock.ts'
import { matchesPath } from './faults.ts'
import { redactHeaders, redactText } from './redaction.ts'

/** One call, coming in from an ATS or going out to one, without anything that could be used to call again. */
export interface RecordedCall {
  readonly number: number
  readonly direction: 'in' | 'out'
  readonly at: number
  readonly durationMs: number
  /** The verb that counts; differs from `sentMethod` when the call was tunnelled. */
  readonly method: string
  readonly sentMethod: string
  /** Path and query as they were meant, after tunnelling. */
  readonly path: string
  readonly query: string
  /** First path segment after the version: `atsIntegrations`. Empty for OAuth and outgoing calls. */
  readonly resource: string
  readonly restliMethod: string | null
  readonly isTunnelled: boolean
  readonly clientId: string | null
  readonly tokenKind: 'parent' | 'child' | 'member' | null
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly requestBody: string
  /** Null when the connection was cut or nobody answered. */
  readonly status: number | null
  readonly responseHeaders: Readonly<Record<string, string>>
  readonly responseBody: string
  readonly failure: string | null
}

type IncomingCall = Omit<RecordedCall, 'number' | 'direction' | 'failure'> & { readonly failure?: string | null }

interface TrafficFilter {
  readonly direction?: 'in' | 'out' | undefined
  readonly method?: string | undefined
  /** `*` stands for anything. */
  readonly path?: string | undefined
  readonly resource?: string | undefined
  readonly restliMethod?: string | undefined
  readonly clientId?: string | undefined
  readonly status?: number | undefined
  /** Only calls after the one with this number. */
  readonly after?: number | undefined
}

export interface Traffic {
  record(call: IncomingCall): RecordedCall
  /** An outgoing call is recorded when it ends, one way or the other. */
  beginOutgoing(call: {
    method: string
    url: string
    clientId: string
    headers: Readonly<Record<string, string>>
    body?: string
  }): OutgoingCall
  list(filter?: TrafficFilter): readonly RecordedCall[]
  find(number: number): RecordedCall | undefined
  count(filter?: TrafficFilter): number
  clear(): void
}

interface OutgoingCall {
  answered(answer: { status: number; body: string }): void
  failed(failure: string): void
}

const CALLS_KEPT = 20_000

export function createTraffic(clock: Clock): Traffic {
  let calls: RecordedCall[] = []
  let lastNumber = 0

  const keep = (call: Omit<RecordedCall, 'number'>): RecordedCall => {
    lastNumber += 1
    const recorded = { ...call, number: lastNumber }
    calls.push(recorded)
    if (calls.length > CALLS_KEPT * 1.1) calls = calls.slice(-CALLS_KEPT)
    return recorded
  }

  return {
    record: call =>
      keep({
        ...call,
        direction: 'in',
        failure: call.failure ?? null,
        query: redactText(call.query),
        requestHeaders: redactHeaders(call.requestHeaders),
        requestBody: redactText(call.requestBody),
        responseHeaders: redactHeaders(call.responseHeaders),
        responseBody: redactText(call.responseBody),
      }),
    beginOutgoing(call) {
      const at = clock.now()
      const startedAt = performance.now()
      const end = (outcome: Pick<RecordedCall, 'status' | 'responseBody' | 'failure'>) => {
        keep({ ...describeOutgoing(call), at, durationMs: Math.round(performance.now() - startedAt), ...outcome })
      }
      return {
        answered: ({ status, body }) => end({ status, responseBody: redactText(body), failure: null }),
        failed: failure => end({ status: null, responseBody: '', failure }),
      }
    },
    list: filter => (filter === undefined ? [...calls] : calls.filter(call => isWanted(call, filter))),
    find: number => calls.find(call => call.number === number),
    count: filter => calls.filter(call => filter === undefined || isWanted(call, filter)).length,
    clear() {
      calls = []
    },
  }
}

/** The call as a command to try by hand. The token is a variable: a copied command must not carry one. */
export function copyAsCurl(call: RecordedCall, origin: string): string {
  const isOut = call.direction === 'out'
  const address = `${isOut ? '' : origin}${call.path}${call.query === '' ? '' : `?${call.query}`}`
  const headers = Object.entries(call.requestHeaders)
    .filter(([name]) => /^(authorization|content-type|linkedin-version|x-restli-.*|x-li-.*)$/i.test(name))
    .map(([name, value]) =>
      /^authorization$/i.test(name) ? `-H "${name}: Bearer $TOKEN"` : `-H ${quote(`${name}: ${value}`)}`,
    )
  const body = call.requestBody === '' ? [] : [`--data-raw ${quote(call.requestBody)}`]
  return [`curl -g -X ${call.method} ${quote(address)}`, ...headers, ...body].join(' \\\n  ')
}

function describeOutgoing(call: {
  method: string
  url: string
  clientId: string
  headers: Readonly<Record<string, string>>
  body?: string
}) {
  const url = new URL(call.url)
  return {
    direction: 'out' as const,
    method: call.method,
    sentMethod: call.method,
    path: `${url.origin}${url.pathname}`,
    query: url.search.slice(1),
    resource: '',
    restliMethod: null,
    isTunnelled: false,
    clientId: call.clientId,
    tokenKind: null,
    requestHeaders: redactHeaders(call.headers),
    requestBody: call.body ?? '',
    responseHeaders: {},
  }
}

function isWanted(call: RecordedCall, filter: TrafficFilter): boolean {
  return (
    (filter.direction === undefined || call.direction === filter.direction) &&
    (filter.method === undefined || call.method === filter.method.toUpperCase()) &&
    (filter.path === undefined || matchesPath(filter.path, call.path)) &&
    (filter.resource === undefined || call.resource === filter.resource) &&
    (filter.restliMethod === undefined || call.restliMethod === filter.restliMethod) &&
    (filter.clientId === undefined || call.clientId === filter.clientId) &&
    (filter.status === undefined || call.status === filter.status) &&
    (filter.after === undefined || call.number > filter.after)
  )
}

function quote(text: string): string {
  return `'${text.replace(/'/g, "'\\''")}'`
}
