import { type AuthorizationRequest, readAuthorizationRequest } from '../behaviours/oauth.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'

/** The consent that waits behind a sign-in, if the address to return to is a consent page in order. */
export function findWaitingRequest(sandbox: Sandbox, returnTo: string): AuthorizationRequest | undefined {
  const url = new URL(returnTo, 'http://sandbox.invalid')
  if (url.pathname !== '/oauth/v2/authorization') return undefined
  try {
    const read = readAuthorizationRequest(sandbox, url.searchParams)
    return read.kind === 'ask' ? read.request : undefined
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
