import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf, pageQuery } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { remindToConnect } from './connect-reminders.ts'
import { listExportReceipts } from './export-receipts.queries.ts'
import { dismissReceipt } from './export-receipts.ts'
import { readJobInLinkedIn } from './job-in-linkedin.queries.ts'
import { exportReceipt, exportReceiptFilter, jobInLinkedIn, newReminder } from './one-click-export.shapes.ts'

const tags = ['LinkedIn']
const params = z.object({ id: z.string() })

export function oneClickExportRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/export-receipts',
        scope: 'linkedin:read',
        summary: 'List what became of exports from LinkedIn Recruiter, newest first',
        tags,
        query: pageQuery.extend(exportReceiptFilter.shape),
        answer: pageOf(exportReceipt),
      }),
      async c => {
        const actor = c.get('actor')
        const page = await look(app, actor, tx => listExportReceipts(tx, actor, c.req.valid('query')))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/export-receipts/{id}/dismissal',
        summary: 'Close a receipt for yourself',
        tags,
        params,
      }),
      async c => {
        const actor = c.get('actor')
        await perform(app, actor, work => dismissReceipt(work, actor, c.req.valid('param').id))
        return c.body(null, 204)
      },
    )
    .openapi(
      operation({
        method: 'get',
        path: '/jobs/{id}/linkedin',
        scope: 'linkedin:read',
        summary: 'Read who can export to a job, name by name',
        tags,
        params,
        answer: jobInLinkedIn,
      }),
      async c => {
        const actor = c.get('actor')
        const question = { jobId: c.req.valid('param').id, now: app.clock.now() }
        return c.json(await look(app, actor, tx => readJobInLinkedIn(tx, actor, question)), 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/jobs/{id}/linkedin/reminders',
        summary: 'Remind a colleague to connect LinkedIn',
        description: 'At most once a day for each person and job.',
        tags,
        params,
        body: newReminder,
      }),
      async c => {
        const { userId } = c.req.valid('json')
        await perform(app, c.get('actor'), work => remindToConnect(work, c.req.valid('param').id, userId))
        return c.body(null, 204)
      },
    )
}
