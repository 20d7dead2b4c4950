import { expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { testApp, testClock } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import { getJob, listJobs } from '../jobs/jobs.queries.ts'
import { closeJob } from '../jobs/jobs.ts'
import { aCompany, anActiveJob, anApplication, eventsOf, refused, stageOf } from '../testing/builders.ts'
import { getApplication } from './applications.queries.ts'
import { addByHand } from './applications.ts'
import { getBoard } from './board.queries.ts'
import { closeApplication } from './close-application.ts'
import { listClosed } from './closings.queries.ts'
import { closingsRoutes } from './closings.routes.ts'
import { type ClosedAs, type NewClosing, reasonsFor } from './closings.shapes.ts'
import { reopenApplication } from './reopen-application.ts'
import { moveToStage } from './stage-moves.ts'
import { undoClosing, undoReopening } from './undo-closing.ts'
import { undoMove } from './undo-move.ts'

const rejected: NewClosing = { as: 'rejected', reason: 'experience', comment: 'Two years, and we asked for five.' }
const withdrawn: NewClosing = { as: 'withdrawn', reason: 'other_job' }

async function anApplicant(app: App, stage: 'prospect' | 'screening' = 'screening') {
  const company = await aCompany(app)
  const { recruiter, manager, colleague } = company
  const job = await anActiveJob(app, recruiter, {
    prospect: { openToHiringManagers: false },
    team: [
      { userId: manager.userId, role: 'hiring_manager' },
      { userId: colleague.userId, role: 'interviewer' },
    ],
  })
  const goal = stage === 'prospect' ? {} : { stage }
  const { id, candidateId } = await anApplication(app, recruiter, { jobId: job.id, ...goal })
  return {
    ...{ company, recruiter, job, id, candidateId },
    close: (input: NewClosing, actor: UserActor = recruiter) =>
      perform(app, actor, work => closeApplication(work, id, input)),
    reopen: (actor: UserActor = recruiter) => perform(app, actor, work => reopenApplication(work, id)),
    read: () => look(app, recruiter, tx => getApplication(tx, recruiter, id)),
    board: (actor: UserActor = recruiter) => look(app, actor, tx => getBoard(tx, actor, job.id)),
    closed: async (as: ClosedAs, actor: UserActor = recruiter) =>
      (await look(app, actor, tx => listClosed(tx, actor, { jobId: job.id, as, limit: 50 }))).data,
  }
}

test('a rejection keeps its reason, its words, its date and who said it, and takes the card off the board', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const { recruiter, job, id, candidateId, close, read, board, closed } = await anApplicant(app)
  const other = await anApplication(app, recruiter, { jobId: job.id, stage: 'screening' })
  const before = await read()
  clock.moveMs(1_000)
  const closing = await close(rejected)
  expect(closing).toMatchObject({
    applicationId: id,
    as: 'rejected',
    reason: 'experience',
    at: '2026-03-01T09:00:01.000Z',
  })
  expect(await read()).toEqual({
    ...before,
    state: 'closed',
    closings: [
      {
        ...{ id: closing.id, as: 'rejected', reason: 'experience', comment: rejected.comment },
        ...{ at: '2026-03-01T09:00:01.000Z', by: recruiter.name, reopenedAt: null, reopenedBy: null },
      },
    ],
    // The others of the stage are still the neighbours, and nobody counts who is out.
    position: { index: 1, total: 1, previousId: other.id, nextId: null },
    permissions: { move: false, close: false, reopen: true },
  })
  const { stages, notOpenedCount, closedCounts } = await board()
  expect(stages.flatMap(stage => stage.cards.map(card => card.id))).toEqual([other.id])
  expect({ notOpenedCount, closedCounts }).toEqual({
    notOpenedCount: 1,
    closedCounts: { rejected: 1, withdrawn: 0, job_closed: 0 },
  })
  expect(await closed('rejected')).toMatchObject([
    {
      ...{ id, candidateId, stageName: 'Screen', reason: 'experience', comment: rejected.comment },
      ...{ closedAt: '2026-03-01T09:00:01.000Z', closedBy: recruiter.name },
    },
  ])
  expect(await closed('withdrawn')).toEqual([])
  const event = (await eventsOf(app, recruiter, id)).at(-1)
  expect(event).toMatchObject({
    kind: 'application.closed',
    job_id: job.id,
    change: { candidateId, closingId: closing.id, as: 'rejected', reason: 'experience', stage: { name: 'Screen' } },
  })
  expect(JSON.stringify(event)).not.toContain('Two years')
  const counted = await look(app, recruiter, async tx => ({
    one: (await getJob(tx, recruiter, job.id)).candidateCount,
    listed: (await listJobs(tx, recruiter, { scope: 'mine', limit: 5 })).data[0]?.stageCounts,
  }))
  expect(counted.one).toBe(1)
  expect(counted.listed).toContainEqual({ kind: 'screening', name: 'Screen', count: 1 })
})

