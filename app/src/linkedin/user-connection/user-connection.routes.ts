import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { readCaller } from '../../platform/auth/require-caller.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { refuseUnlessMayManageLinkedIn } from '../access/refusals.ts'
import { askAboutConnection } from './ask-about-connection.ts'
import { readConnectedUsers } from './connected-users.queries.ts'
import { connectedUsers } from './connected-users.shapes.ts'
import { remindUser } from './remind-user.ts'
import { readUserConnection } from './user-connection.queries.ts'
import { linkedinSignIn, userConnection } from './user-connection.shapes.ts'
import { disconnect, finishSignIn, startSignIn } from './user-connection.ts'

const tags = ['LinkedIn']

export function userConnectionRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/linkedin/user-connection',
        summary: 'Read your connection with LinkedIn',
        tags,
        answer: userConnection,
      }),
      async c => {
        const actor = c.get('actor')
        return c.json(await look(app, actor, tx => readUserConnection(tx, actor, app.clock.now())), 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/linkedin/user-connection/reading',
        summary: 'Ask LinkedIn whether your connection still holds',
        description: 'Whoever took his consent back at LinkedIn is disconnected here.',
        tags,
        answer: userConnection,
      }),
      async c => {
        const actor = c.get('actor')
        await askAboutConnection(app, actor)
        return c.json(await look(app, actor, tx => readUserConnection(tx, actor, app.clock.now())), 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/linkedin/user-connection/sign-in',
        summary: 'Begin to connect your LinkedIn account',
        description:
          'Send the browser to the address of the answer. It comes back to /settings?linkedin=connected, or another word.',
        tags,
        answer: linkedinSignIn,
        secret: true,
      }),
      async c => c.json(await startSignIn(app, c.get('actor')), 200),
    )
    .openapi(
      operation({
        method: 'delete',
        path: '/linkedin/user-connection',
        summary: 'Disconnect your LinkedIn account',
        tags,
      }),
      async c => {
        const actor = c.get('actor')
        await perform(app, actor, work => disconnect(work, actor.userId))
        return c.body(null, 204)
      },
    )
    .openapi(
      operation({
        method: 'get',
        path: '/linkedin/connected-users',
        summary: 'List who works with LinkedIn here, each with connection and seat',
        tags,
        answer: connectedUsers,
      }),
      async c => {
        const actor = c.get('actor')
        refuseUnlessMayManageLinkedIn(actor)
        return c.json(await look(app, actor, tx => readConnectedUsers(tx, actor.tenantId, app.clock.now())), 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/linkedin/connected-users/{id}/reminders',
        summary: 'Remind somebody to connect LinkedIn',
        description: 'At most once a day for each person.',
        tags,
        params: z.object({ id: z.string() }),
      }),
      async c => {
        await perform(app, c.get('actor'), work => remindUser(work, c.req.valid('param').id))
        return c.body(null, 204)
      },
    )
}

/** Where LinkedIn sends the browser back to. A page's address and no part of the API. */
export function linkedInReturn(app: App) {
  const router = createRouter()
  router.use('/linkedin/return', readCaller(app))
  router.get('/linkedin/return', async c => {
    const actor = c.get('actor')
    const outcome = actor ? await finishSignIn(app, actor, new URL(c.req.url).searchParams) : 'signedOut'
    c.header('cache-control', 'no-store')
    return c.redirect(`/settings?linkedin=${outcome}`)
  })
  return router
}
