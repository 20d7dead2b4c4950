import type { Context } from 'hono'

/**
 * Nothing inline, nothing from elsewhere. A browser also checks `form-action` against the address that a form's answer
 * redirects to, so the pages of a consent name the application's origin.
 */
export function protectPage(c: Context, formTargets: readonly string[] = []): void {
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
  ]
  c.header('Content-Security-Policy', policy.join('; '))
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Content-Type-Options', 'nosniff')
}
