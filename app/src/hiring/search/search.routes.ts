import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look } from '../../platform/work.ts'
import { countFacets } from './facets.queries.ts'
import { getNeighbours } from './neighbours.queries.ts'
import { candidateFacets, candidateQuery, neighbours } from './search.shapes.ts'

const tags = ['Candidates']

/** Mounted before the candidates' own addresses, of which `/candidates/facets` would be one more id. */
export function searchRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        scope: 'candidates:read',
        path: '/candidates/facets',
        summary: 'Count a list of candidates, by title, company, place, skill, source, job and stage',
        description:
          'Takes the query and filters of the list. What is chosen in a filter does not narrow its own values.',
        tags,
        query: candidateQuery,
        answer: candidateFacets,
      }),
      async c =>
        c.json(await look(app, c.get('actor'), tx => countFacets(tx, c.get('actor'), c.req.valid('query'))), 200),
    )
    .openapi(
      operation({
        method: 'get',
        scope: 'candidates:read',
        path: '/candidates/{id}/neighbours',
        summary: 'Who stands before and after a candidate on a list',
        description: 'Takes the query, filters and sort of the list.',
        tags,
        params: z.object({ id: z.string() }),
        query: candidateQuery,
        answer: neighbours,
      }),
      async c => {
        const { id } = c.req.valid('param')
        const query = c.req.valid('query')
        return c.json(await look(app, c.get('actor'), tx => getNeighbours(tx, c.get('actor'), id, query)), 200)
      },
    )
}
