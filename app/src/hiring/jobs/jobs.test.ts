import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import { getBoard } from '../applications/board.queries.ts'
import { moveToStage } from '../applications/stage-moves.ts'
import { aCompany, aJob, anActiveJob, anApplication, eventsOf, refused, stageOf } from '../testing/builders.ts'
import { getJob } from './jobs.queries.ts'
import { jobsRoutes } from './jobs.routes.ts'
import { activateJob, changeJob, closeJob, newJob } from './jobs.ts'

test.each([
  { who: 'recruiter', ownRole: 'recruiter', may: true },
  { who: 'recruiter', ownRole: 'hiring_manager', may: false },
  { who: 'manager', ownRole: 'hiring_manager', may: true },
  { who: 'manager', ownRole: 'recruiter', may: false },
  { who: 'admin', ownRole: 'recruiter', may: false },
  { who: 'admin', ownRole: 'hiring_manager', may: false },
  { who: 'reader', ownRole: 'recruiter', may: false },
  { who: 'colleague', ownRole: 'hiring_manager', may: false },
] as const)('creating a job as $ownRole by $who: $may', async ({ who, ownRole, may }) => {
  const app = await testApp()
  const company = await aCompany(app)
  const create = perform(app, company[who], work => newJob(work, { title: 'Tulip grower', ownRole }))
  if (may) expect(await create).toMatchObject({ reference: 'TN-1001' })
  else await expect(create).rejects.toMatchObject({ kind: 'notAllowed', code: /^job\.needs/ })
})

test('an administrator with the app role may create a job', async () => {
  const app = await testApp()
  const company = await aCompany(app)
  const owner = await company.person({ roles: ['administrator', 'recruiter'] })
  const { id } = await aJob(app, owner)
  const job = await look(app, owner, tx => getJob(tx, owner, id))
  expect(job.team).toEqual([{ userId: owner.userId, name: owner.name, role: 'recruiter', delegateOf: null }])
  expect(job.stages.map(stage => stage.name)).toEqual(['Prospect', 'Application', 'Screen', 'Interview', 'Offer'])
})

test('fifty jobs made at once get fifty numbers', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const jobs = await Promise.all(
    Array.from({ length: 50 }, () =>
      perform(app, recruiter, work => newJob(work, { title: 'Job', ownRole: 'recruiter' })),
    ),
  )
  expect(new Set(jobs.map(job => job.reference)).size).toBe(50)
})

test('activation names each missing field', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const { id } = await perform(app, recruiter, work => newJob(work, { title: 'Job', ownRole: 'recruiter' }))
  const refusal = await refused(app, recruiter, work => activateJob(work, id))
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'job.incomplete' })
  expect(refusal.errors.map(error => error.code)).toEqual(['job.missingDescription', 'job.missingLocation'])

  await perform(app, recruiter, work => changeJob(work, id, { description: 'Grows tulips.', location: 'Lisse' }))
  await perform(app, recruiter, work => activateJob(work, id))
  expect(await look(app, recruiter, tx => getJob(tx, recruiter, id))).toMatchObject({ state: 'active' })
  expect(await refused(app, recruiter, work => activateJob(work, id))).toMatchObject({ code: 'job.alreadyActive' })
  expect((await eventsOf(app, recruiter, id)).map(event => event.kind)).toEqual([
    'job.created',
    'job.changed',
    'job.activated',
  ])
})

test('what an active job needs cannot be emptied', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const { id } = await anActiveJob(app, recruiter)
  const refusal = await refused(app, recruiter, work => changeJob(work, id, { location: '' }))
  expect(refusal.errors).toMatchObject([{ field: 'location', code: 'job.missingLocation' }])
})

test('a change that changes nothing leaves no trace', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const { id } = await aJob(app, recruiter)
  const before = await eventsOf(app, recruiter, id)
  await perform(app, recruiter, work => changeJob(work, id, { location: 'Lisse', seniority: null }))
  expect(await eventsOf(app, recruiter, id)).toEqual(before)
})

test('a filled job keeps the person hired and closes everybody else', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const job = await anActiveJob(app, recruiter)
  const hired = await anApplication(app, recruiter, { jobId: job.id, stage: 'offer' })
  const runnerUp = await anApplication(app, recruiter, { jobId: job.id, stage: 'interview' })
  const prospect = await anApplication(app, recruiter, { jobId: job.id })

  const early = await refused(app, recruiter, work =>
    closeJob(work, job.id, { reason: 'filled', hiredApplicationId: runnerUp.id }),
  )
  expect(early).toMatchObject({ kind: 'invalid', code: 'job.hiredNotInOffer' })

  await perform(app, recruiter, work => closeJob(work, job.id, { reason: 'filled', hiredApplicationId: hired.id }))
  const rows = await look(app, recruiter, tx =>
    tx
      .selectFrom('application')
      .select(['id', 'state', 'closed_reason'])
      .where('tenant_id', '=', recruiter.tenantId)
      .where('job_id', '=', job.id)
      .orderBy('id')
      .execute(),
  )
  expect(rows).toEqual([
    { id: hired.id, state: 'active', closed_reason: null },
    { id: runnerUp.id, state: 'closed', closed_reason: 'position_filled' },
    { id: prospect.id, state: 'closed', closed_reason: 'position_filled' },
  ])
  expect((await eventsOf(app, recruiter, runnerUp.id)).at(-1)).toMatchObject({
    kind: 'application.closed',
    job_id: job.id,
    change: { reason: 'position_filled' },
  })
  expect(await refused(app, recruiter, work => closeJob(work, job.id, { reason: 'cancelled' }))).toMatchObject({
    code: 'job.closed',
  })
  expect(await refused(app, recruiter, work => changeJob(work, job.id, { title: 'Other' }))).toMatchObject({
    code: 'job.closed',
  })
})

