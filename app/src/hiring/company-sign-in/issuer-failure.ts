import { ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client'
import { EncodedAnswer, ForbiddenAddress } from '../../platform/http/guarded-fetch.ts'
import type { IssuerProblem } from './company-sign-in.shapes.ts'

/** What is wrong with the issuer or with what it was told; an administrator can mend it. */
export class IssuerFailure extends Error {
  readonly problem: IssuerProblem
  /** The issuer's own word; never anything of a person. */
  readonly detail: string | null

  constructor(problem: IssuerProblem, detail: string | null, cause?: unknown) {
    super(`The issuer fails: ${problem}.`, { cause })
    this.name = 'IssuerFailure'
    this.problem = problem
    this.detail = detail
  }
}

export function toFailure(error: unknown): never {
  const { problem, detail } = explain(error)
  throw new IssuerFailure(problem, detail, error)
}

function explain(error: unknown): { problem: IssuerProblem; detail: string | null } {
  if (error instanceof IssuerFailure) return error
  if (error instanceof ResponseBodyError) {
    const isAboutUs = ['invalid_client', 'unauthorized_client'].includes(error.error)
    return { problem: isAboutUs ? 'clientRefused' : 'unexpected', detail: error.error }
  }
  // How most issuers refuse a client that comes with a header.
  if (error instanceof WWWAuthenticateChallengeError) return { problem: 'clientRefused', detail: null }
  const causes = listCauses(error)
  const forbidden = causes.find(one => one instanceof ForbiddenAddress)
  if (forbidden) return { problem: forbidden.why === 'private' ? 'privateAddress' : 'notHttps', detail: null }
  const encoded = causes.find(one => one instanceof EncodedAnswer)
  if (encoded) return { problem: 'unexpected', detail: `content-encoding: ${encoded.encoding}`.slice(0, 300) }
  const code = codeOf(error)
  if (code === 'OAUTH_TIMEOUT') return { problem: 'unreachable', detail: null }
  if (code === 'OAUTH_HTTP_REQUEST_FORBIDDEN') return { problem: 'notHttps', detail: null }
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return { problem: 'wrongIssuer', detail: actualIssuer(error) }
  if (code === 'OAUTH_MISSING_SERVER_METADATA' || code === 'OAUTH_INVALID_SERVER_METADATA') {
    return { problem: 'incomplete', detail: null }
  }
  if (error instanceof ClientError) return { problem: 'noDiscovery', detail: null }
  return explainNetwork(causes)
}

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/

function explainNetwork(causes: unknown[]): { problem: IssuerProblem; detail: string | null } {
  const code = causes.map(codeOf).find(one => one !== undefined)
  if (code === undefined) return { problem: 'unexpected', detail: null }
  return { problem: certificateCodes.test(code) ? 'certificate' : 'unreachable', detail: code }
}

function listCauses(error: unknown): unknown[] {
  const causes: unknown[] = []
  for (let one = error; one instanceof Error && causes.length < 10; one = one.cause) {
    causes.push(one)
    if (one instanceof AggregateError) causes.push(...one.errors)
  }
  return causes
}

export function codeOf(error: unknown): string | undefined {
  const { code } = Object(error)
  return typeof code === 'string' ? code : undefined
}

function actualIssuer(error: unknown): string | null {
  const issuer = Object(Object(Object(error).cause).body).issuer
  return typeof issuer === 'string' ? issuer.slice(0, 300) : null
}
