import type { App } from './platform/app.ts'
import { sessionRoutes } from './platform/auth/session.routes.ts'
import { liveRoutes } from './platform/http/live.routes.ts'
import { createRouter } from './platform/http/router.ts'

/** Every slice's addresses. Their types travel to the browser, which is why they are chained. */
export function buildRoutes(app: App) {
  return createRouter().route('/api/v1', sessionRoutes(app)).route('/api/v1', liveRoutes(app))
}

export type Routes = ReturnType<typeof buildRoutes>