test('a draft can be cancelled, not filled', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const job = await aJob(app, recruiter)
  expect(
    await refused(app, recruiter, work => closeJob(work, job.id, { reason: 'filled', hiredApplicationId: 'app_x' })),
  ).toMatchObject({ code: 'job.hiredNotInOffer' })
  await perform(app, recruiter, work => closeJob(work, job.id, { reason: 'cancelled', comment: 'No budget.' }))
  expect(await look(app, recruiter, tx => getJob(tx, recruiter, job.id))).toMatchObject({
    state: 'closed',
    closedReason: 'cancelled',
  })
})

test('a job closes while people are added and moved: nobody is left open', async () => {
  const app = await testApp()
  const { recruiter } = await aCompany(app)
  const job = await anActiveJob(app, recruiter)
  const applicants: string[] = []
  for (let number = 0; number < 10; number++) {
    applicants.push((await anApplication(app, recruiter, { jobId: job.id, as: 'applicant' })).id)
  }
  const toStageId = await stageOf(app, recruiter, { jobId: job.id, kind: 'interview' })
  const codeOf = (error: { code: string }) => error.code
  const outcomes = await Promise.all([
    ...applicants.map(id =>
      perform(app, recruiter, work => moveToStage(work, id, { toStageId })).then(() => 'done', codeOf),
    ),
    perform(app, recruiter, work => closeJob(work, job.id, { reason: 'cancelled' })).then(() => 'done', codeOf),
    ...applicants.map(() => anApplication(app, recruiter, { jobId: job.id }).then(() => 'done', codeOf)),
  ])
  expect(outcomes[applicants.length]).toBe('done')
  expect(outcomes.filter(outcome => outcome !== 'done' && outcome !== 'job.closed')).toEqual([])
  const open = await look(app, recruiter, tx =>
    tx.selectFrom('application').select('id').where('job_id', '=', job.id).where('state', '=', 'active').execute(),
  )
  expect(open).toEqual([])
})

test('jobs are seen by their team, by administrators and by readers', async () => {
  const app = await testApp()
  const { admin, recruiter, manager, reader, colleague } = await aCompany(app)
  const { id } = await aJob(app, recruiter, { team: [{ userId: colleague.userId, role: 'interviewer' }] })
  for (const actor of [admin, recruiter, reader, colleague]) {
    expect(await look(app, actor, tx => getJob(tx, actor, id))).toMatchObject({ id })
  }
  await expect(look(app, manager, tx => getJob(tx, manager, id))).rejects.toMatchObject({ kind: 'notFound' })
  await expect(look(app, manager, tx => getBoard(tx, manager, id))).rejects.toMatchObject({ kind: 'notFound' })
  expect(await refused(app, manager, work => changeJob(work, id, { title: 'Mine' }))).toMatchObject({
    kind: 'notFound',
  })
  expect(await refused(app, reader, work => changeJob(work, id, { title: 'Mine' }))).toMatchObject({
    code: 'job.mayNotEdit',
  })
})

test('the API walks a job from draft to closed, with problems that say what to do', async () => {
  const app = await testApp()
  const { recruiter, manager } = await aCompany(app)
  const browser = await signedIn(app, recruiter, jobsRoutes)
  const created = await browser.post('/api/v1/jobs', { title: 'Bulb trader', ownRole: 'recruiter' })
  expect(created).toMatchObject({ status: 201, body: { reference: 'TN-1001', state: 'draft', candidateCount: 0 } })
  const { id } = created.body as { id: string }
  expect(await browser.post(`/api/v1/jobs/${id}/activation`)).toMatchObject({
    status: 422,
    body: { code: 'job.incomplete', errors: [{ field: 'description' }, { field: 'location' }] },
  })
  expect(await browser.patch(`/api/v1/jobs/${id}`, { openings: 0 })).toMatchObject({
    status: 422,
    body: { code: 'invalidInput', errors: [{ field: 'openings' }] },
  })
  await browser.patch(`/api/v1/jobs/${id}`, {
    description: 'Trades.',
    location: 'Aalsmeer',
    employmentType: 'full_time',
  })
  expect(await browser.post(`/api/v1/jobs/${id}/activation`)).toMatchObject({ status: 201, body: { state: 'active' } })
  expect(await browser.post(`/api/v1/jobs/${id}/closure`, { reason: 'filled' })).toMatchObject({ status: 422 })
  expect(await browser.post(`/api/v1/jobs/${id}/closure`, { reason: 'cancelled' })).toMatchObject({
    status: 201,
    body: { state: 'closed', closedReason: 'cancelled', permissions: { edit: false, close: false } },
  })
  expect(await browser.post(`/api/v1/jobs/${id}/closure`, { reason: 'cancelled' })).toMatchObject({
    status: 409,
    body: { code: 'job.closed' },
  })
  const outsider = await signedIn(app, manager, jobsRoutes)
  expect(await outsider.get(`/api/v1/jobs/${id}`)).toMatchObject({ status: 404, body: { code: 'notFound' } })
})
