import type { MiddlewareHandler } from 'hono'
import { bearerToken } from '../auth/require-caller.ts'
import { sessionToken } from '../auth/session-cookie.ts'
import type { Config } from '../config.ts'
import { notAllowed } from '../errors.ts'
import { answerProblem } from './problem.ts'
import type { RouterEnv } from './router-env.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser sends our cookie along with what another site makes it send. So a change needs JSON, which no foreign form
 * can send, and must say that it comes from our own pages.
 */
export function ownPagesOnly(config: Config): MiddlewareHandler<RouterEnv> {
  return async (c, next) => {
    if (safeMethods.has(c.req.method)) return next()
    if (!isJsonOrEmpty(c.req.raw)) {
      return answerProblem(c, 415, {
        code: 'wrongContentType',
        detail: 'This address takes JSON only. Send the header Content-Type: application/json.',
      })
    }
    // No browser adds a token by itself, and no cookie counts beside one.
    if (bearerToken(c.req.raw) !== undefined) return next()
    const origin = c.req.header('origin')
    const fromOwnPage =
      origin === undefined ? c.req.header('sec-fetch-site') === 'same-origin' : origin === config.publicUrl
    // A program that sends neither a cookie nor an origin is no browser, and nobody's page steers it.
    const needed = sessionToken(c) !== undefined || origin !== undefined
    if (needed && !fromOwnPage) {
      throw notAllowed(
        'foreignOrigin',
        `This change did not come from a page of Lodestone, so it was not made. Open Lodestone at ${config.publicUrl} and try again there.`,
      )
    }
    await next()
  }
}

function isJsonOrEmpty(request: Request): boolean {
  const type = request.headers.get('content-type')
  if (type !== null) return /^application\/json\s*(;|$)/i.test(type)
  const hasBody = request.headers.has('transfer-encoding') || Number(request.headers.get('content-length') ?? 0) > 0
  return !hasBody
}
