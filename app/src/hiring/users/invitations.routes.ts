import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { addressOf } from '../../platform/http/caller.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { perform } from '../../platform/work.ts'
import { acceptance, invitation, invitationLink } from './invitations.shapes.ts'
import { acceptInvitation, inviteAgain, readInvitation } from './invitations.ts'

const tags = ['Users']

export function invitationsRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'post',
        path: '/users/{id}/invitations',
        summary: 'Mails an invitation again, to somebody who has not signed in yet',
        tags,
        params: z.object({ id: z.string() }),
        body: z.object({ language: z.enum(['en', 'nl']) }),
      }),
      async c => {
        const { language } = c.req.valid('json')
        const input = { userId: c.req.valid('param').id, language }
        await perform(app, c.get('actor'), work => inviteAgain(app, work, input))
        return c.body(null, 204)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/invitations/readings',
        summary: 'Reads the invitation of a mailed link, without using it up',
        tags,
        public: true,
        body: invitationLink,
        answer: invitation,
      }),
      async c => {
        const caller = { address: addressOf(c, app.config.trustedProxies) }
        return c.json(await readInvitation(app, c.req.valid('json').token, caller), 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/invitations/acceptances',
        summary: 'Accepts the invitation of a mailed link; the person can sign in from then on',
        tags,
        public: true,
        body: acceptance,
      }),
      async c => {
        await acceptInvitation(app, c.req.valid('json'), { address: addressOf(c, app.config.trustedProxies) })
        return c.body(null, 204)
      },
    )
}
