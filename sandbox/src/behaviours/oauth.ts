import { randomBytes } from 'node:crypto'
import type { AccessToken, DeveloperApplication } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'

const MEMBER_SCOPE = 'r_liteprofile'
const MEMBER_TOKEN_LIFETIME_SECONDS = 5_184_000
const CODE_LIFETIME_MS = 30 * 60 * 1000

/** A consent that an application asks for and that may be asked of the member. */
export interface AuthorizationRequest {
  readonly application: DeveloperApplication
  readonly redirectUri: string
  readonly state: string | null
  readonly scope: string
}

type ReadAuthorization =
  | { readonly kind: 'ask'; readonly request: AuthorizationRequest }
  /** The request is faulty in a way that the application may hear about. */
  | { readonly kind: 'redirect'; readonly to: string }

/** `GET /oauth/v2/authorization`. A wrong client or return address is told to the person, never redirected to. */
export function readAuthorizationRequest(sandbox: Sandbox, query: URLSearchParams): ReadAuthorization {
  const application = sandbox.store.applications.find(query.get('client_id') ?? '')
  if (application?.kind !== 'child') {
    throw new Refusal(400, 'unknown-client', 'The application that sent you here passed an invalid client_id.')
  }
  const redirectUri = query.get('redirect_uri') ?? ''
  if (!application.oauth2AuthorizedCallbackUrls.includes(redirectUri)) {
    throw new Refusal(400, 'wrong-redirect', 'The redirect_uri does not match a registered address of the application.')
  }
  const request = { application, redirectUri, state: query.get('state'), scope: query.get('scope') ?? '' }
  if (query.get('response_type') !== 'code') {
    const to = redirectWithError(request, 'unsupported_response_type', 'response_type must be code')
    return { kind: 'redirect', to }
  }
  const scopes = request.scope.split(' ').filter(Boolean)
  if (scopes.length === 0 || scopes.some(scope => scope !== MEMBER_SCOPE)) {
    const to = redirectWithError(request, 'unauthorized_scope_error', `Scope "${request.scope}" is not authorized`)
    return { kind: 'redirect', to }
  }
  return { kind: 'ask', request }
}

/** Allow on the consent page: the address to send the browser to, with a code that works once. */
export function allowAuthorization(sandbox: Sandbox, request: AuthorizationRequest, memberId: string): string {
  const { code } = sandbox.store.authorizationCodes.put({
    code: `AQT${randomToken()}`,
    clientId: request.application.clientId,
    redirectUri: request.redirectUri,
    memberId,
    scope: request.scope,
    expiresAt: sandbox.clock.now() + CODE_LIFETIME_MS,
    isSpent: false,
  })
  return addToAddress(request.redirectUri, { code, state: request.state })
}

/** Cancel on the sign-in page or on the consent page. */
export function declineAuthorization(
  request: AuthorizationRequest,
  error: 'user_cancelled_login' | 'user_cancelled_authorize',
): string {
  const place = error === 'user_cancelled_login' ? 'sign-in' : 'consent'
  return redirectWithError(request, error, `The user cancelled at the ${place} page`)
}

/** Two-legged token: the application for itself. */
export function issueApplicationToken(sandbox: Sandbox, application: DeveloperApplication): AccessToken {
  return putToken(sandbox, application, {
    memberId: null,
    scope: application.kind === 'parent' ? 'w_provisioned_applications' : 'r_ats w_ats',
    lifetimeSeconds: sandbox.options.accessTokenLifetimeSeconds,
  })
}

/** Three-legged token: a code for a member's token. */
export function redeemAuthorizationCode(
  sandbox: Sandbox,
  application: DeveloperApplication,
  offered: { code: string; redirectUri: string },
): AccessToken {
  const code = sandbox.store.authorizationCodes.find(offered.code)
  if (code === undefined || code.clientId !== application.clientId) throw refuseCode('the code is unknown')
  if (code.isSpent) throw refuseCode('the code was used before')
  if (sandbox.clock.now() >= code.expiresAt) throw refuseCode('the code has expired')
  if (code.redirectUri !== offered.redirectUri) throw refuseCode('the redirect_uri is not the one of the consent')
  sandbox.store.authorizationCodes.put({ ...code, isSpent: true })
  return putToken(sandbox, application, {
    memberId: code.memberId,
    scope: code.scope,
    lifetimeSeconds: MEMBER_TOKEN_LIFETIME_SECONDS,
  })
}

export function findApplicationBySecret(
  sandbox: Sandbox,
  clientId: string,
  clientSecret: string,
): DeveloperApplication | undefined {
  const application = sandbox.store.applications.find(clientId)
  return application?.clientSecret === clientSecret ? application : undefined
}

/** `POST /oauth/v2/introspectToken`. Times are seconds here, unlike everywhere else. */
export function introspectToken(sandbox: Sandbox, application: DeveloperApplication, text: string) {
  const token = sandbox.store.tokens.find(text)
  if (token === undefined || token.clientId !== application.clientId) return undefined
  const isExpired = sandbox.clock.now() >= token.expiresAt
  const status = token.isRevoked ? 'revoked' : isExpired ? 'expired' : 'active'
  return {
    active: status === 'active',
    status,
    client_id: token.clientId,
    scope: token.scope,
    created_at: toSeconds(token.createdAt),
    authorized_at: toSeconds(token.createdAt),
    expires_at: toSeconds(token.expiresAt),
    auth_type: token.memberId === null ? '2L' : '3L',
  }
}

/** As when a member takes his consent back, or LinkedIn the application's. Without a member: all tokens. */
export function revokeTokens(sandbox: Sandbox, clientId: string, memberId?: string): number {
  const { tokens } = sandbox.store
  const given = tokens.list(
    token => token.clientId === clientId && !token.isRevoked && (memberId === undefined || token.memberId === memberId),
  )
  for (const token of given) tokens.put({ ...token, isRevoked: true })
  return given.length
}

export function describeToken(token: AccessToken) {
  return { access_token: token.token, expires_in: toSeconds(token.expiresAt - token.createdAt) }
}

function putToken(
  sandbox: Sandbox,
  application: DeveloperApplication,
  token: { memberId: string | null; scope: string; lifetimeSeconds: number },
): AccessToken {
  const createdAt = sandbox.clock.now()
  forgetOldTokens(sandbox, createdAt)
  return sandbox.store.tokens.put({
    token: `${token.memberId === null ? 'AQX' : 'AQV'}${randomToken()}`,
    clientId: application.clientId,
    memberId: token.memberId,
    scope: token.scope,
    createdAt,
    expiresAt: createdAt + token.lifetimeSeconds * 1000,
    isRevoked: false,
  })
}

/** Expired tokens are kept for a day, so that they are still called expired instead of invalid. */
function forgetOldTokens(sandbox: Sandbox, now: number): void {
  const { tokens } = sandbox.store
  for (const token of tokens.list(each => each.expiresAt < now - 24 * 60 * 60 * 1000)) tokens.remove(token.token)
}

function refuseCode(why: string): Refusal {
  return new Refusal(400, 'wrong-code', `Unable to retrieve access token: ${why}.`)
}

function redirectWithError(request: AuthorizationRequest, error: string, description: string): string {
  return addToAddress(request.redirectUri, { error, error_description: description, state: request.state })
}

function addToAddress(address: string, parameters: Readonly<Record<string, string | null>>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value)
  return url.href
}

function randomToken(): string {
  return randomBytes(60).toString('base64url')
}

function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000)
}
