import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf, pageQuery } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import type { ErasingCompanion } from './erase-candidate.ts'
import { eraseCandidate } from './erase-candidate.ts'
import { listErasures } from './erasing.queries.ts'
import { erasure, newErasure } from './erasing.shapes.ts'

const tags = ['Candidates']

/** `companions`: what other parts of the product keep about candidates. */
export function erasingRoutes(app: App, companions: readonly ErasingCompanion[]) {
  return createRouter()
    .openapi(
      operation({
        method: 'post',
        path: '/candidates/{id}/erasure',
        summary: 'Erase a candidate for good',
        description:
          'With his applications, notes and whatever else is kept about him, and with whoever was merged into him. LinkedIn is told to delete ' +
          'what it holds. It cannot be undone.',
        tags,
        params: z.object({ id: z.string() }),
        body: newErasure,
      }),
      async c => {
        await perform(app, c.get('actor'), work =>
          eraseCandidate(work, c.req.valid('param').id, c.req.valid('json'), companions),
        )
        return c.body(null, 204)
      },
    )
    .openapi(
      operation({
        method: 'get',
        path: '/erasures',
        summary: 'List what was erased, newest first',
        description: 'When, by whom and why; not who it was.',
        tags,
        query: pageQuery,
        answer: pageOf(erasure),
      }),
      async c => {
        const page = await look(app, c.get('actor'), tx => listErasures(tx, c.get('actor'), c.req.valid('query')))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
}
