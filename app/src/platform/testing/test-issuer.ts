import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Adapter, type AdapterPayload, type Configuration } from 'oidc-provider'

export interface TestIssuer {
  url: string
  clientId: string
  clientSecret: string
  /** Somebody with an account there. Claims that are missing are not told. */
  addAccount(subject: string, claims: Record<string, unknown>): void
  /** Who signs in there from now on, without being asked. */
  signInAs(subject: string): void
  /** What happens, from now on, before it tells who somebody is. */
  beforeClaims(happens: () => Promise<unknown>): void
  /** Follows the address as a browser would, to where the issuer sends it back to. */
  visit(authorizeUrl: string): Promise<URL>
  /** Nobody answers until `resume`. */
  pause(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

interface TestIssuerOptions {
  redirectUris: string[]
  /** Chosen beforehand; otherwise any. */
  port?: number
  /** Puts all claims into the signed token; otherwise they have to be asked for. */
  claimsInToken?: boolean
  idTokenSeconds?: number
}

const clientId = 'lodestone'
const clientSecret = 'a secret of forty and some characters, kept'

/** A real OpenID provider on this machine, in which one person after the other signs in. */
export async function startIssuer(options: TestIssuerOptions): Promise<TestIssuer> {
  const accounts = new Map<string, Record<string, unknown>>()
  let current = ''
  let first = async (): Promise<unknown> => undefined
  const server = createServer()
  const listen = async (wanted: number) => {
    server.listen(wanted, 'localhost')
    await once(server, 'listening')
  }
  const stop = async () => {
    const closed = new Promise(resolve => server.close(resolve))
    server.closeAllConnections()
    await closed
  }
  await listen(options.port ?? 0)
  const { port } = server.address() as AddressInfo // a TCP server's address is never a pipe's name
  const url = `http://localhost:${port}`
  const provider = new Provider(
    url,
    configuration(options, async subject => {
      await first()
      return accounts.get(subject)
    }),
  )
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next()
    ctx.respond = false
    await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: current } })
  })
  server.on('request', provider.callback())
  return {
    url,
    clientId,
    clientSecret,
    addAccount: (subject, claims) => accounts.set(subject, claims),
    signInAs: subject => {
      current = subject
    },
    beforeClaims: happens => {
      first = happens
    },
    visit: authorizeUrl => follow(authorizeUrl, url),
    pause: stop,
    resume: () => listen(port),
    stop,
  }
}

function configuration(
  { redirectUris, claimsInToken = false, idTokenSeconds = 300 }: TestIssuerOptions,
  claimsOf: (subject: string) => Promise<Record<string, unknown> | undefined>,
): Configuration {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    adapter: keepInMemory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'EC', kid: 'one', use: 'sig', alg: 'ES256' }] },
    cookies: { keys: ['any key'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'given_name', 'family_name'] },
    conformIdTokenClaims: !claimsInToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    ttl: {
      IdToken: idTokenSeconds,
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_ctx, subject) => ({
      accountId: subject,
      claims: async () => ({ sub: subject, ...(await claimsOf(subject)) }),
    }),
    // Nobody is asked for consent.
    loadExistingGrant: async ctx => {
      const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
}

/** What the library's own does, without a warning in the output of each test. */
function keepInMemory(): (name: string) => Adapter {
  const kept = new Map<string, AdapterPayload>()
  return name => ({
    upsert: async (id, payload) => void kept.set(`${name} ${id}`, payload),
    find: async id => kept.get(`${name} ${id}`),
    findByUid: async uid => [...kept.values()].find(one => one.uid === uid && one.kind === name),
    findByUserCode: async () => undefined,
    destroy: async id => void kept.delete(`${name} ${id}`),
    consume: async id => {
      const there = kept.get(`${name} ${id}`)
      if (there) there.consumed = Math.floor(Date.now() / 1000)
    },
    revokeByGrantId: async grantId => {
      for (const [key, one] of kept) if (one.grantId === grantId) kept.delete(key)
    },
  })
}

async function follow(authorizeUrl: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = new URL(authorizeUrl)
  for (let steps = 0; next.origin === issuer && steps < 10; steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`The issuer sends nobody on: ${answer.status} ${await answer.text()}`)
    next = new URL(location, next)
  }
  return next
}
