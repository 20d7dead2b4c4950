import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import { candidatesRoutes } from '../candidates/candidates.routes.ts'
import { jobsRoutes } from '../jobs/jobs.routes.ts'
import { aCandidate, aCompany, aJob, anActiveJob, anApplication, eventsOf, refused } from '../testing/builders.ts'
import { getApplication } from './applications.queries.ts'
import { applicationsRoutes } from './applications.routes.ts'
import { addApplication, addByHand, markOpened } from './applications.ts'
import { getBoard } from './board.queries.ts'

test('fifty exports of one person to one job at once make one application', async () => {
  const app = await testApp()
  const { recruiter, tenantId } = await aCompany(app)
  const job = await anActiveJob(app, recruiter)
  const { id: candidateId } = await aCandidate(app, recruiter)
  const push = { kind: 'linkedinPush', tenantId, requestId: 'r1' } as const
  const added = await Promise.all(
    Array.from({ length: 50 }, () =>
      perform(app, push, work =>
        addApplication(work, {
          jobId: job.id,
          candidateId,
          as: 'prospect',
          source: 'linkedin',
          sourceUserId: recruiter.userId,
        }),
      ),
    ),
  )
  expect(new Set(added.map(one => one.id)).size).toBe(1)
  expect(added.filter(one => !one.alreadyThere)).toHaveLength(1)
  const id = added[0]?.id ?? ''
  expect(await eventsOf(app, recruiter, id)).toMatchObject([
    {
      kind: 'application.created',
      job_id: job.id,
      actor: { kind: 'linkedinPush', requestId: 'r1' },
      change: {
        candidateId,
        jobReference: job.reference,
        stage: { kind: 'prospect', name: 'Prospect' },
        source: 'linkedin',
      },
    },
  ])
  const application = await look(app, recruiter, tx => getApplication(tx, recruiter, id))
  expect(application).toMatchObject({
    source: 'linkedin',
    sourceUser: { id: recruiter.userId, name: recruiter.name },
    passedProspectAt: null,
    history: [{ kind: 'prospect', by: null }],
  })
})

test('whoever is on the job keeps his place, also when added as an applicant later', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const job = await anActiveJob(app, recruiter)
  const first = await anApplication(app, recruiter, { jobId: job.id, stage: 'interview' })
  const again = await anApplication(app, recruiter, { jobId: job.id, candidateId: first.candidateId, as: 'applicant' })
  expect(again).toEqual({ ...first, alreadyThere: true })
})

test('an applicant is past Prospect from the start', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const job = await anActiveJob(app, recruiter, { prospect: { enabled: false } })
  const { id } = await anApplication(app, recruiter, { jobId: job.id, as: 'applicant' })
  const application = await look(app, recruiter, tx => getApplication(tx, recruiter, id))
  expect(application.passedProspectAt).toBe(application.stageSince)
  expect(application.stages.map(stage => stage.kind)).not.toContain('prospect')
})

test('nobody is added to a draft, to a closed job, or as prospect where that stage is off', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const { id: candidateId } = await aCandidate(app, recruiter)
  const add = (jobId: string, as: 'prospect' | 'applicant') =>
    refused(app, recruiter, work => addByHand(work, jobId, { candidateId, as }))
  const draft = await aJob(app, recruiter)
  expect(await add(draft.id, 'applicant')).toMatchObject({ kind: 'conflict', code: 'job.notActive' })
  const without = await anActiveJob(app, recruiter, { prospect: { enabled: false } })
  expect(await add(without.id, 'prospect')).toMatchObject({ kind: 'conflict', code: 'job.prospectOff' })
  expect(await add('job_unknown', 'prospect')).toMatchObject({ kind: 'notFound' })
  const job = await anActiveJob(app, recruiter)
  const unknown = { candidateId: 'cand_unknown', as: 'prospect' as const }
  expect(await refused(app, recruiter, work => addByHand(work, job.id, unknown))).toMatchObject({
    kind: 'notFound',
    params: { thing: 'candidate' },
  })
})

test.each([
  { who: 'admin', prospect: true, applicant: true },
  { who: 'recruiter', prospect: true, applicant: true },
  { who: 'manager', prospect: 'application.prospectsNotForHiringManagers', applicant: true },
  { who: 'delegate', prospect: 'application.prospectsNotForHiringManagers', applicant: true },
  { who: 'interviewer', prospect: 'application.mayNotAdd', applicant: 'application.mayNotAdd' },
  { who: 'reader', prospect: 'application.mayNotAdd', applicant: 'application.mayNotAdd' },
  { who: 'outsider', prospect: 'notFound', applicant: 'notFound' },
] as const)('adding to a job without hiring managers in Prospect, by $who', async ({ who, ...expected }) => {
  const app = await testApp()
  const company = await aCompany(app)
  const { admin, recruiter, manager, reader, colleague } = company
  const delegate = await company.person()
  const outsider = await company.person({ roles: ['recruiter'] })
  const job = await anActiveJob(app, recruiter, {
    prospect: { openToHiringManagers: false },
    team: [
      { userId: manager.userId, role: 'hiring_manager' },
      { userId: colleague.userId, role: 'interviewer' },
    ],
  })
  await app.db.transact({ tenantId: company.tenantId }, tx =>
    tx
      .insertInto('hiring_team_member')
      .values({
        tenant_id: company.tenantId,
        job_id: job.id,
        user_id: delegate.userId,
        role: 'delegate',
        delegate_of: manager.userId,
        added_at: new Date(),
      })
      .execute(),
  )
  const actor = { admin, recruiter, manager, reader, interviewer: colleague, delegate, outsider }[who]
  const candidate = { firstName: 'New', lastName: 'Person' }
  for (const as of ['prospect', 'applicant'] as const) {
    const outcome = await perform(app, actor, work => addByHand(work, job.id, { candidate, as })).then(
      () => true,
      error => error.code,
    )
    expect([as, outcome]).toEqual([as, expected[as]])
  }
})

