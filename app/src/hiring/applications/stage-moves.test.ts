import { expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { testApp, testClock } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import type { Stage } from '../jobs/jobs.shapes.ts'
import { closeJob } from '../jobs/jobs.ts'
import { aCompany, anActiveJob, anApplication, eventsOf, refused, stageOf } from '../testing/builders.ts'
import { getApplication } from './applications.queries.ts'
import { applicationsRoutes } from './applications.routes.ts'
import { moveToStage } from './stage-moves.ts'
import { undoMove } from './undo-move.ts'

async function aProspect(app: App) {
  const company = await aCompany(app)
  const { recruiter } = company
  const job = await anActiveJob(app, recruiter, {
    prospect: { openToHiringManagers: false },
    team: [
      { userId: company.manager.userId, role: 'hiring_manager' },
      { userId: company.colleague.userId, role: 'interviewer' },
    ],
  })
  const { id } = await anApplication(app, recruiter, { jobId: job.id })
  const stage = (kind: Stage['kind']) => stageOf(app, recruiter, { jobId: job.id, kind })
  const move = async (kind: Stage['kind'], actor: UserActor = recruiter) => {
    const toStageId = await stage(kind)
    return perform(app, actor, work => moveToStage(work, id, { toStageId }))
  }
  const read = () => look(app, recruiter, tx => getApplication(tx, recruiter, id))
  return { company, recruiter, job, id, stage, move, read }
}

test('the first step past Prospect counts once, whatever comes after it', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const { recruiter, id, move, read } = await aProspect(app)
  clock.moveMs(1_000)
  expect(await move('application')).toMatchObject({ leftProspect: true, at: '2026-03-01T09:00:01.000Z' })
  clock.moveMs(1_000)
  expect(await move('prospect')).toMatchObject({ leftProspect: false })
  clock.moveMs(1_000)
  expect(await move('interview')).toMatchObject({ leftProspect: false })
  const application = await read()
  expect(application).toMatchObject({
    stageSince: '2026-03-01T09:00:03.000Z',
    passedProspectAt: '2026-03-01T09:00:01.000Z',
  })
  expect(application.history.map(step => [step.kind, step.at, step.by])).toEqual([
    ['prospect', '2026-03-01T09:00:00.000Z', recruiter.name],
    ['application', '2026-03-01T09:00:01.000Z', recruiter.name],
    ['prospect', '2026-03-01T09:00:02.000Z', recruiter.name],
    ['interview', '2026-03-01T09:00:03.000Z', recruiter.name],
  ])
  expect((await eventsOf(app, recruiter, id)).slice(1)).toMatchObject([
    {
      kind: 'application.moved',
      change: { from: { kind: 'prospect' }, to: { name: 'Application' }, leftProspect: true },
    },
    { kind: 'application.moved', change: { leftProspect: false } },
    {
      kind: 'application.moved',
      change: { from: { kind: 'prospect' }, to: { kind: 'interview' }, leftProspect: false },
    },
  ])
})

test('a stale screen is told where the card is now', async () => {
  const app = await testApp()
  const { recruiter, id, move, stage } = await aProspect(app)
  const [prospect, screening, offer] = [await stage('prospect'), await stage('screening'), await stage('offer')]
  await move('screening')
  const stale = { fromStageId: prospect, toStageId: offer }
  expect(await refused(app, recruiter, work => moveToStage(work, id, stale))).toMatchObject({
    kind: 'conflict',
    code: 'application.movedMeanwhile',
    params: { stageId: screening, stageName: 'Screen' },
  })
  expect(await refused(app, recruiter, work => moveToStage(work, id, { toStageId: screening }))).toMatchObject({
    code: 'application.alreadyInStage',
  })
  expect(await refused(app, recruiter, work => moveToStage(work, id, { toStageId: 'stage_x' }))).toMatchObject({
    kind: 'invalid',
    errors: [{ field: 'toStageId' }],
  })
})

test('of fifty who move one card from the same stage, one does', async () => {
  const app = await testApp()
  const { recruiter, id, stage, read } = await aProspect(app)
  const fromStageId = await stage('prospect')
  const targets = [await stage('application'), await stage('interview')]
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, number) =>
      perform(app, recruiter, work =>
        moveToStage(work, id, { fromStageId, toStageId: targets[number % 2] ?? '' }),
      ).then(
        () => 'moved',
        error => error.code,
      ),
    ),
  )
  expect(outcomes.filter(outcome => outcome === 'moved')).toHaveLength(1)
  expect(new Set(outcomes)).toEqual(new Set(['moved', 'application.movedMeanwhile']))
  expect((await read()).history).toHaveLength(2)
})

