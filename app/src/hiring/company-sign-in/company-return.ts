import * as oidc from 'openid-client'
import type { App } from '../../platform/app.ts'
import { closeSession } from '../../platform/auth/sessions.ts'
import { forgetAttempt } from '../../platform/auth/sign-in-attempts.ts'
import { openVouchedSession } from '../../platform/auth/vouched-sessions.ts'
import { perform } from '../../platform/work.ts'
import { letIn } from './company-accounts.ts'
import { findIssuerSettings } from './company-sign-in.queries.ts'
import type { ReturnOutcome } from './company-sign-in.shapes.ts'
import { endTrip, partsOf } from './company-trip.ts'
import { openIssuer, redirectUriOf } from './issuer.ts'
import { codeOf, IssuerFailure } from './issuer-failure.ts'
import type { Vouched } from './vouched.ts'
import { readVouched } from './vouched.ts'

interface Return {
  tenantId: string
  /** What the browser brought back from where it began. */
  cookie: string | undefined
  /** What the issuer put behind the address. */
  search: string
  address: string
  userAgent: string
}

type Ended = { token: string; returnTo: string } | { outcome: ReturnOutcome }

/** The browser is back from the issuer, with a code, a no, or something that was never asked for. */
export async function finishTrip(app: App, back: Return): Promise<Ended> {
  const { tenantId, cookie } = back
  const actor = { kind: 'scheduledJob', tenantId, job: 'companySignIn' } as const
  const trip = cookie === undefined ? undefined : await perform(app, actor, work => endTrip(work, cookie))
  const settings = await findIssuerSettings(app, tenantId)
  if (!trip || !settings || cookie === undefined) return { outcome: 'tooLate' }
  const vouched = await redeem(app, { ...back, cookie }, settings)
  if (typeof vouched === 'string') return tell(app, tenantId, vouched)
  const user = await letIn(app, { tenantId, language: trip.language, vouched })
  if (typeof user === 'string') return tell(app, tenantId, user)
  const token = await openVouchedSession(app, { ...user, tenantId, address: back.address, userAgent: back.userAgent })
  if (!(await stillHolds(app, tenantId, settings))) {
    await closeSession(app, token)
    return tell(app, tenantId, 'tooLate')
  }
  await forgetAttempt(app, { kind: 'company', who: back.address, address: back.address })
  return { token, returnTo: trip.returnTo }
}

type Settings = Parameters<typeof openIssuer>[1]

// A change ends the sessions that are there: one that was on its way meanwhile has to look itself.
async function stillHolds(app: App, tenantId: string, { issuer, clientId }: Settings): Promise<boolean> {
  const now = await findIssuerSettings(app, tenantId)
  return now?.issuer === issuer && now.clientId === clientId
}

/** Exchanges the code, and believes only what the issuer signed for this client and this browser. */
async function redeem(
  app: App,
  back: Return & { cookie: string },
  settings: Settings,
): Promise<Vouched | ReturnOutcome> {
  const { state, nonce, verifier } = partsOf(back.cookie)
  const current = new URL(redirectUriOf(app, back.tenantId))
  current.search = back.search
  try {
    const issuer = await openIssuer(app, settings)
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
    const tokens = await oidc.authorizationCodeGrant(issuer, current, checks)
    return await readVouched(issuer, tokens)
  } catch (error) {
    const outcome = judge(error)
    app.log.warn({ tenantId: back.tenantId, outcome, code: codeOf(error) }, 'company sign-in was not believed')
    return outcome
  }
}

function judge(error: unknown): ReturnOutcome {
  if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied') return 'cancelled'
  const code = codeOf(error)
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'clock'
  if (error instanceof IssuerFailure) return error.problem === 'unreachable' ? 'unreachable' : 'notTrusted'
  if (code === 'OAUTH_TIMEOUT') return 'unreachable'
  if (code?.startsWith('OAUTH_') || error instanceof oidc.ClientError) return 'notTrusted'
  // What the network throws is a TypeError with a reason.
  if (error instanceof TypeError && error.cause !== undefined) return 'unreachable'
  throw error
}

function tell(app: App, tenantId: string, outcome: ReturnOutcome): Ended {
  app.log.info({ tenantId, outcome }, 'company sign-in turned somebody away')
  return { outcome }
}
