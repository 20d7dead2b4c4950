import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { perform } from '../../platform/work.ts'
import { activateJob } from '../jobs/jobs.ts'
import { aCompany, aJob, eventsOf } from '../testing/builders.ts'
import { processesRoutes } from './processes.routes.ts'

test('the Prospect setting changes before activation and is frozen after it', async () => {
  const app = await testApp()
  const { recruiter, colleague } = await aCompany(app)
  const job = await aJob(app, recruiter, { team: [{ userId: colleague.userId, role: 'interviewer' }] })
  const browser = await signedIn(app, recruiter, processesRoutes)
  const address = `/api/v1/jobs/${job.id}/process/prospect`
  expect(await browser.patch(address, { openToHiringManagers: false })).toMatchObject({
    status: 200,
    body: { stages: [{ kind: 'prospect', enabled: true, openToHiringManagers: false }, {}, {}, {}, {}] },
  })
  await browser.patch(address, { openToHiringManagers: false })
  const changes = (await eventsOf(app, recruiter, job.id)).filter(event => event.kind === 'job.prospectSettingChanged')
  expect(changes).toMatchObject([
    {
      job_id: job.id,
      change: {
        old: { enabled: true, openToHiringManagers: true },
        new: { enabled: true, openToHiringManagers: false },
      },
    },
  ])
  const interviewer = await signedIn(app, colleague, processesRoutes)
  expect(await interviewer.patch(address, { enabled: false })).toMatchObject({
    status: 403,
    body: { code: 'job.mayNotEdit' },
  })
  await perform(app, recruiter, work => activateJob(work, job.id))
  expect(await browser.patch(address, { enabled: false })).toMatchObject({
    status: 409,
    body: { code: 'job.processFrozen' },
  })
})
