import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Agent, fetch as undiciFetch } from 'undici'

/** Somebody named an address that this installation does not call. */
export class ForbiddenAddress extends Error {
  readonly why: 'notHttps' | 'private'

  constructor(why: ForbiddenAddress['why']) {
    super(why === 'private' ? 'The address is a private one.' : 'The address does not begin with https://.')
    this.name = 'ForbiddenAddress'
    this.why = why
  }
}

/** An answer in a form that was not asked for. */
export class EncodedAnswer extends Error {
  readonly encoding: string

  constructor(encoding: string) {
    super('The answer is compressed, although it was asked for as it is.')
    this.name = 'EncodedAnswer'
    this.encoding = encoding
  }
}

const TIMEOUT_MS = 10_000
const MOST_BYTES = 1_000_000

/**
 * For addresses that users type. It calls public addresses over https only, so that nobody can look through it into the
 * network that the server stands in; the origins that the operator trusts are exempt. It follows no redirects.
 */
export function guardedFetch(trustedOrigins: readonly string[]): typeof fetch {
  const limits = { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS, maxResponseSize: MOST_BYTES }
  const guarded = new Agent({ ...limits, connect: { timeout: TIMEOUT_MS, lookup: lookUpPublic } })
  const trusting = new Agent({ ...limits, connect: { timeout: TIMEOUT_MS } })
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const isTrusted = trustedOrigins.includes(url.origin)
    if (!isTrusted) refuseForbidden(url)
    const dispatcher = isTrusted ? trusting : guarded
    const headers = new Headers(init?.headers)
    headers.set('accept-encoding', 'identity')
    const answer = await asFetch(undiciFetch)(url, withDispatcher({ ...init, headers, redirect: 'manual' }, dispatcher))
    await refuseEncoded(answer)
    return answer
  }
}

// The limit counts what comes over the wire, and compressed twice some hundred bytes become as many megabytes.
async function refuseEncoded(answer: Response): Promise<void> {
  const encoding = answer.headers.get('content-encoding')
  if (encoding === null || encoding.trim().toLowerCase() === 'identity') return
  await answer.body?.cancel()
  throw new EncodedAnswer(encoding)
}

/** A host that is a number is never looked up, so it is judged here. */
function refuseForbidden(url: URL): void {
  if (url.protocol !== 'https:') throw new ForbiddenAddress('notHttps')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublic(host)) throw new ForbiddenAddress('private')
}

// At the moment of connecting: a name that was public a moment ago may be answered otherwise now.
const lookUpPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error || !first) return done(error ?? new Error('The name has no address.'), '')
    if (!addresses.every(one => isPublic(one.address))) return done(new ForbiddenAddress('private'), '')
    if (options.all) return done(null, addresses)
    done(null, first.address, first.family)
  })
}

const notPublic = new BlockList()
const networks = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24',
  '192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
].join(' ')
for (const network of networks.split(' ')) {
  const [address = '', bits = ''] = network.split('/')
  notPublic.addSubnet(address, Number(bits), 'ipv4')
}
// Tunnels to IPv4 and documentation lie within the global range.
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  notPublic.addSubnet(address, bits, 'ipv6')
}
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !notPublic.check(address, 'ipv4')
  return globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

// The library has its own types for what the platform has: they differ in details that are not used here.
function asFetch(own: typeof undiciFetch): typeof fetch {
  return own as unknown as typeof fetch
}

function withDispatcher(init: RequestInit, dispatcher: Agent): RequestInit {
  return { ...init, dispatcher } as RequestInit
}
