import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf, pageQuery } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { listNotifications } from './notifications.queries.ts'
import { notification } from './notifications.shapes.ts'
import { markAllRead, markRead } from './notifications.ts'

const tags = ['Notifications']

export function notificationsRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/notifications',
        summary: 'Your own notifications, newest first',
        tags,
        query: pageQuery,
        answer: pageOf(notification),
      }),
      async c => {
        const page = await look(app, c.get('actor'), tx => listNotifications(tx, c.get('actor'), c.req.valid('query')))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({ method: 'put', path: '/notifications/read', summary: 'Mark all your notifications as read', tags }),
      async c => {
        await perform(app, c.get('actor'), markAllRead)
        return c.body(null, 204)
      },
    )
    .openapi(
      operation({
        method: 'put',
        path: '/notifications/{id}/read',
        summary: 'Mark a notification as read',
        tags,
        params: z.object({ id: z.string() }),
      }),
      async c => {
        await perform(app, c.get('actor'), work => markRead(work, c.req.valid('param').id))
        return c.body(null, 204)
      },
    )
}
