import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf, pageQuery } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { getJob, listJobs } from './jobs.queries.ts'
import { job, jobChange, jobClosure, jobFilter, jobListItem, newJob as newJobShape } from './jobs.shapes.ts'
import { activateJob, changeJob, closeJob, newJob } from './jobs.ts'

const tags = ['Jobs']
const params = z.object({ id: z.string() })

export function jobsRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/jobs',
        scope: 'jobs:read',
        summary: 'List jobs, newest first',
        tags,
        query: pageQuery.extend(jobFilter.shape),
        answer: pageOf(jobListItem),
      }),
      async c => {
        const page = await look(app, c.get('actor'), tx => listJobs(tx, c.get('actor'), c.req.valid('query')))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/jobs',
        scope: 'jobs:write',
        summary: 'Create a job',
        tags,
        body: newJobShape,
        answer: job,
        status: 201,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), async work => {
            const { id } = await newJob(work, c.req.valid('json'))
            return getJob(work.tx, work.actor, id)
          }),
          201,
        ),
    )
    .openapi(
      operation({
        method: 'get',
        path: '/jobs/{id}',
        scope: 'jobs:read',
        summary: 'Read a job',
        tags,
        params,
        answer: job,
      }),
      async c =>
        c.json(await look(app, c.get('actor'), tx => getJob(tx, c.get('actor'), c.req.valid('param').id)), 200),
    )
    .openapi(
      operation({
        method: 'patch',
        path: '/jobs/{id}',
        scope: 'jobs:write',
        summary: 'Change a job',
        tags,
        params,
        body: jobChange,
        answer: job,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), async work => {
            await changeJob(work, c.req.valid('param').id, c.req.valid('json'))
            return getJob(work.tx, work.actor, c.req.valid('param').id)
          }),
          200,
        ),
    )
    .openapi(
      operation({
        method: 'post',
        path: '/jobs/{id}/activation',
        scope: 'jobs:write',
        summary: 'Activate a job',
        description: 'Needs a title, a description and a location. Freezes the process.',
        tags,
        params,
        answer: job,
        status: 201,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), async work => {
            await activateJob(work, c.req.valid('param').id)
            return getJob(work.tx, work.actor, c.req.valid('param').id)
          }),
          201,
        ),
    )
    .openapi(
      operation({
        method: 'post',
        path: '/jobs/{id}/closure',
        scope: 'jobs:write',
        summary: 'Close a job',
        description: 'Filled by somebody in Offer, or cancelled. All other applications close with it.',
        tags,
        params,
        body: jobClosure,
        answer: job,
        status: 201,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), async work => {
            await closeJob(work, c.req.valid('param').id, c.req.valid('json'))
            return getJob(work.tx, work.actor, c.req.valid('param').id)
          }),
          201,
        ),
    )
}
