import { createHash, randomBytes } from 'node:crypto'
import * as oidc from 'openid-client'
import type { App } from '../../platform/app.ts'
import { countAttempt } from '../../platform/auth/sign-in-attempts.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { findIssuerSettings } from './company-sign-in.queries.ts'
import type { TripInput } from './company-sign-in.shapes.ts'
import { openIssuer, redirectUriOf } from './issuer.ts'
import { IssuerFailure } from './issuer-failure.ts'

const MINUTES = 10

export const TRIP_SECONDS = MINUTES * 60

/** Where the browser has to go, and the cookie that it has to bring back. */
export async function beginTrip(
  app: App,
  input: TripInput,
  caller: { address: string },
): Promise<{ authorizeUrl: string; cookie: string }> {
  await countAttempt(app, { kind: 'company', who: caller.address, address: caller.address })
  const settings = await findIssuerSettings(app, input.id)
  if (!settings) throw notFound('companySignIn')
  const cookie = randomBytes(32).toString('base64url')
  const issuer = await openIssuer(app, settings).catch(error => refuse(app, input.id, error))
  await perform(app, { kind: 'scheduledJob', tenantId: input.id, job: 'companySignIn' }, work =>
    writeTrip(work, cookie, input),
  )
  const { state, nonce, verifier } = partsOf(cookie)
  const url = oidc.buildAuthorizationUrl(issuer, {
    redirect_uri: redirectUriOf(app, input.id),
    response_type: 'code',
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(input.email ? { login_hint: input.email } : {}),
  })
  return { authorizeUrl: url.href, cookie }
}

export interface Trip {
  returnTo: string
  language: 'en' | 'nl'
}

/** A trip ends once, where it began: in this company, in this browser, within ten minutes. */
export async function endTrip(work: Work, cookie: string): Promise<Trip | undefined> {
  const row = await work.tx
    .deleteFrom('company_sign_in_trip')
    .where('tenant_id', '=', work.tenantId)
    .where('cookie_hash', '=', partsOf(cookie).hash)
    .where('expires_at', '>', work.now)
    .returning(['return_to', 'language'])
    .executeTakeFirst()
  return row && { returnTo: row.return_to, language: row.language }
}

/** All that binds the answer to this browser comes from its cookie, so that the database holds nothing to steal. */
export function partsOf(cookie: string) {
  const part = (name: string) => createHash('sha256').update(`${name} ${cookie}`).digest('base64url')
  return { hash: part('hash'), state: part('state'), nonce: part('nonce'), verifier: part('verifier') }
}

async function writeTrip(work: Work, cookie: string, input: TripInput): Promise<void> {
  await work.tx
    .deleteFrom('company_sign_in_trip')
    .where('tenant_id', '=', work.tenantId)
    .where('expires_at', '<=', work.now)
    .execute()
  await work.tx
    .insertInto('company_sign_in_trip')
    .values({
      tenant_id: work.tenantId,
      cookie_hash: partsOf(cookie).hash,
      return_to: isOwnAddress(input.to) ? input.to : '/',
      language: input.language,
      expires_at: new Date(work.now.getTime() + TRIP_SECONDS * 1000),
    })
    .execute()
}

// Only back to a page of ours: an address in a link may not lead elsewhere.
function isOwnAddress(to: string | undefined): to is string {
  return to !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(to)
}

function refuse(app: App, tenantId: string, error: unknown): never {
  if (!(error instanceof IssuerFailure)) throw error
  app.log.warn({ tenantId, problem: error.problem }, 'company sign-in could not begin')
  if (error.problem === 'unreachable') {
    throw conflict({
      code: 'companySignIn.unreachable',
      message:
        'The sign-in of your company does not answer at the moment. Nothing is lost: try again in a few minutes, ' +
        'and ask your administrator if it lasts.',
    })
  }
  throw conflict({
    code: 'companySignIn.misconfigured',
    message:
      'Company sign-in is not set up right, so it cannot begin. Ask an administrator of your company to test it ' +
      'under Admin > Sign-in.',
  })
}
