import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf, pageQuery } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { candidateQuery, reading } from '../search/search.shapes.ts'
import { listActivity } from './activity.queries.ts'
import { getCandidate, listCandidates } from './candidates.queries.ts'
import { candidate, candidateActivity, candidateChange, candidateListItem, newCandidate } from './candidates.shapes.ts'
import { changeCandidate, createCandidate } from './candidates.ts'
import { getCandidateHere } from './who-absorbed.queries.ts'

const tags = ['Candidates']
const params = z.object({ id: z.string() })

export function candidatesRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/candidates',
        scope: 'candidates:read',
        summary: 'List or search candidates',
        description:
          'q takes words, "phrases", AND, OR, NOT, parentheses and beginnings*, over name, headline, title, company, location, skills ' +
          'and e-mail addresses; a whole address is matched whole. A word that occurs nowhere is read as the beginning of one, ' +
          'else as a slip in a name, and readings says so. A filter given several times takes any of its values.',
        tags,
        query: pageQuery.extend(candidateQuery.shape),
        answer: pageOf(candidateListItem).extend({ readings: z.array(reading) }),
      }),
      async c => {
        const page = await look(app, c.get('actor'), tx => listCandidates(tx, c.get('actor'), c.req.valid('query')))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/candidates',
        scope: 'candidates:write',
        summary: 'Create a candidate',
        tags,
        body: newCandidate,
        answer: candidate,
        status: 201,
      }),
      async c => c.json(await perform(app, c.get('actor'), work => createCandidate(work, c.req.valid('json'))), 201),
    )
    .openapi(
      operation({
        method: 'get',
        path: '/candidates/{id}',
        scope: 'candidates:read',
        summary: 'Read a candidate',
        description:
          'The address of somebody who was merged into another candidate answers that candidate, under his own id.',
        tags,
        params,
        answer: candidate,
      }),
      async c =>
        c.json(
          await look(app, c.get('actor'), tx => getCandidateHere(tx, c.get('actor'), c.req.valid('param').id)),
          200,
        ),
    )
    .openapi(
      operation({
        method: 'patch',
        path: '/candidates/{id}',
        scope: 'candidates:write',
        summary: 'Change a candidate',
        description: 'A value that a person gives here is never overwritten by another system.',
        tags,
        params,
        body: candidateChange,
        answer: candidate,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), async work => {
            await changeCandidate(work, c.req.valid('param').id, c.req.valid('json'))
            return getCandidate(work.tx, work.actor, c.req.valid('param').id)
          }),
          200,
        ),
    )
    .openapi(
      operation({
        method: 'get',
        path: '/candidates/{id}/activity',
        scope: 'candidates:read',
        summary: 'What happened to a candidate, newest first',
        tags,
        params,
        query: pageQuery,
        answer: pageOf(candidateActivity),
      }),
      async c => {
        const request = { candidateId: c.req.valid('param').id, ...c.req.valid('query') }
        const page = await look(app, c.get('actor'), tx => listActivity(tx, c.get('actor'), request))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
}