test('nobody out of the running is moved or closed again, and a move cannot be undone any more', async () => {
  const app = await testApp()
  const { recruiter, job, id, close } = await anApplicant(app)
  const toStageId = await stageOf(app, recruiter, { jobId: job.id, kind: 'offer' })
  const move = await perform(app, recruiter, work => moveToStage(work, id, { toStageId }))
  await close(withdrawn)
  const verbs = [
    refused(app, recruiter, work => moveToStage(work, id, { toStageId })),
    refused(app, recruiter, work => undoMove(work, move.id)),
    refused(app, recruiter, work => closeApplication(work, id, rejected)),
  ]
  expect((await Promise.all(verbs)).map(refusal => refusal.code)).toEqual(Array(3).fill('application.closed'))
})

test('re-opened, a person stands where he stood, and history tells both', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const { company, recruiter, id, close, reopen, read, board } = await anApplicant(app)
  const [before, boardBefore] = [await read(), await board()]
  clock.moveMs(5_000)
  await close(withdrawn)
  clock.moveMs(86_400_000)
  const { at, stageId } = await reopen(company.admin)
  expect({ at, stageId }).toEqual({ at: '2026-03-02T09:00:05.000Z', stageId: before.stageId })
  const { closings, ...after } = await read()
  expect(after).toEqual({ ...before, closings: undefined })
  expect(closings).toMatchObject([
    {
      as: 'withdrawn',
      reason: 'other_job',
      comment: null,
      by: recruiter.name,
      reopenedAt: at,
      reopenedBy: company.admin.name,
    },
  ])
  expect(await board()).toEqual(boardBefore)
  expect((await eventsOf(app, recruiter, id)).at(-1)).toMatchObject({
    kind: 'application.reopened',
    change: { as: 'withdrawn', stage: { name: 'Screen' } },
  })
  expect((await refused(app, recruiter, work => reopenApplication(work, id))).code).toBe('application.notClosed')
  await close(rejected)
  expect((await read()).closings.map(one => [one.as, one.reopenedAt])).toEqual([
    ['withdrawn', at],
    ['rejected', null],
  ])
})

test('an undone closing has never been, and an undone re-opening neither', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const { recruiter, id, close, reopen, read, board } = await anApplicant(app)
  const [before, boardBefore] = [await read(), await board()]
  const slip = await close(rejected)
  clock.moveMs(60_000)
  await perform(app, recruiter, work => undoClosing(work, slip.id))
  expect([await read(), await board()]).toEqual([before, boardBefore])
  expect((await eventsOf(app, recruiter, id)).at(-1)).toMatchObject({
    kind: 'application.closingUndone',
    change: { closingId: slip.id, as: 'rejected' },
  })
  expect((await refused(app, recruiter, work => undoClosing(work, slip.id))).kind).toBe('notFound')
  const meant = await close(rejected)
  const closed = await read()
  clock.moveMs(10_000)
  expect((await reopen()).id).toBe(meant.id)
  const again = await perform(app, recruiter, work => undoReopening(work, meant.id))
  expect(again).toEqual(meant)
  expect(await read()).toEqual(closed)
})

