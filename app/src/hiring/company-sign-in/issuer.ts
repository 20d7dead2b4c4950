import * as oidc from 'openid-client'
import type { App } from '../../platform/app.ts'
import { guardedFetch } from '../../platform/http/guarded-fetch.ts'
import type { IssuerSettings } from './company-sign-in.queries.ts'
import { IssuerFailure, toFailure } from './issuer-failure.ts'

const TIMEOUT_SECONDS = 10
const CLOCK_TOLERANCE_SECONDS = 60

/** Asks the issuer for its addresses, each time anew: nothing that it changes has to be waited for. */
export async function openIssuer(app: App, settings: IssuerSettings): Promise<oidc.Configuration> {
  const address = new URL(settings.issuer)
  const isPlain = address.protocol === 'http:'
  const fetch = fetchOf(app)
  const extensions = isPlain ? [oidc.allowInsecureRequests] : []
  const asked = { [oidc.customFetch]: fetch, timeout: TIMEOUT_SECONDS, execute: extensions }
  const found = await oidc.discovery(address, settings.clientId, undefined, oidc.None(), asked).catch(toFailure)
  const server = found.serverMetadata()
  // Some issuers answer for a whole family, of which each could vouch for everybody.
  if (new URL(server.issuer).href !== address.href) throw new IssuerFailure('wrongIssuer', server.issuer)
  if (!server.authorization_endpoint || !server.token_endpoint || !server.jwks_uri) {
    throw new IssuerFailure('incomplete', null)
  }
  const client = {
    [oidc.clockSkew]: Math.round((app.clock.now().getTime() - Date.now()) / 1000),
    [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS,
  }
  const configuration = new oidc.Configuration(server, settings.clientId, client, authenticationOf(server, settings))
  configuration[oidc.customFetch] = fetch
  configuration.timeout = TIMEOUT_SECONDS
  oidc.enableNonRepudiationChecks(configuration)
  if (isPlain) oidc.allowInsecureRequests(configuration)
  return configuration
}

/** The first of what the issuer takes; without a list it is `client_secret_basic`. */
function authenticationOf(server: oidc.ServerMetadata, { clientSecret }: IssuerSettings): oidc.ClientAuth {
  const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return taken.includes('client_secret_basic')
    ? oidc.ClientSecretBasic(clientSecret)
    : oidc.ClientSecretPost(clientSecret)
}

export function redirectUriOf(app: App, tenantId: string): string {
  // An address for each company: an answer of one issuer cannot be passed off as another's.
  return `${app.config.publicUrl}/sign-in/company/${tenantId}`
}

const fetches = new WeakMap<App, oidc.CustomFetch>()

function fetchOf(app: App): oidc.CustomFetch {
  const there = fetches.get(app)
  if (there) return there
  const guarded = guardedFetch(app.config.trustedIssuers)
  const made: oidc.CustomFetch = (url, options) => guarded(url, options as RequestInit)
  fetches.set(app, made)
  return made
}
