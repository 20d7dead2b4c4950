import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { changesPage, changesQuery } from './changes.shapes.ts'
import { waitForChanges } from './wait-for-changes.ts'

export function changesRoutes(app: App) {
  return createRouter().openapi(
    operation({
      method: 'get',
      path: '/changes',
      scope: 'changes:read',
      summary: 'Read what has changed since a position, oldest first',
      description:
        'By ids only: ask for the thing itself. Keep next and send it as since the next time; it is there also when nothing has changed. ' +
        'Tokens see the kinds whose read scope they have. Nothing is passed over, also of changes that are committed late.',
      tags: ['Changes'],
      query: changesQuery,
      answer: changesPage,
    }),
    async c => {
      const request = { ...c.req.valid('query'), signal: c.req.raw.signal }
      const page = await waitForChanges(app, c.get('actor'), request)
      linkHeader(c, page.hasNext ? page.next : null, 'since')
      return c.json(page, 200)
    },
  )
}
