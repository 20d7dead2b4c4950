import {
  describeToken,
  findApplicationBySecret,
  introspectToken,
  issueApplicationToken,
  redeemAuthorizationCode,
} from '../behaviours/oauth.ts'
import type { DeveloperApplication } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import type { RawCall } from './raw-call.ts'
import type { WireAnswer } from './wire-call.ts'

/** `POST /oauth/v2/accessToken` and `POST /oauth/v2/introspectToken`. Errors have OAuth's shape here, not Rest.li's. */
export function answerOauthCall(sandbox: Sandbox, call: RawCall): WireAnswer {
  try {
    const form = readForm(call)
    if (call.path === '/oauth/v2/introspectToken') return answerIntrospection(sandbox, form)
    return answerTokenRequest(sandbox, form)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const code = error.status === 401 ? 'invalid_client' : 'invalid_request'
    return { status: error.status, body: { error: code, error_description: error.message } }
  }
}

function answerTokenRequest(sandbox: Sandbox, form: URLSearchParams): WireAnswer {
  const grantType = readRequired(form, 'grant_type')
  if (grantType !== 'client_credentials' && grantType !== 'authorization_code') {
    throw new Refusal(400, 'wrong-grant', `The grant type "${grantType}" is not supported`)
  }
  const application = authenticateApplication(sandbox, form)
  if (grantType === 'client_credentials') {
    return { status: 200, body: describeToken(issueApplicationToken(sandbox, application)) }
  }
  const offered = { code: readRequired(form, 'code'), redirectUri: readRequired(form, 'redirect_uri') }
  return { status: 200, body: describeToken(redeemAuthorizationCode(sandbox, application, offered)) }
}

function answerIntrospection(sandbox: Sandbox, form: URLSearchParams): WireAnswer {
  const text = readRequired(form, 'token')
  if (sandbox.store.applications.find(readRequired(form, 'client_id')) === undefined) {
    throw new Refusal(400, 'unknown-client', 'The client id is unknown')
  }
  const token = introspectToken(sandbox, authenticateApplication(sandbox, form), text)
  if (token === undefined) throw new Refusal(400, 'unknown-token', 'The token is not one of this application')
  return { status: 200, body: token }
}

function authenticateApplication(sandbox: Sandbox, form: URLSearchParams): DeveloperApplication {
  const application = findApplicationBySecret(
    sandbox,
    readRequired(form, 'client_id'),
    readRequired(form, 'client_secret'),
  )
  if (application === undefined) throw new Refusal(401, 'wrong-secret', 'Client authentication failed')
  return application
}

/** Credentials belong in the body of a POST: an address ends up in logs. */
function readForm(call: RawCall): URLSearchParams {
  if (call.method !== 'POST') throw new Refusal(405, 'wrong-method', 'The request must be a POST')
  if (new URLSearchParams(call.query).size > 0) {
    throw new Refusal(400, 'credentials-in-url', 'The parameters belong in the body, not in the URL')
  }
  if (!/^application\/x-www-form-urlencoded\b/i.test(call.headers['content-type'] ?? '')) {
    throw new Refusal(400, 'wrong-content-type', 'Content-Type must be application/x-www-form-urlencoded')
  }
  return new URLSearchParams(call.body)
}

function readRequired(form: URLSearchParams, name: string): string {
  const value = form.get(name)
  if (value === null || value === '') {
    throw new Refusal(400, 'missing-parameter', `A required parameter "${name}" is missing`)
  }
  return value
}
