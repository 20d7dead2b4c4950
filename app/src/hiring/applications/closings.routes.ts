import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { closeApplication } from './close-application.ts'
import { listClosed } from './closings.queries.ts'
import { closedApplication, closedListItem, closedQuery, newClosing, reopenedApplication } from './closings.shapes.ts'
import { reopenApplication } from './reopen-application.ts'
import { undoClosing, undoReopening } from './undo-closing.ts'

const tags = ['Applications']
const params = z.object({ id: z.string() })

export function closingsRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/jobs/{id}/closed-applications',
        scope: 'applications:read',
        summary: 'List who is out of the running on a job',
        description: 'The last one first. The board shows all others, and how many there are of these.',
        tags,
        params,
        query: closedQuery,
        answer: pageOf(closedListItem),
      }),
      async c => {
        const request = { jobId: c.req.valid('param').id, ...c.req.valid('query') }
        const page = await look(app, c.get('actor'), tx => listClosed(tx, c.get('actor'), request))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/applications/{id}/closings',
        scope: 'applications:write',
        summary: 'Reject a person, or write down that he withdrew',
        description:
          'A rejection is for the application, education, experience, skill_set, competency, licensure, assessment, silver_medalist or other; a withdrawal because of offer_declined, other_job, terms, personal, no_answer or other.',
        tags,
        params,
        body: newClosing,
        answer: closedApplication,
        status: 201,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), work =>
            closeApplication(work, c.req.valid('param').id, c.req.valid('json')),
          ),
          201,
        ),
    )
    .openapi(
      operation({
        method: 'post',
        path: '/applications/{id}/reopenings',
        scope: 'applications:write',
        summary: 'Bring a person back into the running',
        description: 'Into the stage where he was when the application was closed.',
        tags,
        params,
        answer: reopenedApplication,
        status: 201,
      }),
      async c =>
        c.json(await perform(app, c.get('actor'), work => reopenApplication(work, c.req.valid('param').id)), 201),
    )
    .openapi(
      operation({
        method: 'post',
        path: '/closings/{id}/reversal',
        scope: 'applications:write',
        summary: 'Undo your own closing',
        description: 'For 60 seconds, as if it had never been.',
        tags,
        params,
        answer: reopenedApplication,
        status: 201,
      }),
      async c => c.json(await perform(app, c.get('actor'), work => undoClosing(work, c.req.valid('param').id)), 201),
    )
    .openapi(
      operation({
        method: 'post',
        path: '/reopenings/{id}/reversal',
        scope: 'applications:write',
        summary: 'Undo your own re-opening',
        description: 'For 60 seconds: the closing holds again, with its date and reason.',
        tags,
        params,
        answer: closedApplication,
        status: 201,
      }),
      async c => c.json(await perform(app, c.get('actor'), work => undoReopening(work, c.req.valid('param').id)), 201),
    )
}
