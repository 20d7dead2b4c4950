import { z } from 'zod'

/**
 * What came back over HTTP before anybody judged it. Header names are in lower case.
 *
 * `receivedAtMs` is epoch milliseconds by the injected clock; it turns a `Retry-After` date into seconds.
 */
export type RawAnswer = {
  status: number
  headers: Readonly<Record<string, string>>
  bodyText: string
  receivedAtMs: number
}

/** Every way in which a call or a record can fail, as far as a caller has to act differently. Source: rsc-sync 1.7. */
export type FailureKind =
  | 'badRequest'
  | 'unauthorized'
  | 'paymentRequired'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooLong'
  | 'invalid'
  | 'rateLimited'
  | 'server'
  | 'network'

/**
 * Whether a repeat can help: `never` (repair something first), `afterToken` (with a new token), `later` (the same call
 * again after a while; after `retryAfterSeconds` when LinkedIn names it).
 */
export type FailureRetry = 'never' | 'afterToken' | 'later'

/** The facts of a failure, without the Error around them. */
export type FailureFacts = {
  kind: FailureKind
  retry: FailureRetry
  /** The HTTP status; 0 when there was no answer at all. */
  status: number
  /** LinkedIn's own words, or null when it gave none. */
  linkedInMessage: string | null
  serviceErrorCode: number | null
  retryAfterSeconds: number | null
}

/** A whole call that failed. `message` is a sentence for a log; `linkedInMessage` holds LinkedIn's own words. */
export class LinkedInFailure extends Error implements FailureFacts {
  override readonly name = 'LinkedInFailure'
  readonly kind: FailureKind
  readonly retry: FailureRetry
  readonly status: number
  readonly linkedInMessage: string | null
  readonly serviceErrorCode: number | null
  readonly retryAfterSeconds: number | null

  constructor(message: string, facts: FailureFacts, options?: { cause: unknown }) {
    super(message, options)
    this.kind = facts.kind
    this.retry = facts.retry
    this.status = facts.status
    this.linkedInMessage = facts.linkedInMessage
    this.serviceErrorCode = facts.serviceErrorCode
    this.retryAfterSeconds = facts.retryAfterSeconds
  }
}

/**
 * A call that was never made, because the token address gave no token. Whatever that address answered says nothing about what
 * was to be sent, so a caller never takes it for LinkedIn's word about a record.
 */
export class NoTokenFailure extends LinkedInFailure {
  constructor(failure: LinkedInFailure) {
    super(`Nothing was sent, for want of a token. ${failure.message}`, failure, { cause: failure })
  }
}

/**
 * What an HTTP status means for the caller, for a whole call and for one record of a batch alike.
 *
 * A redirect and an answer that cannot be read count as `server`: nothing that we sent is known to be wrong.
 * Source: rsc-sync 1.7.
 */
export function classifyStatus(status: number): { kind: FailureKind; retry: FailureRetry } {
  const known = statusMeanings[status]
  if (known !== undefined) return known
  return status >= 400 && status < 500 ? { kind: 'badRequest', retry: 'never' } : { kind: 'server', retry: 'later' }
}

/**
 * The failure that an answer outside 2xx stands for.
 *
 * Reads every documented body: LinkedIn's `{message, serviceErrorCode, status}`, OAuth's `{error, error_description}`,
 * plain text, a page of HTML, and nothing at all. A `Retry-After` in seconds or as a date is honoured.
 * Source: rsc-sync 1.7, 1.10 and 2.
 */
export function buildFailure(answer: RawAnswer): LinkedInFailure {
  const { kind, retry } = classifyStatus(answer.status)
  const { linkedInMessage, serviceErrorCode } = readErrorBody(answer.bodyText)
  const retryAfterSeconds = readRetryAfter(answer)
  const words = linkedInMessage === null ? 'without a word' : `with "${linkedInMessage}"`
  const facts = { kind, retry, status: answer.status, linkedInMessage, serviceErrorCode, retryAfterSeconds }
  return new LinkedInFailure(`LinkedIn answered ${answer.status} ${words}. ${adviceByKind[kind]}`, facts)
}

/** The failure of a successful answer whose body is not what LinkedIn documents. `reason` says what is missing. */
export function buildUnreadableFailure(answer: RawAnswer, reason: string): LinkedInFailure {
  const facts = { kind: 'server', retry: 'later', linkedInMessage: null, serviceErrorCode: null } as const
  return new LinkedInFailure(
    `LinkedIn answered ${answer.status}, but its answer cannot be read: ${reason}. ${adviceByKind.server}`,
    { ...facts, status: answer.status, retryAfterSeconds: null },
  )
}

/** The failure of a call that got no answer: no connection, a broken one, or no answer in time. */
export function buildNetworkFailure(reason: string, cause: unknown): LinkedInFailure {
  const facts = { kind: 'network', retry: 'later', status: 0, linkedInMessage: null, serviceErrorCode: null } as const
  return new LinkedInFailure(
    `LinkedIn gave no answer: ${reason}. ${adviceByKind.network}`,
    { ...facts, retryAfterSeconds: null },
    { cause },
  )
}

