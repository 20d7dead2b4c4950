import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../refusal.ts'

/** A page of another site could steer the sandbox through its visitor's browser; programs send neither header. */
export const refuseOtherSites: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const isOwn = site === undefined ? origin === undefined : site === 'same-origin' || site === 'none'
  if (isOwn || origin === new URL(c.req.url).origin) return next()
  throw new Refusal(403, 'other-site', 'The control surface is not for pages of other sites.')
}