test('only whoever did it undoes it, for a minute, and only while nothing came after it', async () => {
  const clock = testClock('2026-03-01T09:00:00Z')
  const app = await testApp({ clock })
  const { company, recruiter, job, id, close, reopen } = await anApplicant(app)
  const codes = async (undo: typeof undoClosing | typeof undoReopening, closingId: string, actor = recruiter) =>
    (await refused(app, actor, work => undo(work, closingId))).code
  const first = await close(rejected)
  expect(await codes(undoClosing, first.id, company.admin)).toBe('closing.notYours')
  expect(await codes(undoClosing, first.id, company.colleague)).toBe('application.mayNotClose')
  expect(await codes(undoReopening, first.id)).toBe('reopening.undoneAlready')
  clock.moveMs(60_001)
  expect(await codes(undoClosing, first.id)).toBe('closing.tooLate')
  await reopen()
  expect(await codes(undoClosing, first.id)).toBe('closing.reopened')
  expect(await codes(undoReopening, first.id, company.admin)).toBe('closing.notYours')
  const toStageId = await stageOf(app, recruiter, { jobId: job.id, kind: 'offer' })
  await perform(app, recruiter, work => moveToStage(work, id, { toStageId }))
  expect(await codes(undoReopening, first.id)).toBe('reopening.changedMeanwhile')
  const second = await close(withdrawn)
  await reopen()
  clock.moveMs(60_001)
  expect(await codes(undoReopening, second.id)).toBe('closing.tooLate')
  expect(await codes(undoClosing, 'clos_unknown')).toBe('notFound')
})

test('of fifty who close one application, one does, and of fifty who bring it back, too', async () => {
  const app = await testApp()
  const { recruiter, id, read } = await anApplicant(app)
  const outcomes = (verb: () => Promise<unknown>) =>
    Promise.all(
      Array.from({ length: 50 }, () =>
        verb().then(
          () => 'done',
          error => error.code,
        ),
      ),
    )
  const closings = await outcomes(() => perform(app, recruiter, work => closeApplication(work, id, rejected)))
  expect(closings.filter(outcome => outcome === 'done')).toHaveLength(1)
  expect(new Set(closings)).toEqual(new Set(['done', 'application.closed']))
  const reopenings = await outcomes(() => perform(app, recruiter, work => reopenApplication(work, id)))
  expect(reopenings.filter(outcome => outcome === 'done')).toHaveLength(1)
  expect(new Set(reopenings)).toEqual(new Set(['done', 'application.notClosed']))
  expect((await read()).closings).toHaveLength(1)
})

test.each([
  { who: 'admin', prospect: true, applicant: true },
  { who: 'recruiter', prospect: true, applicant: true },
  { who: 'manager', prospect: 'notFound', applicant: true },
  { who: 'colleague', prospect: 'notFound', applicant: 'application.mayNotClose' },
  { who: 'reader', prospect: 'application.mayNotClose', applicant: 'application.mayNotClose' },
] as const)('closing by $who: a prospect $prospect, an applicant $applicant', async ({ who, ...expected }) => {
  const app = await testApp()
  const outcome = async (stage: 'prospect' | 'screening') => {
    const { company, close } = await anApplicant(app, stage)
    return close(rejected, company[who]).then(
      () => true,
      error => error.code,
    )
  }
  expect(await outcome('prospect')).toBe(expected.prospect)
  expect(await outcome('screening')).toBe(expected.applicant)
})

test('who may not see prospects does not see rejected ones either', async () => {
  const app = await testApp()
  const { company, close, board, closed } = await anApplicant(app, 'prospect')
  await close(rejected)
  expect((await board()).closedCounts.rejected).toBe(1)
  expect(await closed('rejected')).toHaveLength(1)
  expect((await board(company.manager)).closedCounts.rejected).toBe(0)
  expect(await closed('rejected', company.manager)).toEqual([])
  const stranger = await company.person({ roles: ['recruiter'] })
  await expect(closed('rejected', stranger)).rejects.toMatchObject({ kind: 'notFound' })
})

