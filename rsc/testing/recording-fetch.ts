import type { Fetch } from '../src/transport.ts'

/** One request as it left, with the address taken apart. The query is raw. */
export type RecordedRequest = {
  method: string
  origin: string
  path: string
  query: string
  headers: Record<string, string>
  body: string | undefined
}

/** What to answer: JSON, or text as it stands. */
export type ScriptedAnswer = { status?: number; json?: unknown; text?: string; headers?: Record<string, string> }

/**
 * A `fetch` that keeps every raw request and answers from a function. The token address is answered by itself with
 * `token-1`, `token-2` and so on, unless the function answers it.
 */
export function recordFetch(answer: (request: RecordedRequest) => ScriptedAnswer | undefined): {
  fetch: Fetch
  requests: RecordedRequest[]
  calls: () => RecordedRequest[]
  tokenRequests: () => RecordedRequest[]
} {
  const requests: RecordedRequest[] = []
  const tokenRequests = () => requests.filter(isTokenRequest)
  return {
    requests,
    calls: () => requests.filter(request => !isTokenRequest(request)),
    tokenRequests,
    fetch: async (url, init) => {
      const request = takeApart(url, init)
      requests.push(request)
      const scripted = answer(request) ?? answerToken(request, tokenRequests().length)
      const { status = 200, json, text, headers = {} } = scripted
      const body = text ?? (json === undefined ? null : JSON.stringify(json))
      return new Response(body, { status, headers })
    },
  }
}

function isTokenRequest(request: RecordedRequest): boolean {
  return request.path === '/oauth/v2/accessToken'
}

function answerToken(request: RecordedRequest, number: number): ScriptedAnswer {
  if (isTokenRequest(request)) return { json: { access_token: `token-${number}`, expires_in: 1800 } }
  throw new Error(`The test did not expect ${request.method} ${request.path}`)
}

function takeApart(url: string, init: RequestInit): RecordedRequest {
  const [, origin = '', path = '', query = ''] = /^(https?:\/\/[^/]+)([^?]*)\??(.*)$/s.exec(url) ?? []
  const headers = Object.fromEntries(new Headers(init.headers))
  const body = typeof init.body === 'string' ? init.body : undefined
  return { method: init.method ?? 'GET', origin, path, query, headers, body }
}
