import { expect, test } from 'vitest'
import { testApp, testClock } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import { markOpened } from '../applications/applications.ts'
import { aCompany, aJob, anActiveJob, anApplication } from '../testing/builders.ts'
import { listJobs } from './jobs.queries.ts'
import { jobsRoutes } from './jobs.routes.ts'
import { findStanding } from './standing.queries.ts'

interface JobsPage {
  data: { id: string }[]
  hasNext: boolean
  next: string | null
}

test('pages through jobs of the same moment, each once, with a link that keeps the filters', async () => {
  const app = await testApp({ clock: testClock('2026-03-01T09:00:00Z') })
  const { recruiter } = await aCompany(app)
  const made: string[] = []
  for (let number = 0; number < 7; number++) made.push((await aJob(app, recruiter, { title: `Grower ${number}` })).id)
  const browser = await signedIn(app, recruiter, jobsRoutes)
  const seen: string[] = []
  let address = '/api/v1/jobs?limit=3&q=grower&state=draft'
  for (let pages = 0; pages < 3; pages++) {
    const { body, headers } = await browser.get(address)
    const page = body as JobsPage
    seen.push(...page.data.map(job => job.id))
    expect(page.hasNext).toBe(pages < 2)
    address = /<(.+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? ''
    if (page.hasNext) expect(address).toContain('q=grower&state=draft')
  }
  expect(seen).toEqual(made.reverse())
  expect(await browser.get('/api/v1/jobs?next=nonsense')).toMatchObject({
    status: 422,
    body: { code: 'invalidCursor' },
  })
})

test('mine are those on whose team I am; all are those I may see', async () => {
  const app = await testApp()
  const { admin, recruiter, manager, reader } = await aCompany(app)
  const own = await aJob(app, manager, { ownRole: 'hiring_manager' })
  const other = await aJob(app, recruiter)
  const ids = async (actor: typeof admin, scope: 'mine' | 'all') =>
    (await look(app, actor, tx => listJobs(tx, actor, { scope, limit: 10 }))).data.map(job => job.id)
  expect(await ids(manager, 'mine')).toEqual([own.id])
  expect(await ids(manager, 'all')).toEqual([own.id])
  expect(await ids(admin, 'mine')).toEqual([])
  expect(await ids(admin, 'all')).toEqual([other.id, own.id])
  expect(await ids(reader, 'all')).toEqual([other.id, own.id])
})

test('searches title and job id, without capitals and accents', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const job = await aJob(app, recruiter, { title: 'Crème brûlée Chef 100%' })
  await aJob(app, recruiter, { title: 'Chef' })
  const found = async (q: string) =>
    (await look(app, recruiter, tx => listJobs(tx, recruiter, { scope: 'mine', q, limit: 10 }))).data.map(one => one.id)
  for (const q of ['BRULEE', 'chef crème', 'tn-1001', '100%']) expect(await found(q)).toEqual([job.id])
  expect(await found('1_0%')).toEqual([])
})

test('counts people per stage, prospects only for those who may see them', async () => {
  const app = await testApp()
  const { admin, recruiter, manager, colleague } = await aCompany(app)
  const job = await anActiveJob(app, recruiter, {
    prospect: { openToHiringManagers: false },
    team: [
      { userId: manager.userId, role: 'hiring_manager' },
      { userId: colleague.userId, role: 'interviewer' },
    ],
  })
  await anApplication(app, recruiter, { jobId: job.id })
  await anApplication(app, recruiter, { jobId: job.id, stage: 'interview' })
  const counts = async (actor: typeof admin) => {
    const page = await look(app, actor, tx => listJobs(tx, actor, { scope: 'all', limit: 10 }))
    return page.data[0]?.stageCounts.map(stage => `${stage.name} ${stage.count}`)
  }
  const rest = ['Application 0', 'Screen 0', 'Interview 1', 'Offer 0']
  expect(await counts(recruiter)).toEqual(['Prospect 1', ...rest])
  expect(await counts(admin)).toEqual(['Prospect 1', ...rest])
  expect(await counts(manager)).toEqual(rest)
  expect(await counts(colleague)).toEqual(rest)
})

test('tells each person how many prospects he has not opened, and since when the first one waits', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const { recruiter, manager, colleague } = await aCompany(app)
  const job = await anActiveJob(app, recruiter, {
    prospect: { openToHiringManagers: true },
    team: [
      { userId: manager.userId, role: 'hiring_manager' },
      { userId: colleague.userId, role: 'interviewer' },
    ],
  })
  const quiet = await anActiveJob(app, recruiter)
  await anApplication(app, recruiter, { jobId: job.id, stage: 'interview' })
  const first = await anApplication(app, recruiter, { jobId: job.id })
  clock.moveMs(3_600_000)
  const second = await anApplication(app, recruiter, { jobId: job.id })
  const unopened = async (actor: typeof recruiter, jobId = job.id) => {
    const page = await look(app, actor, tx => listJobs(tx, actor, { scope: 'mine', limit: 10 }))
    return page.data.find(one => one.id === jobId)?.unopenedProspects
  }
  const both = { count: 2, waitingSince: '2026-03-01T09:00:00.000Z' }
  const nobody = { count: 0, waitingSince: null }
  expect(await unopened(recruiter)).toEqual(both)
  expect(await unopened(recruiter, quiet.id)).toEqual(nobody)
  expect(await unopened(colleague)).toEqual(nobody)
  await perform(app, recruiter, work => markOpened(work, first.id))
  expect(await unopened(recruiter)).toEqual({ count: 1, waitingSince: '2026-03-01T10:00:00.000Z' })
  expect(await unopened(manager)).toEqual(both)
  await perform(app, recruiter, work => markOpened(work, second.id))
  expect(await unopened(recruiter)).toEqual(nobody)
})

test('a delegate stands where his principal stands', async () => {
  const app = await testApp()
  const company = await aCompany(app)
  const { tenantId, admin, recruiter, manager, colleague } = company
  const delegate = await company.person()
  const draft = await aJob(app, recruiter)
  const job = await anActiveJob(app, recruiter, {
    prospect: { openToHiringManagers: false },
    team: [
      { userId: manager.userId, role: 'hiring_manager' },
      { userId: colleague.userId, role: 'interviewer' },
      { userId: delegate.userId, role: 'delegate', delegateOf: recruiter.userId },
    ],
  })
  const read = <T>(query: Parameters<typeof look<T>>[2]) => look(app, admin, query)
  const actsAs = async (userId: string) =>
    (await read(tx => findStanding(tx, tenantId, { userId, jobId: job.id })))?.actsAs
  expect(await actsAs(manager.userId)).toBe('hiring_manager')
  expect(await actsAs(delegate.userId)).toBe('recruiter')
  const standing = await read(tx => findStanding(tx, tenantId, { userId: delegate.userId, jobId: draft.id }))
  expect(standing).toMatchObject({ jobState: 'draft', jobRole: null, actsAs: null })
  expect(await read(tx => findStanding(tx, tenantId, { userId: 'user_nobody', jobId: job.id }))).toBeUndefined()
})
