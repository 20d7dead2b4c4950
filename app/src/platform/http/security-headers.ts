import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'

// A popup for LinkedIn's sign-in must be able to tell its opener that it is done.
const everywhere = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

// What is no page may load nothing and be framed nowhere.
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

export function secureHeaders(config: Config): MiddlewareHandler {
  const headers: Record<string, string> = { ...everywhere, 'content-security-policy': NO_PAGE }
  if (config.publicUrl.startsWith('https:')) headers['strict-transport-security'] = 'max-age=31536000'
  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}

export function newNonce(): string {
  return randomBytes(18).toString('base64')
}

/** For pages. LinkedIn's widgets stand on framed pages of their own, with policies of their own. */
export function pagePolicy(config: Config, nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self' ${config.linkedin.wwwUrl}`,
    "frame-ancestors 'none'",
  ].join('; ')
}
