import type { MiddlewareHandler } from 'hono'
import type { App } from '../app.ts'
import { Refusal } from '../errors.ts'
import type { RouterEnv } from '../http/router-env.ts'
import { giveSessionCookie, sessionToken } from './session-cookie.ts'
import { findSession } from './sessions.ts'

/** Sets the actor of a caller who has a session. Whether one is needed, each operation says itself. */
export function readSession(app: App): MiddlewareHandler<RouterEnv> {
  return async (c, next) => {
    const token = sessionToken(c)
    const session = token ? await findSession(app, token) : undefined
    if (token && session) {
      c.set('actor', session.actor)
      c.set('session', { id: session.id, signInId: session.signInId })
      if (session.prolonged) giveSessionCookie(c, app, token)
    }
    await next()
  }
}

/** Turns away whoever is not signed in. Every operation that is not public has it. */
export const requireSession: MiddlewareHandler<RouterEnv> = async (c, next) => {
  if (!c.get('actor')) {
    throw new Refusal('notSignedIn', {
      code: 'notSignedIn',
      message: 'You are not signed in, or your session has ended. Sign in and try again.',
    })
  }
  await next()
}
