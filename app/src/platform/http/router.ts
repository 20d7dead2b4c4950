import { OpenAPIHono } from '@hono/zod-openapi'
import type { UserActor } from '../actor.ts'
import { refuseInvalidInput } from './problem.ts'

/** The session that a request came with; only the session's own routes look at it. */
export interface RequestSession {
  id: string
  signInId: string
}

export interface RouterEnv {
  Variables: { actor: UserActor; requestId: string; session: RequestSession }
}

export type Router = OpenAPIHono<RouterEnv>

/** Every slice's routes start here, so that a wrong input gets the same answer everywhere. */
export function createRouter(): Router {
  return new OpenAPIHono<RouterEnv>({ defaultHook: refuseInvalidInput })
}