test('a job that closes leaves rejections as they are, and lets nobody back in', async () => {
  const app = await testApp()
  const { recruiter, job, id, close, closed } = await anApplicant(app)
  const other = await anApplication(app, recruiter, { jobId: job.id, stage: 'interview' })
  const { id: closingId } = await close(rejected)
  await perform(app, recruiter, work => closeJob(work, job.id, { reason: 'cancelled' }))
  expect((await closed('rejected')).map(one => one.id)).toEqual([id])
  expect(await closed('job_closed')).toMatchObject([
    { id: other.id, reason: 'position_cancelled', closedBy: recruiter.name, stageName: 'Interview' },
  ])
  const verbs = [
    refused(app, recruiter, work => reopenApplication(work, other.id)),
    refused(app, recruiter, work => reopenApplication(work, id)),
    refused(app, recruiter, work => undoClosing(work, closingId)),
  ]
  expect((await Promise.all(verbs)).map(refusal => refusal.code)).toEqual(Array(3).fill('job.closed'))
})

test('whoever was rejected and is added again is there already, and the answer says as what', async () => {
  const app = await testApp()
  const { recruiter, job, id, candidateId, close } = await anApplicant(app)
  await close(rejected)
  const again = await perform(app, recruiter, work => addByHand(work, job.id, { candidateId, as: 'applicant' }))
  expect(again).toMatchObject({ id, alreadyThere: true, closedAs: 'rejected' })
})

test('a page of the closed ones goes on where the last one ended', async () => {
  const app = await testApp()
  const { recruiter, job } = await anApplicant(app)
  const ids: string[] = []
  // In one moment: their order is that of their ids.
  for (let n = 0; n < 5; n++) ids.push((await anApplication(app, recruiter, { jobId: job.id })).id)
  await perform(app, recruiter, async work => {
    for (const id of ids) await closeApplication(work, id, rejected)
  })
  const found: string[] = []
  for (let next: string | undefined | null; next !== null; ) {
    const request = { jobId: job.id, as: 'rejected' as const, limit: 2, ...(next ? { next } : {}) }
    const page = await look(app, recruiter, tx => listClosed(tx, recruiter, request))
    found.push(...page.data.map(one => one.id))
    next = page.next
  }
  expect(found).toEqual(ids.toSorted().toReversed())
})

test('the reasons of the API are those of the database, each for its own way out', async () => {
  const app = await testApp()
  const { recruiter, id } = await anApplicant(app)
  for (const as of ['rejected', 'withdrawn'] as const) {
    for (const reason of reasonsFor[as]) {
      await perform(app, recruiter, async work => {
        await closeApplication(work, id, { as, reason } as NewClosing) // one of its own reasons
        await reopenApplication(work, id)
      })
    }
  }
  const wrong = { as: 'withdrawn', reason: 'licensure' } as const
  expect(await refused(app, recruiter, work => closeApplication(work, id, wrong))).toMatchObject({
    kind: 'invalid',
    errors: [{ field: 'reason' }],
  })
})

test('the API closes, takes back and re-opens', async () => {
  const app = await testApp()
  const { recruiter, job, id } = await anApplicant(app)
  const browser = await signedIn(app, recruiter, closingsRoutes)
  const wrong = { as: 'rejected', reason: 'offer_declined' }
  expect(await browser.post(`/api/v1/applications/${id}/closings`, wrong)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'reason' }] },
  })
  const slip = await browser.post(`/api/v1/applications/${id}/closings`, rejected)
  expect(slip).toMatchObject({ status: 201, body: { applicationId: id, as: 'rejected' } })
  const { id: closingId } = slip.body as { id: string }
  expect(await browser.post(`/api/v1/closings/${closingId}/reversal`)).toMatchObject({ status: 201 })
  const meant = await browser.post(`/api/v1/applications/${id}/closings`, rejected)
  expect(await browser.get(`/api/v1/jobs/${job.id}/closed-applications?as=rejected`)).toMatchObject({
    body: { data: [{ id, reason: 'experience' }], hasNext: false },
  })
  expect(await browser.post(`/api/v1/applications/${id}/reopenings`)).toMatchObject({
    status: 201,
    body: { applicationId: id },
  })
  const { id: again } = meant.body as { id: string }
  expect(await browser.post(`/api/v1/reopenings/${again}/reversal`)).toMatchObject({
    status: 201,
    body: { as: 'rejected' },
  })
})
