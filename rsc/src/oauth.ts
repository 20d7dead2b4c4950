import { z } from 'zod'
import { readAnswer } from './answer.ts'
import { LinkedInFailure, NoTokenFailure, type RawAnswer, withRetry } from './errors.ts'
import { sendRequest, type Transport } from './transport.ts'

/** An application at LinkedIn and the way to reach it. `wwwUrl` is an origin without a slash at the end. */
export type OauthApplication = {
  wwwUrl: string
  clientId: string
  clientSecret: string
  transport: Transport
}

/** A token with its end, in epoch milliseconds by the injected clock. */
export type AccessToken = { accessToken: string; expiresInSeconds: number; expiresAtMs: number }

/**
 * Asks for a token of the application itself (client credentials). Always a POST, credentials in the body, never in the URL.
 *
 * @throws {LinkedInFailure} of kind `network`. Judge the answer with {@link readTokenAnswer}.
 * Source: rsc-sync 2.
 */
export function sendTokenRequest(application: OauthApplication): Promise<RawAnswer> {
  return postForm(application, '/oauth/v2/accessToken', { grant_type: 'client_credentials' })
}

/**
 * Asks for a member's token in exchange for the code with which he came back.
 *
 * @throws {LinkedInFailure} of kind `network`. Judge the answer with {@link readTokenAnswer}.
 * Source: rsc-recruiter 7.
 */
export function sendCodeExchange(
  application: OauthApplication,
  exchange: { code: string; redirectUri: string },
): Promise<RawAnswer> {
  return postForm(application, '/oauth/v2/accessToken', {
    grant_type: 'authorization_code',
    code: exchange.code,
    redirect_uri: exchange.redirectUri,
  })
}

/**
 * Judges the answer of the token address. `expires_in` may be a number or text.
 *
 * @throws {LinkedInFailure} with OAuth's own words (`invalid_client: ...`). A 401 here is about the credentials, so no new
 * token can help: its retry is `never`.
 * Source: rsc-sync 2.
 */
export function readTokenAnswer(answer: RawAnswer): AccessToken {
  const { access_token: accessToken, expires_in: expiresInSeconds } = judgeOauthAnswer(answer, tokenAnswerSchema)
  return { accessToken, expiresInSeconds, expiresAtMs: answer.receivedAtMs + expiresInSeconds * 1000 }
}

/** Sends the client-credentials request and judges its answer. Use a {@link TokenSource} for calls. Source: rsc-sync 2. */
export async function requestToken(application: OauthApplication): Promise<AccessToken> {
  return readTokenAnswer(await sendTokenRequest(application))
}

/** Exchanges a member's code for his token and judges the answer. Source: rsc-recruiter 7. */
export async function exchangeCode(
  application: OauthApplication,
  exchange: { code: string; redirectUri: string },
): Promise<AccessToken> {
  return readTokenAnswer(await sendCodeExchange(application, exchange))
}

/** The token of one application, shared by all its calls. */
export type TokenSource = {
  /**
   * The present token; a new one when there is none or its end is near. Callers at the same time share one request.
   *
   * @throws {NoTokenFailure} when LinkedIn gives none. The next call asks again.
   */
  getToken(): Promise<string>
  /** Forgets this token, because a call was refused with it. Does nothing when another token has taken its place. */
  dropToken(accessToken: string): void
}

/**
 * A token source that asks only when it must: one token is used until a minute before its end (for very short lives: until
 * a tenth of its life is left).
 *
 * Source: rsc-sync 2, rsc-certification RSC-106.
 */
export function createTokenSource(application: OauthApplication): TokenSource {
  let current: AccessToken | undefined
  let inFlight: Promise<AccessToken> | undefined

  function renew(): Promise<AccessToken> {
    inFlight ??= requestToken(application)
      .then(token => {
        current = token
        return token
      })
      .catch(failure => {
        throw failure instanceof LinkedInFailure ? new NoTokenFailure(failure) : failure
      })
      .finally(() => {
        inFlight = undefined
      })
    return inFlight
  }

  return {
    async getToken() {
      const isFresh = current !== undefined && application.transport.now() < findRenewalMs(current)
      const token = isFresh && current !== undefined ? current : await renew()
      return token.accessToken
    },
    dropToken(accessToken) {
      if (current?.accessToken === accessToken) current = undefined
    },
  }
}

