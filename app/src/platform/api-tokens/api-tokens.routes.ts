import { z } from 'zod'
import type { App } from '../app.ts'
import { operation } from '../http/operation.ts'
import { linkHeader, pageOf, pageQuery } from '../http/paging.ts'
import { createRouter } from '../http/router.ts'
import { look, perform } from '../work.ts'
import { listApiTokens } from './api-tokens.queries.ts'
import { apiToken, createdApiToken, newApiToken } from './api-tokens.shapes.ts'
import { createApiToken, refuseUnlessMayManageTokens, revokeApiToken } from './api-tokens.ts'

const tags = ['API tokens']

export function apiTokensRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/api-tokens',
        summary: 'List the API tokens of this company, newest first',
        tags,
        query: pageQuery,
        answer: pageOf(apiToken),
      }),
      async c => {
        const { tenantId } = c.get('actor')
        refuseUnlessMayManageTokens(c.get('actor'))
        const request = { ...c.req.valid('query'), now: app.clock.now() }
        const page = await look(app, c.get('actor'), tx => listApiTokens(tx, tenantId, request))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/api-tokens',
        summary: 'Make an API token',
        description: 'The token itself is in this answer only. It stops when the person who made it is switched off.',
        tags,
        body: newApiToken,
        answer: createdApiToken,
        status: 201,
        secret: true,
      }),
      async c => {
        const actor = c.get('actor')
        return c.json(await perform(app, actor, work => createApiToken(work, actor, c.req.valid('json'))), 201)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/api-tokens/{id}/revocation',
        summary: 'Revoke an API token, for good',
        tags,
        params: z.object({ id: z.string() }),
        answer: apiToken,
        status: 201,
      }),
      async c => c.json(await perform(app, c.get('actor'), work => revokeApiToken(work, c.req.valid('param').id)), 201),
    )
}
