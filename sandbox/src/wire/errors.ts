import type { Refusal } from '../refusal.ts'
import type { WireAnswer } from './wire-call.ts'

const serviceErrorCodes: Readonly<Record<string, number>> = {
  'empty-token': 401,
  'invalid-token': 65600,
  'revoked-token': 65601,
  'expired-token': 65602,
  'no-permission': 100,
}

/** An error of the whole call or of one record; both look alike. */
export function describeRefusal(refusal: Refusal) {
  return {
    message: refusal.message,
    serviceErrorCode: serviceErrorCodes[refusal.reason] ?? 0,
    status: refusal.status,
  }
}

export function answerRefusal(refusal: Refusal): WireAnswer {
  return { status: refusal.status, body: describeRefusal(refusal) }
}
