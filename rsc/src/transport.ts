import { buildNetworkFailure, type RawAnswer } from './errors.ts'
import { removeHeaderSecrets, removeTextSecrets } from './secrets.ts'

/** The part of `fetch` that is used; the global one fits. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/**
 * One request and what became of it, with every token and secret taken out. Bodies hold personal data: keep them only where
 * those may be kept. `status`, `answerBody` are null and `problem` is a sentence when no answer came.
 */
export type Exchange = {
  startedAtMs: number
  durationMs: number
  method: string
  url: string
  requestHeaders: Readonly<Record<string, string>>
  requestBody: string | null
  status: number | null
  answerHeaders: Readonly<Record<string, string>>
  answerBody: string | null
  problem: string | null
}

/** How requests leave this machine. */
export type Transport = {
  fetch: Fetch
  /** The present moment in epoch milliseconds. */
  now: () => number
  /** How long one request may take, connection and body included. */
  timeoutMs: number
  /** The largest answer that is read; LinkedIn's own stay far below it. */
  maxAnswerBytes: number
  /** Sees every exchange after it ended. It must not throw. */
  record?: (exchange: Exchange) => void
}

/** A request on its way: the address is complete, the body is text. */
export type OutgoingRequest = {
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  body?: string
}

/** LinkedIn's own SDK uses the same limit. Source: rsc-sync 1.10. */
export const defaultTimeoutMs = 30_000

const defaultMaxAnswerBytes = 16 * 1024 * 1024

/** A transport on the global `fetch` and the system's clock, apart from what is given. */
export function createTransport(given: Partial<Transport> = {}): Transport {
  return {
    fetch: (url, init) => globalThis.fetch(url, init),
    now: Date.now,
    timeoutMs: defaultTimeoutMs,
    maxAnswerBytes: defaultMaxAnswerBytes,
    ...given,
  }
}

/**
 * Sends one request once and returns whatever answer comes. Redirects are not followed: they would carry the token away.
 *
 * @throws {LinkedInFailure} of kind `network` when there is no whole answer in time.
 */
export async function sendRequest(transport: Transport, request: OutgoingRequest): Promise<RawAnswer> {
  const startedAtMs = transport.now()
  try {
    const response = await transport.fetch(request.url, {
      method: request.method,
      headers: { ...request.headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(transport.timeoutMs),
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    const bodyText = await readLimitedText(response, transport.maxAnswerBytes)
    const answer = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      bodyText,
      receivedAtMs: transport.now(),
    }
    transport.record?.(describeExchange(request, startedAtMs, answer))
    return answer
  } catch (cause) {
    const problem = describeNetworkProblem(cause, transport)
    transport.record?.(describeSilence(request, startedAtMs, { endedAtMs: transport.now(), problem }))
    throw buildNetworkFailure(problem, cause)
  }
}

class AnswerTooLargeError extends Error {}

async function readLimitedText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for await (const chunk of response.body) {
    size += chunk.byteLength
    if (size > maxBytes) throw new AnswerTooLargeError(`its answer is larger than ${maxBytes} bytes`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function describeNetworkProblem(cause: unknown, transport: Transport): string {
  if (cause instanceof AnswerTooLargeError) return cause.message
  if (!(cause instanceof Error)) return 'the connection failed'
  if (cause.name === 'TimeoutError' || cause.name === 'AbortError') {
    return `nothing complete came within ${transport.timeoutMs / 1000} seconds`
  }
  const inner = cause.cause instanceof Error ? cause.cause : cause
  const code = 'code' in inner && typeof inner.code === 'string' ? ` (${inner.code})` : ''
  return `${inner.message || 'the connection failed'}${code}`
}

function describeExchange(request: OutgoingRequest, startedAtMs: number, answer: RawAnswer): Exchange {
  return {
    ...describeRequest(request),
    startedAtMs,
    durationMs: answer.receivedAtMs - startedAtMs,
    status: answer.status,
    answerHeaders: removeHeaderSecrets(answer.headers),
    answerBody: removeTextSecrets(answer.bodyText),
    problem: null,
  }
}

function describeSilence(
  request: OutgoingRequest,
  startedAtMs: number,
  end: { endedAtMs: number; problem: string },
): Exchange {
  return {
    ...describeRequest(request),
    startedAtMs,
    durationMs: end.endedAtMs - startedAtMs,
    status: null,
    answerHeaders: {},
    answerBody: null,
    problem: end.problem,
  }
}

function describeRequest(request: OutgoingRequest) {
  return {
    method: request.method,
    url: removeTextSecrets(request.url),
    requestHeaders: removeHeaderSecrets(request.headers),
    requestBody: request.body === undefined ? null : removeTextSecrets(request.body),
  }
}
