import { buildFailure, LinkedInFailure, type RawAnswer, withRetry } from './errors.ts'
import { createTokenSource, type OauthApplication, type TokenSource } from './oauth.ts'
import type { ProtocolVersion } from './restli-key.ts'
import { createTransport, sendRequest, type Transport } from './transport.ts'
import { findSizeProblems, type HttpMethod, needsTunnelling, tunnelRequest, type WireRequest } from './tunnelling.ts'

/** The Rest.li methods that are named in a header. GET and DELETE calls carry none. Source: rsc-sync 1.2. */
export type RestliMethod = 'batch_create' | 'batch_update' | 'batch_partial_update'

/**
 * What a client needs to know. Nothing about LinkedIn's addresses is fixed in the code.
 *
 * `wwwUrl` (OAuth) and `apiUrl` (everything else) are origins without a slash at the end. `basePath` is `/v2` unless given;
 * `versionHeader` is the value of `LinkedIn-Version`, for a move to `/rest`. `protocolVersion` chooses the key grammar
 * (1.0.0 unless given). `transport` replaces `fetch`, the clock, the time limit, the traffic hook. `tokens` lets several
 * clients of one application share a token.
 *
 * Source: rsc-sync 1.1 and 1.2.
 */
export type ClientSettings = {
  wwwUrl: string
  apiUrl: string
  clientId: string
  clientSecret: string
  basePath?: string
  versionHeader?: string
  protocolVersion?: ProtocolVersion
  transport?: Partial<Transport>
  tokens?: TokenSource
}

/** One application at LinkedIn, ready for calls: a parent (provisioning only) or a customer's child. */
export type Client = OauthApplication & {
  apiUrl: string
  basePath: string
  versionHeader: string | null
  protocolVersion: ProtocolVersion
  tokens: TokenSource
}

/** Makes a client. It sends nothing until it is used. Source: rsc-sync 1. */
export function createClient(settings: ClientSettings): Client {
  const application: OauthApplication = {
    wwwUrl: removeLastSlash(settings.wwwUrl),
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    transport: createTransport(settings.transport),
  }
  return {
    ...application,
    apiUrl: removeLastSlash(settings.apiUrl),
    basePath: removeLastSlash(settings.basePath ?? '/v2'),
    versionHeader: settings.versionHeader ?? null,
    protocolVersion: settings.protocolVersion ?? '1.0.0',
    tokens: settings.tokens ?? createTokenSource(application),
  }
}

/**
 * One call. `path` comes after the base path and starts with a slash; `query` has no `?`; `body` becomes JSON.
 * `memberToken` is a member's own token, to be used in place of the application's.
 */
export type ApiCall = {
  method: HttpMethod
  path: string
  query?: string
  restliMethod?: RestliMethod
  body?: unknown
  memberToken?: string
}

/**
 * Sends a call and returns whatever LinkedIn answers; judging is another function's work (`answer.ts`, `batch.ts`).
 *
 * Sets the headers of rsc-sync 1.2 and tunnels when query or URL are too long. A 401 drops the token, asks for one new token
 * and repeats the call once; a second 401 is thrown, because the credentials themselves are then wrong. **Nothing else is
 * repeated here**: 5xx, 429 and network failures go to the caller, who is the only one to try again. A member's token is
 * never renewed.
 *
 * @throws {LinkedInFailure} of kind `network`; `tooLong` before sending when even a tunnel cannot carry it; `unauthorized`
 * after the second 401.
 * @throws {NoTokenFailure} when there is no token to send it with, neither at first nor after a 401.
 * Source: rsc-sync 1.2, 1.7, 1.9, 1.10.
 */
export async function sendCall(client: Client, call: ApiCall): Promise<RawAnswer> {
  if (call.memberToken !== undefined) return sendWithToken(client, call, call.memberToken)
  const token = await client.tokens.getToken()
  const answer = await sendWithToken(client, call, token)
  if (answer.status !== 401) return answer
  client.tokens.dropToken(token)
  const second = await sendWithToken(client, call, await client.tokens.getToken())
  if (second.status === 401) throw withRetry(buildFailure(second), 'never')
  return second
}

function sendWithToken(client: Client, call: ApiCall, token: string): Promise<RawAnswer> {
  const request = fitRequest(client, buildRequest(client, call, token))
  return sendRequest(client.transport, {
    method: request.method,
    url: `${client.apiUrl}${request.path}${request.query === '' ? '' : `?${request.query}`}`,
    headers: request.headers,
    ...(request.body === undefined ? {} : { body: request.body }),
  })
}

function buildRequest(client: Client, call: ApiCall, token: string): WireRequest {
  return {
    method: call.method,
    path: `${client.basePath}${call.path}`,
    query: call.query ?? '',
    headers: {
      Authorization: `Bearer ${token}`,
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(call.restliMethod === undefined ? {} : { 'x-restli-method': call.restliMethod }),
      ...(client.protocolVersion === '1.0.0' ? {} : { 'X-RestLi-Protocol-Version': client.protocolVersion }),
      ...(client.versionHeader === null ? {} : { 'LinkedIn-Version': client.versionHeader }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  }
}

function fitRequest(client: Client, request: WireRequest): WireRequest {
  const fitting = needsTunnelling(request, client.apiUrl) ? tunnelRequest(request) : request
  const [problem] = findSizeProblems(fitting, client.apiUrl)
  if (problem === undefined) return fitting
  throw new LinkedInFailure(
    `The call was not sent: ${problem.limit} is ${problem.actualBytes} and LinkedIn allows ${problem.allowedBytes}.`,
    {
      kind: 'tooLong',
      retry: 'never',
      status: 0,
      linkedInMessage: null,
      serviceErrorCode: null,
      retryAfterSeconds: null,
    },
  )
}

function removeLastSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address
}
