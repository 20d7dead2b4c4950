import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { perform } from '../../platform/work.ts'
import { getJob } from '../jobs/jobs.queries.ts'
import { job, prospectSetting } from '../jobs/jobs.shapes.ts'
import { changeProspectSetting } from './processes.ts'

export function processesRoutes(app: App) {
  return createRouter().openapi(
    operation({
      method: 'patch',
      path: '/jobs/{id}/process/prospect',
      scope: 'jobs:write',
      summary: 'Change the Prospect stage of a job',
      description: 'Only before activation: from then on the process is frozen.',
      tags: ['Jobs'],
      params: z.object({ id: z.string() }),
      body: prospectSetting,
      answer: job,
    }),
    async c =>
      c.json(
        await perform(app, c.get('actor'), async work => {
          await changeProspectSetting(work, c.req.valid('param').id, c.req.valid('json'))
          return getJob(work.tx, work.actor, c.req.valid('param').id)
        }),
        200,
      ),
  )
}
