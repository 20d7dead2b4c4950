import type { AccessToken, DeveloperApplication } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import type { RawCall } from './raw-call.ts'
import type { WireCall } from './wire-call.ts'

export type TokenKind = 'parent' | 'child' | 'member'

export interface Caller {
  readonly application: DeveloperApplication
  readonly token: AccessToken
  readonly kind: TokenKind
}

/** Whose token this is, whether or not it still works: for the record of traffic. */
export function findCaller(sandbox: Sandbox, call: RawCall): Caller | undefined {
  const token = sandbox.store.tokens.find(readBearer(call))
  const application = token === undefined ? undefined : sandbox.store.applications.find(token.clientId)
  if (token === undefined || application === undefined) return undefined
  return { application, token, kind: token.memberId === null ? application.kind : 'member' }
}

export function authenticate(sandbox: Sandbox, call: RawCall): Caller {
  if (readBearer(call) === '') throw new Refusal(401, 'empty-token', 'Empty oauth2_access_token')
  const caller = findCaller(sandbox, call)
  if (caller === undefined) throw new Refusal(401, 'invalid-token', 'Invalid access token')
  if (caller.token.isRevoked) {
    throw new Refusal(401, 'revoked-token', 'The token used in the request has been revoked')
  }
  if (sandbox.clock.now() >= caller.token.expiresAt) {
    throw new Refusal(401, 'expired-token', 'The token used in the request has expired')
  }
  return caller
}

export function refuseAccess(call: WireCall): Refusal {
  return new Refusal(
    403,
    'no-permission',
    `Not enough permissions to access: ${call.method} /${call.segments[0] ?? ''}`,
  )
}

function readBearer(call: RawCall): string {
  return /^Bearer\s+(\S+)$/i.exec(call.headers.authorization ?? '')?.[1] ?? ''
}
