import { OpenAPIHono } from '@hono/zod-openapi'
import { refuseInvalidInput } from './problem.ts'
import type { RouterEnv } from './router-env.ts'

export type Router = OpenAPIHono<RouterEnv>

/** Every slice's routes start here, so that a wrong input gets the same answer everywhere. */
export function createRouter(): Router {
  return new OpenAPIHono<RouterEnv>({ defaultHook: refuseInvalidInput })
}