test.each([
  { who: 'admin', fromProspect: true, onwards: true },
  { who: 'recruiter', fromProspect: true, onwards: true },
  { who: 'manager', fromProspect: 'notFound', onwards: true },
  { who: 'colleague', fromProspect: 'notFound', onwards: 'application.mayNotMove' },
  { who: 'reader', fromProspect: 'application.mayNotMove', onwards: 'application.mayNotMove' },
] as const)(
  'moving by $who: out of Prospect $fromProspect, onwards $onwards',
  async ({ who, fromProspect, onwards }) => {
    const app = await testApp()
    const { company, move } = await aProspect(app)
    const attempt = (kind: Stage['kind']) =>
      move(kind, company[who]).then(
        () => true,
        error => error.code,
      )
    expect(await attempt('application')).toBe(fromProspect)
    if (fromProspect !== true) await move('application')
    expect(await attempt('interview')).toBe(onwards)
    if (who === 'manager') expect(await attempt('prospect')).toBe('application.prospectsNotForHiringManagers')
  },
)

test('nobody moves on a closed job', async () => {
  const app = await testApp()
  const { recruiter, job, id, move, stage } = await aProspect(app)
  await move('offer')
  const toStageId = await stage('interview')
  await perform(app, recruiter, work => closeJob(work, job.id, { reason: 'filled', hiredApplicationId: id }))
  expect(await refused(app, recruiter, work => moveToStage(work, id, { toStageId }))).toMatchObject({
    code: 'job.closed',
  })
})

test('an undone move never happened: stage, date, the step past Prospect and history are as before', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const { recruiter, id, move, read } = await aProspect(app)
  const before = await read()
  clock.moveMs(5_000)
  const slip = await move('application')
  clock.moveMs(60_000)
  await perform(app, recruiter, work => undoMove(work, slip.id))
  expect(await read()).toEqual(before)
  expect((await eventsOf(app, recruiter, id)).at(-1)).toMatchObject({
    kind: 'application.moveUndone',
    change: {
      moveId: slip.id,
      from: { kind: 'application' },
      to: { kind: 'prospect' },
      backBeforeProspectPassed: true,
    },
  })
  clock.moveMs(1_000)
  expect(await move('application')).toMatchObject({ leftProspect: true })
  const past = await read()
  const second = await move('prospect')
  await perform(app, recruiter, work => undoMove(work, second.id))
  expect(await read()).toEqual(past)
})

test('moves are undone one after the other, the newest first', async () => {
  const app = await testApp()
  const { recruiter, move, read } = await aProspect(app)
  const before = await read()
  const first = await move('application')
  const second = await move('interview')
  for (const { id } of [second, first]) await perform(app, recruiter, work => undoMove(work, id))
  expect(await read()).toEqual(before)
})

test('only the mover undoes, only the newest move, and for a minute', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const { company, recruiter, id, move } = await aProspect(app)
  const codeOf = async (moveId: string, actor = recruiter) =>
    (await refused(app, actor, work => undoMove(work, moveId))).code
  const first = await move('application')
  const second = await move('interview')
  expect(await codeOf(first.id)).toBe('application.movedMeanwhile')
  expect(await codeOf(second.id, company.admin)).toBe('move.notYours')
  expect(await codeOf(second.id, company.colleague)).toBe('application.mayNotMove')
  expect(await codeOf('move_unknown')).toBe('notFound')
  clock.moveMs(60_001)
  expect(await codeOf(second.id)).toBe('move.tooLate')
  const third = await move('offer')
  const undoing = await perform(app, recruiter, work => undoMove(work, third.id))
  expect(await codeOf(third.id)).toBe('move.undoneAlready')
  expect(await codeOf(undoing.id)).toBe('move.notUndoable')
  const arrival = await look(app, recruiter, tx =>
    tx
      .selectFrom('stage_move')
      .select('id')
      .where('application_id', '=', id)
      .where('from_stage_id', 'is', null)
      .execute(),
  )
  expect(await codeOf(arrival[0]?.id ?? '')).toBe('move.notUndoable')
})

test('of fifty undoings of one move, one happens', async () => {
  const app = await testApp()
  const { recruiter, move, read } = await aProspect(app)
  const slip = await move('application')
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () =>
      perform(app, recruiter, work => undoMove(work, slip.id)).then(
        () => 'undone',
        error => error.code,
      ),
    ),
  )
  expect(outcomes.filter(outcome => outcome === 'undone')).toHaveLength(1)
  expect((await read()).history).toHaveLength(1)
})

test('the API moves and takes back', async () => {
  const app = await testApp()
  const { recruiter, id, stage } = await aProspect(app)
  const browser = await signedIn(app, recruiter, applicationsRoutes)
  const [fromStageId, toStageId] = [await stage('prospect'), await stage('application')]
  const moved = await browser.post(`/api/v1/applications/${id}/stage-moves`, { fromStageId, toStageId })
  expect(moved).toMatchObject({ status: 201, body: { applicationId: id, fromStageId, toStageId, leftProspect: true } })
  expect(await browser.post(`/api/v1/applications/${id}/stage-moves`, { fromStageId, toStageId })).toMatchObject({
    status: 409,
    body: { code: 'application.movedMeanwhile', params: { stageName: 'Application' } },
  })
  const { id: moveId } = moved.body as { id: string }
  expect(await browser.post(`/api/v1/stage-moves/${moveId}/reversal`)).toMatchObject({
    status: 201,
    body: { fromStageId: toStageId, toStageId: fromStageId },
  })
})