test('the board shows each stage newest first, what one has not opened, and prospects to those who may see them', async () => {
  const app = await testApp()
  const { recruiter, manager, reader, colleague } = await aCompany(app)
  const job = await anActiveJob(app, recruiter, {
    prospect: { openToHiringManagers: false },
    team: [
      { userId: manager.userId, role: 'hiring_manager' },
      { userId: colleague.userId, role: 'interviewer' },
    ],
  })
  const older = await anApplication(app, recruiter, {
    jobId: job.id,
    candidate: { lastName: 'Older', headline: 'Grower' },
  })
  const newer = await anApplication(app, recruiter, { jobId: job.id, candidate: { lastName: 'Newer' } })
  const screened = await anApplication(app, recruiter, { jobId: job.id, stage: 'screening' })
  await perform(app, recruiter, work => markOpened(work, older.id))
  await perform(app, recruiter, work => markOpened(work, older.id))
  const shown = async (actor: typeof recruiter) => {
    const board = await look(app, actor, tx => getBoard(tx, actor, job.id))
    const stages = board.stages.map(stage => [stage.kind, ...stage.cards.map(card => [card.id, card.opened])])
    return { stages, notOpened: board.notOpenedCount }
  }
  const rest = [['application'], ['screening', [screened.id, false]], ['interview'], ['offer']]
  expect(await shown(recruiter)).toEqual({
    stages: [['prospect', [newer.id, false], [older.id, true]], ...rest],
    notOpened: 2,
  })
  expect((await shown(reader)).stages[0]).toEqual(['prospect', [newer.id, false], [older.id, false]])
  expect(await shown(manager)).toEqual({ stages: rest, notOpened: 1 })
  expect(await shown(colleague)).toEqual({ stages: rest, notOpened: 1 })
  expect(await refused(app, colleague, work => markOpened(work, older.id))).toMatchObject({ kind: 'notFound' })
  const board = await look(app, recruiter, tx => getBoard(tx, recruiter, job.id))
  expect(board.stages[0]?.cards[1]).toMatchObject({ name: 'Noor Older', headline: 'Grower', source: 'recruiter' })
})

test('an application knows its neighbours in board order', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const job = await anActiveJob(app, recruiter)
  const added: string[] = []
  for (let number = 0; number < 3; number++) added.unshift((await anApplication(app, recruiter, { jobId: job.id })).id)
  const [newest, middle, oldest] = added
  const position = async (id = '') => (await look(app, recruiter, tx => getApplication(tx, recruiter, id))).position
  expect(await position(newest)).toEqual({ index: 0, total: 3, previousId: null, nextId: middle })
  expect(await position(middle)).toEqual({ index: 1, total: 3, previousId: newest, nextId: oldest })
  expect(await position(oldest)).toEqual({ index: 2, total: 3, previousId: middle, nextId: null })
})

test('the API adds people by hand and shows them, to those who may see them', async () => {
  const app = await testApp()
  const { recruiter, manager, reader } = await aCompany(app)
  const job = await anActiveJob(app, recruiter)
  const browser = await signedIn(app, recruiter, applicationsRoutes, candidatesRoutes, jobsRoutes)
  const address = `/api/v1/jobs/${job.id}/applications`
  const added = await browser.post(address, {
    candidate: { firstName: 'Noor', lastName: 'Bakker', emails: ['noor@example.com'] },
    as: 'applicant',
    source: 'referral',
  })
  expect(added).toMatchObject({ status: 201, body: { jobId: job.id, alreadyThere: false } })
  const { id, candidateId } = added.body as { id: string; candidateId: string }
  expect(await browser.post(address, { candidateId, as: 'prospect' })).toMatchObject({
    body: { id, alreadyThere: true },
  })
  for (const wrong of [
    { as: 'prospect' },
    { as: 'prospect', candidateId, candidate: { firstName: 'A', lastName: 'B' } },
  ]) {
    expect(await browser.post(address, wrong)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'candidateId' }] },
    })
  }
  expect(await browser.get(`/api/v1/applications/${id}`)).toMatchObject({
    status: 200,
    body: { jobReference: job.reference, source: 'referral', permissions: { move: true } },
  })
  expect(await browser.put(`/api/v1/applications/${id}/opened`)).toMatchObject({ status: 204 })
  expect(await browser.get(`/api/v1/jobs/${job.id}/board`)).toMatchObject({ status: 200, body: { notOpenedCount: 0 } })
  expect(await browser.get(`/api/v1/jobs/${job.id}`)).toMatchObject({ body: { candidateCount: 1 } })
  const reading = await signedIn(app, reader, applicationsRoutes)
  expect(await reading.get(`/api/v1/applications/${id}`)).toMatchObject({ body: { permissions: { move: false } } })
  const outside = await signedIn(app, manager, applicationsRoutes)
  expect(await outside.get(`/api/v1/applications/${id}`)).toMatchObject({ status: 404 })
  expect(await outside.put(`/api/v1/applications/${id}/opened`)).toMatchObject({ status: 404 })
})
