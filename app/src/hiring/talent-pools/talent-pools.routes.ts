import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf, pageQuery } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { getPool, listPools } from './talent-pools.queries.ts'
import { newTalentPool, poolFilter, talentPool } from './talent-pools.shapes.ts'
import { createPool, deletePool, renamePool } from './talent-pools.ts'

const tags = ['Talent pools']
const params = z.object({ id: z.string() })

export function talentPoolsRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/talent-pools',
        scope: 'talentPools:read',
        summary: 'List talent pools, by name',
        description: 'Your own; all of them for administrators and those who read everything.',
        tags,
        query: pageQuery.extend(poolFilter.shape),
        answer: pageOf(talentPool),
      }),
      async c => {
        const page = await look(app, c.get('actor'), tx => listPools(tx, c.get('actor'), c.req.valid('query')))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/talent-pools',
        scope: 'talentPools:write',
        summary: 'Make a talent pool',
        tags,
        body: newTalentPool,
        answer: talentPool,
        status: 201,
      }),
      async c => c.json(await perform(app, c.get('actor'), work => createPool(work, c.req.valid('json'))), 201),
    )
    .openapi(
      operation({
        method: 'get',
        path: '/talent-pools/{id}',
        scope: 'talentPools:read',
        summary: 'Read a talent pool',
        tags,
        params,
        answer: talentPool,
      }),
      async c =>
        c.json(await look(app, c.get('actor'), tx => getPool(tx, c.get('actor'), c.req.valid('param').id)), 200),
    )
    .openapi(
      operation({
        method: 'patch',
        path: '/talent-pools/{id}',
        scope: 'talentPools:write',
        summary: 'Rename a talent pool',
        tags,
        params,
        body: newTalentPool,
        answer: talentPool,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), work => renamePool(work, c.req.valid('param').id, c.req.valid('json'))),
          200,
        ),
    )
    .openapi(
      operation({
        method: 'delete',
        path: '/talent-pools/{id}',
        scope: 'talentPools:write',
        summary: 'Delete a talent pool',
        description: 'The people in it stay candidates.',
        tags,
        params,
      }),
      async c => {
        await perform(app, c.get('actor'), work => deletePool(work, c.req.valid('param').id))
        return c.body(null, 204)
      },
    )
}
