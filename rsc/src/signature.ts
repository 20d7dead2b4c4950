import { createHmac, timingSafeEqual } from 'node:crypto'

/** The header that carries the signature of a push. Header names are case-insensitive. Source: rsc-recruiter 4.3. */
export const signatureHeaderName = 'X-LI-Signature'

const signedPrefix = 'hmacsha256='

/**
 * The value of the signature header for a push: 64 lowercase hex characters.
 *
 * The signed message is `hmacsha256=` directly followed by the raw bytes of the body; the prefix is part of the message
 * and not of the header. `secret` is the client secret of the child application that owns the callback URL.
 *
 * Source: rsc-recruiter 4.1 and 4.3 (webhook validation page).
 */
export function signPush(secret: string, rawBytes: Uint8Array): string {
  return createHmac('sha256', secret).update(signedPrefix).update(rawBytes).digest('hex')
}

/**
 * Whether a push is signed with this secret. Give the bytes as they arrived, before any JSON parsing.
 *
 * A missing header, another length (a value with the prefix in it, for instance) or one different character is false.
 * Lengths are compared first, then the bytes in constant time. Never throws.
 *
 * Source: rsc-recruiter 4.3.
 */
export function verifyPush(secret: string, rawBytes: Uint8Array, headerValue: string | null | undefined): boolean {
  if (headerValue === null || headerValue === undefined) return false
  const expected = Buffer.from(signPush(secret, rawBytes), 'utf8')
  const received = Buffer.from(headerValue, 'utf8')
  return expected.length === received.length && timingSafeEqual(expected, received)
}

/** The answer to an endpoint challenge, to be sent as JSON with status 200 within three seconds. */
export type ChallengeAnswer = { challengeCode: string; challengeResponse: string }

/**
 * Answers the challenge `GET {callback}?challengeCode=...`: the code itself and the lowercase hex HMAC-SHA256 of the code.
 *
 * Source: rsc-recruiter 4.2 (webhook validation page).
 */
export function answerChallenge(secret: string, challengeCode: string): ChallengeAnswer {
  return { challengeCode, challengeResponse: createHmac('sha256', secret).update(challengeCode).digest('hex') }
}
