import { MalformedKeyError, type ProtocolVersion, readProtocolVersion } from '@lodestone/rsc/restli-key'
import { Refusal } from '../refusal.ts'
import type { RawCall } from './raw-call.ts'
import { untunnel } from './untunnel.ts'

/** A request as it is meant: after tunnelling, with its Rest.li method. */
export interface WireCall extends RawCall {
  /** Raw path segments behind `/v2/`, still encoded. */
  readonly segments: readonly string[]
  readonly isTunnelled: boolean
  readonly protocol: ProtocolVersion
  readonly restliMethod: string
}

export interface WireAnswer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export function readWireCall(raw: RawCall): WireCall {
  const { call, isTunnelled } = untunnel(raw)
  const segments = call.path.split('/').slice(2)
  return {
    ...call,
    segments,
    isTunnelled,
    protocol: readProtocol(call),
    restliMethod: readRestliMethod(call, segments),
  }
}

export function readParameters(call: RawCall): URLSearchParams {
  return new URLSearchParams(call.query)
}

export function readJsonBody(call: RawCall): unknown {
  if (!/^application\/json\b/i.test(call.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'wrong-content-type', 'Content-Type must be application/json')
  }
  try {
    return JSON.parse(call.body)
  } catch {
    throw new Refusal(400, 'no-json', 'Request body is not valid JSON')
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readProtocol(call: RawCall): ProtocolVersion {
  try {
    return readProtocolVersion(call.headers['x-restli-protocol-version'])
  } catch (error) {
    if (!(error instanceof MalformedKeyError)) throw error
    throw new Refusal(400, 'wrong-protocol', `Rest.li protocol version ${error.text} is not supported`)
  }
}

const verbOfMethod: Readonly<Record<string, string>> = {
  batch_get: 'GET',
  finder: 'GET',
  get: 'GET',
  get_all: 'GET',
  batch_update: 'PUT',
  update: 'PUT',
  batch_partial_update: 'POST',
  partial_update: 'POST',
  batch_create: 'POST',
  create: 'POST',
  action: 'POST',
  batch_delete: 'DELETE',
  delete: 'DELETE',
}

/** The header says it, in any case of letters; without it the framework can tell all but `batch_create`. */
function readRestliMethod(call: RawCall, segments: readonly string[]): string {
  const named = call.headers['x-restli-method']?.trim().toLowerCase()
  if (named === undefined) return inferRestliMethod(call, segments)
  if (verbOfMethod[named] !== call.method) {
    throw new Refusal(400, 'wrong-restli-method', `Rest.li method '${named}' cannot be called with ${call.method}`)
  }
  return named
}

function inferRestliMethod(call: RawCall, segments: readonly string[]): string {
  const names = [...new URLSearchParams(call.query).keys()]
  const hasIds = names.some(name => name === 'ids' || name.startsWith('ids['))
  switch (call.method) {
    case 'GET':
      return hasIds ? 'batch_get' : names.includes('q') ? 'finder' : 'get'
    case 'PUT':
      return hasIds ? 'batch_update' : 'update'
    case 'DELETE':
      return hasIds ? 'batch_delete' : 'delete'
    default:
      if (hasIds) return 'batch_partial_update'
      if (names.includes('action')) return 'action'
      return segments.length % 2 === 0 ? 'partial_update' : 'create'
  }
}
