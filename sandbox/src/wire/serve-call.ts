import { setTimeout as sleep } from 'node:timers/promises'
import type { CallFault } from '../faults.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { findCaller } from './authenticate.ts'
import { answerRefusal } from './errors.ts'
import type { RawCall } from './raw-call.ts'
import { readWireCall, type WireAnswer, type WireCall } from './wire-call.ts'

export type AnswerWire = (sandbox: Sandbox, call: RawCall) => WireAnswer

/** An answer, or null when the connection has to be cut. Faults strike here and everything is recorded. */
export async function serveCall(sandbox: Sandbox, raw: RawCall, answerWire: AnswerWire): Promise<WireAnswer | null> {
  const at = sandbox.clock.now()
  const startedAt = performance.now()
  const meant = readMeantCall(raw)
  const caller = findCaller(sandbox, raw)
  const clientId = caller?.application.clientId ?? findClientIdInForm(raw)
  const faults = sandbox.faults.takeCallFaults({ method: meant.method, path: meant.path, clientId })
  const answer = await answerWithFaults(faults, () => answerWire(sandbox, raw))
  sandbox.traffic.record({
    at,
    durationMs: Math.round(performance.now() - startedAt),
    method: meant.method,
    sentMethod: raw.method,
    path: meant.path,
    query: meant.query,
    resource: 'segments' in meant ? (meant.segments[0] ?? '') : '',
    restliMethod: 'restliMethod' in meant ? meant.restliMethod : null,
    isTunnelled: 'isTunnelled' in meant && meant.isTunnelled,
    clientId,
    tokenKind: caller?.kind ?? null,
    requestHeaders: meant.headers,
    requestBody: meant.body,
    status: answer?.status ?? null,
    responseHeaders: answer?.headers ?? {},
    responseBody: answer?.body === undefined ? '' : JSON.stringify(answer.body),
    failure: faults.length === 0 ? null : `fault: ${faults.map(describeFault).join(', ')}`,
  })
  return answer
}

async function answerWithFaults(faults: readonly CallFault[], answer: () => WireAnswer): Promise<WireAnswer | null> {
  for (const fault of faults.filter(each => each.kind === 'delay')) await sleep(fault.delayMs)
  const spoiling = faults.find(each => each.kind !== 'delay')
  if (spoiling === undefined) return answer()
  if (spoiling.moment === 'after') answer()
  return spoiling.kind === 'cut' ? null : spoilAnswer(spoiling)
}

function spoilAnswer(fault: CallFault): WireAnswer {
  const status = fault.status ?? 500
  if (status === 401) return answerRefusal(new Refusal(401, 'invalid-token', 'Invalid access token'))
  if (status === 429) {
    const answer = answerRefusal(new Refusal(429, 'too-many-calls', 'Too many requests'))
    return fault.retryAfterSeconds === undefined
      ? answer
      : { ...answer, headers: { 'retry-after': String(fault.retryAfterSeconds) } }
  }
  return answerRefusal(new Refusal(status, 'server-error', 'Internal Server Error'))
}

/** A call too broken to be understood is recorded as it came. */
function readMeantCall(raw: RawCall): RawCall | WireCall {
  if (!/^\/(v2|rest)\//.test(raw.path)) return raw
  try {
    return readWireCall(raw)
  } catch (error) {
    if (error instanceof Refusal) return raw
    throw error
  }
}

function findClientIdInForm(raw: RawCall): string | null {
  if (!raw.path.startsWith('/oauth/')) return null
  return new URLSearchParams(raw.body).get('client_id') ?? new URLSearchParams(raw.query).get('client_id')
}

function describeFault(fault: CallFault): string {
  return fault.kind === 'status' ? String(fault.status ?? 500) : fault.kind
}
