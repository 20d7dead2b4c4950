import * as oidc from 'openid-client'
import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { refuseUnlessAdministrator } from '../users/user.policy.ts'
import { findIssuerSettings } from './company-sign-in.queries.ts'
import type { TrialAnswer, trialInput } from './company-sign-in.shapes.ts'
import { secretMissing } from './company-sign-in.ts'
import { openIssuer, redirectUriOf } from './issuer.ts'
import { IssuerFailure, toFailure } from './issuer-failure.ts'

/** Tries what was typed, before or after it is saved: the issuer's addresses, its name, and whether it knows the client. */
export async function tryIssuer(app: App, actor: Actor, input: z.infer<typeof trialInput>): Promise<TrialAnswer> {
  refuseUnlessAdministrator(actor)
  const kept = await findIssuerSettings(app, actor.tenantId)
  // The kept secret is shown to its own issuer and client only.
  const isKept = kept?.issuer === input.issuer && kept.clientId === input.clientId
  const clientSecret = input.clientSecret ?? (isKept ? kept.clientSecret : undefined)
  if (clientSecret === undefined) throw secretMissing()
  try {
    const issuer = await openIssuer(app, { ...input, clientSecret })
    await tryClient(issuer, redirectUriOf(app, actor.tenantId)).catch(toFailure)
    return { problem: null, detail: null }
  } catch (error) {
    if (!(error instanceof IssuerFailure)) throw error
    return { problem: error.problem, detail: error.detail }
  }
}

/** With a code that nobody gave out: whoever knows the client refuses the code, everybody else the client. */
async function tryClient(issuer: oidc.Configuration, redirectUri: string): Promise<void> {
  const request = { code: 'lodestone-trial', redirect_uri: redirectUri, code_verifier: oidc.randomPKCECodeVerifier() }
  try {
    await oidc.genericGrantRequest(issuer, 'authorization_code', request)
  } catch (error) {
    if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return
    throw error
  }
}
