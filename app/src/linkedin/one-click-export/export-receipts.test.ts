import { expect, test } from 'vitest'
import { homeRoutes } from '../../hiring/home/home.routes.ts'
import { aCompany, anActiveJob } from '../../hiring/testing/builders.ts'
import type { UserActor } from '../../platform/actor.ts'
import { testApp, testClock } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { perform } from '../../platform/work.ts'
import { oneClickExportRoutes } from './one-click-export.routes.ts'
import type { NewReceipt } from './write-receipt.ts'
import { writeReceipt } from './write-receipt.ts'

interface ListAnswer {
  data: { id: string; personName: string | null; jobId: string | null; jobTitle: string | null }[]
  next: string | null
}

async function aCompanyWithReceipts() {
  const clock = testClock('2026-11-23T08:00:00Z')
  const app = await testApp({ clock })
  const company = await aCompany(app)
  let number = 0
  const receipt = (values: Partial<NewReceipt> = {}) =>
    perform(app, { kind: 'operator', tenantId: company.tenantId }, work => {
      number += 1
      return writeReceipt(work, {
        requestId: String(number),
        outcome: 'refused',
        cause: 'jobClosed',
        receivedAt: app.clock.now(),
        personName: `Person ${number}`,
        ...values,
      })
    })
  const list = async (actor: UserActor, query = '') => {
    const browser = await signedIn(app, actor, oneClickExportRoutes)
    const answer = await browser.get(`/api/v1/export-receipts${query}`)
    expect(answer.status).toBe(200)
    return answer.body as ListAnswer
  }
  const names = async (actor: UserActor, query = '') => (await list(actor, query)).data.map(one => one.personName)
  return { app, clock, company, receipt, list, names }
}

test('a job’s receipts are for those who may see its prospects', async () => {
  const { app, company, receipt, names } = await aCompanyWithReceipts()
  const outsider = await company.person({ roles: ['recruiter'] })
  const job = await anActiveJob(app, company.recruiter, {
    team: [
      { userId: company.manager.userId, role: 'hiring_manager' },
      { userId: company.colleague.userId, role: 'interviewer' },
    ],
  })
  await receipt({ jobId: job.id })
  for (const actor of [company.recruiter, company.manager, company.admin, company.reader]) {
    expect(await names(actor)).toEqual(['Person 1'])
  }
  for (const actor of [company.colleague, outsider]) expect(await names(actor)).toEqual([])
})

test('who exported learns what became of it, and no more of a job that he may not see', async () => {
  const { app, company, receipt, list } = await aCompanyWithReceipts()
  const outsider = await company.person({ roles: ['recruiter'] })
  const job = await anActiveJob(app, company.recruiter)
  await receipt({
    jobId: job.id,
    jobReference: job.reference,
    exporterUserId: outsider.userId,
    cause: 'exporterNotOnTeam',
  })
  expect((await list(outsider)).data).toMatchObject([{ jobId: null, jobTitle: null, jobReference: job.reference }])
  expect((await list(company.recruiter)).data).toMatchObject([{ jobId: job.id, jobTitle: 'Tulip grower' }])
})

test('what nobody can place is told to all who work with exports, and the name to those who see all jobs', async () => {
  const { company, receipt, list, names } = await aCompanyWithReceipts()
  await receipt({ cause: 'jobUnknown', raw: { candidate: { headline: 'Grower' } } })
  expect((await list(company.admin)).data).toMatchObject([{ personName: 'Person 1', headline: 'Grower' }])
  for (const actor of [company.recruiter, company.manager]) {
    expect((await list(actor)).data).toMatchObject([{ personName: null, headline: null }])
  }
  const interviewer = await company.person({ roles: [] })
  expect(await names(interviewer)).toEqual([])
})

test('other companies see nothing', async () => {
  const { app, receipt } = await aCompanyWithReceipts()
  await receipt()
  const other = await aCompany(app)
  const browser = await signedIn(app, other.admin, oneClickExportRoutes)
  expect((await browser.get('/api/v1/export-receipts')).body).toEqual({ data: [], hasNext: false, next: null })
})

test('closed for me is closed for me alone', async () => {
  const { app, company, receipt, list, names } = await aCompanyWithReceipts()
  const job = await anActiveJob(app, company.recruiter)
  await receipt({ jobId: job.id })
  const [shown] = (await list(company.recruiter)).data
  const browser = await signedIn(app, company.recruiter, oneClickExportRoutes)
  const dismissal = `/api/v1/export-receipts/${shown?.id}/dismissal`
  expect((await browser.post(dismissal)).status).toBe(204)
  expect((await browser.post(dismissal)).status).toBe(204)
  expect(await names(company.recruiter, '?open=true')).toEqual([])
  expect(await names(company.recruiter)).toEqual(['Person 1'])
  expect(await names(company.admin, '?open=true')).toEqual(['Person 1'])
  const outsider = await signedIn(app, company.colleague, oneClickExportRoutes)
  expect((await outsider.post(dismissal)).status).toBe(404)
})

test('news are what came since the last visit to Home', async () => {
  const { app, clock, company, receipt, names } = await aCompanyWithReceipts()
  await receipt()
  expect(await names(company.admin, '?since=visit')).toEqual(['Person 1'])
  clock.moveMs(1_000)
  const browser = await signedIn(app, company.admin, homeRoutes)
  expect((await browser.put('/api/v1/home-visits')).status).toBe(204)
  expect(await names(company.admin, '?since=visit')).toEqual([])
  clock.moveMs(1_000)
  await receipt()
  expect(await names(company.admin, '?since=visit')).toEqual(['Person 2'])
})

test('pages go on where the last one ended, newest first, with the filters', async () => {
  const { app, company, receipt, list } = await aCompanyWithReceipts()
  const job = await anActiveJob(app, company.recruiter)
  for (let i = 0; i < 5; i++) await receipt({ jobId: job.id })
  await receipt({ personName: 'Elsewhere' })
  const seen: (string | null)[] = []
  for (let next: string | null = '', page = 0; next !== null && page < 5; page++) {
    const cursor: string = next === '' ? '' : `&next=${next}`
    const answer: ListAnswer = await list(company.admin, `?jobId=${job.id}&limit=2${cursor}`)
    seen.push(...answer.data.map(one => one.personName))
    next = answer.next
  }
  expect(seen).toEqual(['Person 5', 'Person 4', 'Person 3', 'Person 2', 'Person 1'])
})

test('what did not arrive can be asked for alone', async () => {
  const { company, receipt, names } = await aCompanyWithReceipts()
  for (const outcome of ['refused', 'arrived', 'failed', 'joined'] as const) await receipt({ outcome })
  expect(await names(company.admin, '?outcome=bad')).toEqual(['Person 3', 'Person 1'])
  expect(await names(company.admin, '?outcome=good')).toEqual(['Person 4', 'Person 2'])
})