/** The failure of a call that succeeded and found nothing where one record was asked for. */
export function buildNotFoundFailure(what: string): LinkedInFailure {
  const facts = {
    kind: 'notFound',
    retry: 'never',
    status: 404,
    linkedInMessage: null,
    serviceErrorCode: null,
  } as const
  return new LinkedInFailure(`LinkedIn does not know ${what}.`, { ...facts, retryAfterSeconds: null })
}

/** The same failure with another verdict on repeating it, for a caller who has already tried the remedy. */
export function withRetry(failure: LinkedInFailure, retry: FailureRetry): LinkedInFailure {
  const { kind, status, linkedInMessage, serviceErrorCode, retryAfterSeconds } = failure
  return new LinkedInFailure(
    failure.message,
    { kind, retry, status, linkedInMessage, serviceErrorCode, retryAfterSeconds },
    { cause: failure },
  )
}

/**
 * The failure of one record inside a batch answer: an ErrorResponse, of which every field is optional.
 *
 * `fallbackStatus` counts when the error names no status itself.
 * Source: rsc-sync 1.6.
 */
export function readRecordError(error: unknown, fallbackStatus: number): FailureFacts & { message: string } {
  const parsed = recordErrorSchema.safeParse(error)
  const fields = parsed.success ? parsed.data : {}
  const status = fields.status ?? fallbackStatus
  const linkedInMessage = fields.message ?? fields.code ?? null
  return {
    ...classifyStatus(status),
    status,
    linkedInMessage,
    serviceErrorCode: fields.serviceErrorCode ?? null,
    retryAfterSeconds: null,
    message: linkedInMessage ?? `LinkedIn refused the record with status ${status} and no further word.`,
  }
}

const statusMeanings: Readonly<Record<number, { kind: FailureKind; retry: FailureRetry }>> = {
  400: { kind: 'badRequest', retry: 'never' },
  401: { kind: 'unauthorized', retry: 'afterToken' },
  402: { kind: 'paymentRequired', retry: 'never' },
  403: { kind: 'forbidden', retry: 'never' },
  404: { kind: 'notFound', retry: 'never' },
  408: { kind: 'server', retry: 'later' },
  409: { kind: 'conflict', retry: 'never' },
  413: { kind: 'tooLong', retry: 'never' },
  414: { kind: 'tooLong', retry: 'never' },
  422: { kind: 'invalid', retry: 'never' },
  429: { kind: 'rateLimited', retry: 'later' },
}

const adviceByKind: Readonly<Record<FailureKind, string>> = {
  badRequest: 'The request is malformed; repeating it does not help.',
  unauthorized: 'The credentials or the token are not valid.',
  paymentRequired: 'The customer has to arrange this with LinkedIn.',
  forbidden: 'Check that the integration is enabled and that the call uses the right application.',
  notFound: 'The address or the record is not known there.',
  conflict: 'LinkedIn already holds another state.',
  tooLong: 'Send a smaller batch.',
  invalid: 'Repair the record before sending it again.',
  rateLimited: 'Wait before the next call.',
  server: 'Try again later.',
  network: 'Try again later.',
}

const errorBodySchema = z.looseObject({
  message: z.string().nullish(),
  serviceErrorCode: z.number().nullish(),
  error: z.string().nullish(),
  error_description: z.string().nullish(),
})

const recordErrorSchema = z.looseObject({
  status: z.int().nullish(),
  message: z.string().nullish(),
  code: z.string().nullish(),
  serviceErrorCode: z.int().nullish(),
})

function readErrorBody(bodyText: string): { linkedInMessage: string | null; serviceErrorCode: number | null } {
  const parsed = errorBodySchema.safeParse(parseJsonOrNothing(bodyText))
  if (!parsed.success) return { linkedInMessage: shortenPlainText(bodyText), serviceErrorCode: null }
  const { message, error, error_description: description, serviceErrorCode } = parsed.data
  const oauthWords = [error, description].filter(words => words !== null && words !== undefined).join(': ')
  return { linkedInMessage: message ?? (oauthWords || null), serviceErrorCode: serviceErrorCode ?? null }
}

function parseJsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A gateway's page of HTML is reduced to its words. */
function shortenPlainText(text: string): string | null {
  const words = text
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' ? null : words.slice(0, 300)
}

function readRetryAfter(answer: RawAnswer): number | null {
  const value = answer.headers['retry-after']?.trim()
  if (value === undefined || value === '') return null
  if (/^\d+$/.test(value)) return Number(value)
  const dateMs = Date.parse(value)
  return Number.isNaN(dateMs) ? null : Math.max(0, Math.ceil((dateMs - answer.receivedAtMs) / 1000))
}
