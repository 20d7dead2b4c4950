import { expect, test } from 'vitest'
import { testApp, testClock } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look } from '../../platform/work.ts'
import { aCompany, aJob, anActiveJob, anApplication } from '../testing/builders.ts'
import { findJobByReference, listJobs, listProspectJobs, listTeamStandings } from './jobs.queries.ts'
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

test('answers what other systems ask about jobs and people', async () => {
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
  expect(await read(tx => findJobByReference(tx, tenantId, job.reference))).toEqual({
    ...job,
    title: 'Tulip grower',
    state: 'active',
    prospectEnabled: true,
  })
  expect(await read(tx => findJobByReference(tx, tenantId, 'TN-1'))).toBeUndefined()
  expect(await read(tx => listProspectJobs(tx, tenantId, recruiter.userId))).toEqual([job])
  expect(await read(tx => listProspectJobs(tx, tenantId, delegate.userId))).toEqual([job])
  expect(await read(tx => listProspectJobs(tx, tenantId, manager.userId))).toEqual([])
  const team = await read(tx => listTeamStandings(tx, tenantId, job.id))
  expect(team.map(one => [one.userId, one.standing.actsAs])).toEqual([
    [recruiter.userId, 'recruiter'],
    [manager.userId, 'hiring_manager'],
    [colleague.userId, 'interviewer'],
    [delegate.userId, 'recruiter'],
  ])
  const standing = await read(tx => findStanding(tx, tenantId, { userId: delegate.userId, jobId: draft.id }))
  expect(standing).toMatchObject({ jobState: 'draft', jobRole: null, actsAs: null })
  expect(await read(tx => findStanding(tx, tenantId, { userId: 'user_nobody', jobId: job.id }))).toBeUndefined()
})