/** What LinkedIn knows about a token. Moments are epoch milliseconds, translated from the seconds on the wire. */
export type TokenInspection = {
  isActive: boolean
  status: string | null
  clientId: string | null
  createdAtMs: number | null
  authorizedAtMs: number | null
  expiresAtMs: number | null
  authType: string | null
}

/**
 * Asks whether a token is still valid. Optional; certification wants periodic checks.
 *
 * @throws {LinkedInFailure} of kind `network`. Judge the answer with {@link readIntrospection}.
 * Source: rsc-sync 2.
 */
export function sendIntrospection(application: OauthApplication, token: string): Promise<RawAnswer> {
  return postForm(application, '/oauth/v2/introspectToken', { token })
}

/**
 * Judges the answer of the introspection address.
 *
 * @throws {LinkedInFailure} 400 for a wrong client id or token, 401 for a wrong secret.
 * Source: rsc-sync 2.
 */
export function readIntrospection(answer: RawAnswer): TokenInspection {
  return judgeOauthAnswer(answer, introspectionSchema)
}

/** Sends the introspection request and judges its answer. Source: rsc-sync 2. */
export async function introspectToken(application: OauthApplication, token: string): Promise<TokenInspection> {
  return readIntrospection(await sendIntrospection(application, token))
}

/**
 * The address to which a user goes to connect his LinkedIn account. `redirectUri` must be one of the application's
 * `oauth2AuthorizedCallbackUrls`; `state` must be unguessable and be checked on return.
 *
 * Source: rsc-recruiter 7.
 */
export function buildAuthorizationUrl(
  application: Pick<OauthApplication, 'wwwUrl' | 'clientId'>,
  request: { redirectUri: string; state: string; scope?: string },
): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: application.clientId,
    redirect_uri: request.redirectUri,
    state: request.state,
    scope: request.scope ?? 'r_liteprofile',
  })
  return `${application.wwwUrl}/oauth/v2/authorization?${query}`
}

/** How a user came back: with a code, or with the reason why not (`user_cancelled_login`, `user_cancelled_authorize`, ...). */
export type AuthorizationReturn = { ok: true; code: string } | { ok: false; error: string; description: string | null }

/**
 * Judges the query with which a user comes back. A state that is not the expected one is `state_mismatch` and an answer
 * with neither code nor error is `invalid_return`; both words are ours. Never throws.
 *
 * Source: rsc-recruiter 7.
 */
export function readAuthorizationReturn(queryString: string, expectedState: string): AuthorizationReturn {
  const query = new URLSearchParams(queryString)
  if (query.get('state') !== expectedState) return { ok: false, error: 'state_mismatch', description: null }
  const error = query.get('error')
  if (error !== null) return { ok: false, error, description: query.get('error_description') }
  const code = query.get('code')
  return code ? { ok: true, code } : { ok: false, error: 'invalid_return', description: null }
}

const secondsSchema = z.union([
  z.number().positive(),
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine(seconds => seconds > 0),
])

const tokenAnswerSchema = z.looseObject({ access_token: z.string().min(1), expires_in: secondsSchema })

const introspectionSchema = z
  .looseObject({
    active: z.boolean(),
    status: z.string().nullish(),
    client_id: z.string().nullish(),
    created_at: z.number().nullish(),
    authorized_at: z.number().nullish(),
    expires_at: z.number().nullish(),
    auth_type: z.string().nullish(),
  })
  .transform(answer => ({
    isActive: answer.active,
    status: answer.status ?? null,
    clientId: answer.client_id ?? null,
    createdAtMs: toMs(answer.created_at),
    authorizedAtMs: toMs(answer.authorized_at),
    expiresAtMs: toMs(answer.expires_at),
    authType: answer.auth_type ?? null,
  }))

function postForm(
  application: OauthApplication,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<RawAnswer> {
  const form = new URLSearchParams({
    ...fields,
    client_id: application.clientId,
    client_secret: application.clientSecret,
  })
  return sendRequest(application.transport, {
    method: 'POST',
    url: `${application.wwwUrl}${path}`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  })
}

function judgeOauthAnswer<Schema extends z.ZodType>(answer: RawAnswer, schema: Schema): z.output<Schema> {
  try {
    return readAnswer(answer, schema)
  } catch (failure) {
    if (failure instanceof LinkedInFailure && failure.retry === 'afterToken') throw withRetry(failure, 'never')
    throw failure
  }
}

function findRenewalMs(token: AccessToken): number {
  return token.expiresAtMs - Math.min(60, token.expiresInSeconds / 10) * 1000
}

function toMs(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined ? null : seconds * 1000
}
