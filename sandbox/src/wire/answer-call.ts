import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { authenticate, refuseAccess } from './authenticate.ts'
import { answerRefusal } from './errors.ts'
import { checkSizes } from './limits.ts'
import { countRequest } from './quotas.ts'
import type { RawCall } from './raw-call.ts'
import { findResource } from './resources.ts'
import { readParameters, readWireCall, type WireAnswer, type WireCall } from './wire-call.ts'

/** One call under `/v2/`: size, form, token, address, quota, method, in this order. Every "no" is an answer, too. */
export function answerCall(sandbox: Sandbox, raw: RawCall): WireAnswer {
  try {
    checkSizes(raw)
    const call = readWireCall(raw)
    return withProtocol(call, answerReadCall(sandbox, call))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answerRefusal(error)
  }
}

function answerReadCall(sandbox: Sandbox, call: WireCall): WireAnswer {
  const caller = authenticate(sandbox, call)
  const resource = call.path.startsWith('/v2/') ? findResource(call.segments) : undefined
  if (resource === undefined) {
    throw new Refusal(404, 'unknown-resource', `Resource ${call.segments[0] ?? ''} does not exist`)
  }
  if (caller.kind !== resource.token) throw refuseAccess(call)
  if (resource.quotaName !== undefined) countRequest(sandbox, caller.application.clientId, resource.quotaName)
  const answer = resource.methods[nameMethod(call)]
  if (answer === undefined) throw resource.refuseMethod?.(call) ?? refuseAccess(call)
  return answer({ sandbox, call, caller })
}

function nameMethod(call: WireCall): string {
  return call.restliMethod === 'finder' ? `finder ${readParameters(call).get('q') ?? ''}` : call.restliMethod
}

function withProtocol(call: WireCall, answer: WireAnswer): WireAnswer {
  return { ...answer, headers: { 'x-restli-protocol-version': call.protocol, ...answer.headers } }
}
