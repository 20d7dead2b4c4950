import type { Sandbox } from '../sandbox.ts'
import type { Caller, TokenKind } from './authenticate.ts'
import { readParameters, type WireAnswer, type WireCall } from './wire-call.ts'

export interface WireRequest {
  readonly sandbox: Sandbox
  readonly call: WireCall
  readonly caller: Caller
}

/** One documented address and what can be done with it. */
export interface Resource {
  /** Segments behind `/v2/`; `{}` is a key. */
  readonly path: string
  readonly token: TokenKind
  readonly quotaName?: string
  /** By Rest.li method; finders as `finder request`. */
  readonly methods: Readonly<Record<string, (request: WireRequest) => WireAnswer>>
  /** What a call with another method is told, where LinkedIn is known to say something special. */
  readonly refuseMethod?: (call: WireCall) => Error
}

export function clientIdOf(request: WireRequest): string {
  return request.caller.application.clientId
}

/** A page of a finder. `count` is 10 unless the call says otherwise. */
export function answerPage(request: WireRequest, elements: readonly unknown[]): WireAnswer {
  const parameters = readParameters(request.call)
  const start = readWholeNumber(parameters.get('start'), 0)
  const count = readWholeNumber(parameters.get('count'), 10)
  const page = elements.slice(start, start + count)
  const hasNext = start + count < elements.length
  parameters.set('start', String(start + count))
  const next = { rel: 'next', type: 'application/json', href: `${request.call.path}?${parameters}` }
  const paging = { start, count, total: elements.length, links: hasNext ? [next] : [] }
  return { status: 200, body: { elements: page, paging } }
}

function readWholeNumber(text: string | null, otherwise: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : otherwise
}
