import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The address that a request comes from. `X-Forwarded-For` is believed only as far as our own proxies wrote it:
 * the caller can put anything in front.
 */
export function addressOf(c: Context, trustedProxies: number): string {
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map(part => part.trim())
  const forwarded = trustedProxies > 0 ? chain[Math.max(chain.length - trustedProxies, 0)] : undefined
  return forwarded || socketAddress(c) || 'unknown'
}

// Requests that never crossed a socket, as in tests, have no connection.
function socketAddress(c: Context): string | undefined {
  return c.env && 'incoming' in c.env ? getConnInfo(c).remote.address : undefined
}
