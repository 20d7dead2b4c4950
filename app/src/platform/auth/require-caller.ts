import type { MiddlewareHandler } from 'hono'
import type { ApiScope } from '../api-tokens/api-tokens.shapes.ts'
import { findTokenActor } from '../api-tokens/find-token.ts'
import type { App } from '../app.ts'
import { Refusal } from '../errors.ts'
import type { RouterEnv } from '../http/router-env.ts'
import { giveSessionCookie, sessionToken } from './session-cookie.ts'
import { findSession } from './sessions.ts'

/** Sets the actor of a caller who has a session or a token. Whether one is needed, each operation says itself. */
export function readCaller(app: App): MiddlewareHandler<RouterEnv> {
  return async (c, next) => {
    const bearer = bearerToken(c.req.raw)
    if (bearer === undefined) await takeSession()
    else c.set('actor', await findTokenActor(app, bearer))
    await next()

    async function takeSession(): Promise<void> {
      const token = sessionToken(c)
      const session = token ? await findSession(app, token) : undefined
      if (!token || !session) return
      c.set('actor', session.actor)
      const { id, signInId, vouchedBy, openedAt } = session
      c.set('session', { id, signInId, vouchedBy, openedAt })
      if (session.prolonged) giveSessionCookie(c, app, token)
    }
  }
}

/** A request that carries one is judged by it alone: a cookie beside it does not count. */
export function bearerToken(request: Request): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1]
}

/** Turns away strangers, and tokens that lack the scope. Every operation that is not public has it. */
export function requireCaller(scope: ApiScope | undefined): MiddlewareHandler<RouterEnv> {
  return async (c, next) => {
    // Read by the name of the variable: a request that was never signed in has none.
    const actor = c.var.actor as RouterEnv['Variables']['actor'] | undefined
    if (!actor) {
      throw new Refusal('notSignedIn', {
        code: 'notSignedIn',
        message: 'You are not signed in, or your session has ended. Sign in and try again.',
      })
    }
    if (actor.token) refuseWithoutScope(actor.token.scopes, scope)
    await next()
  }
}

function refuseWithoutScope(scopes: readonly string[], scope: ApiScope | undefined): void {
  if (scope === undefined) {
    throw new Refusal('notAllowed', {
      code: 'token.peopleOnly',
      message: 'This address is for people who are signed in. No token opens it.',
    })
  }
  if (scopes.includes(scope)) return
  throw new Refusal('notAllowed', {
    code: 'token.missingScope',
    message: `This token has not the scope ${scope}, which this address needs. Make a token with it under Admin > API tokens.`,
    params: { scope },
    challenge: `Bearer error="insufficient_scope", scope="${scope}"`,
  })
}
