import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { perform } from '../../platform/work.ts'
import { endHomeVisit } from '../users/users.ts'

export function homeRoutes(app: App) {
  return createRouter().openapi(
    operation({ method: 'put', path: '/home-visits', summary: 'End your visit to Home', tags: ['Home'] }),
    async c => {
      await perform(app, c.get('actor'), endHomeVisit)
      return c.body(null, 204)
    },
  )
}
