import type { Context } from 'hono'

export interface PageProtection {
  /** A browser also checks `form-action` against the address that a form's answer redirects to. */
  readonly formTargets?: readonly string[]
  /** The one origin that may show this page in a frame; otherwise nobody may. */
  readonly embeddedBy?: string | undefined
}

/** Nothing inline, nothing from elsewhere. */
export function protectPage(c: Context, { formTargets = [], embeddedBy }: PageProtection = {}): void {
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${embeddedBy ?? "'none'"}`,
    `form-action ${["'self'", ...formTargets].join(' ')}`,
  ]
  c.header('Content-Security-Policy', policy.join('; '))
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Content-Type-Options', 'nosniff')
}
