import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf, pageQuery } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { listSavedViews } from './saved-views.queries.ts'
import { newSavedView, savedView, savedViewChange } from './saved-views.shapes.ts'
import { changeView, ownerOf, removeView, saveView } from './saved-views.ts'

const tags = ['Saved views']
const params = z.object({ id: z.string() })

export function savedViewsRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/saved-views',
        summary: 'Your own saved views and those that colleagues share, by name',
        tags,
        query: pageQuery,
        answer: pageOf(savedView),
      }),
      async c => {
        const actor = ownerOf(c.get('actor'))
        const page = await look(app, actor, tx => listSavedViews(tx, actor, c.req.valid('query')))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/saved-views',
        summary: 'Save a list of candidates as a view',
        tags,
        body: newSavedView,
        answer: savedView,
        status: 201,
      }),
      async c => c.json(await perform(app, c.get('actor'), work => saveView(work, c.req.valid('json'))), 201),
    )
    .openapi(
      operation({
        method: 'patch',
        path: '/saved-views/{id}',
        summary: 'Rename, share or change a view of your own',
        tags,
        params,
        body: savedViewChange,
        answer: savedView,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), work => changeView(work, c.req.valid('param').id, c.req.valid('json'))),
          200,
        ),
    )
    .openapi(
      operation({
        method: 'delete',
        path: '/saved-views/{id}',
        summary: 'Remove a view of your own',
        tags,
        params,
      }),
      async c => {
        await perform(app, c.get('actor'), work => removeView(work, c.req.valid('param').id))
        return c.body(null, 204)
      },
    )
}
