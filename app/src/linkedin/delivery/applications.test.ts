import { removeApplication } from '@lodestone/sandbox/behaviours/ats-applications'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { closeApplication } from '../../hiring/applications/close-application.ts'
import type { NewClosing } from '../../hiring/applications/closings.shapes.ts'
import { reopenApplication } from '../../hiring/applications/reopen-application.ts'
import { moveToStage } from '../../hiring/applications/stage-moves.ts'
import { undoClosing, undoReopening } from '../../hiring/applications/undo-closing.ts'
import { undoMove } from '../../hiring/applications/undo-move.ts'
import type { NewCandidate } from '../../hiring/candidates/candidates.shapes.ts'
import { changeCandidate } from '../../hiring/candidates/candidates.ts'
import { changeJob, closeJob } from '../../hiring/jobs/jobs.ts'
import { aCandidate, anApplication, stageOf } from '../../hiring/testing/builders.ts'
import { look, perform } from '../../platform/work.ts'
import { applicationAtLinkedIn, callsOf, candidateAtLinkedIn, lastCall, spoilCalls } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, letSync, organization } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { parseReason } from './delivery-reason.shapes.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

async function aProspect(company: ConnectedCompany, values: Partial<NewCandidate> = {}) {
  const job = await aJobForExport(world, company.recruiter, { title: 'Cold-store planner' })
  const { id: candidateId } = await aCandidate(world.app, company.recruiter, {
    firstName: 'Noor',
    lastName: 'Verhoeven',
    emails: [`${crypto.randomUUID()}@post.example`],
    ...values,
  })
  const { id } = await anApplication(world.app, company.recruiter, { jobId: job.id, candidateId })
  const move = async (kind: 'prospect' | 'application' | 'interview') => {
    const toStageId = await stageOf(world.app, company.recruiter, { jobId: job.id, kind })
    return perform(world.app, company.recruiter, work => moveToStage(work, id, { toStageId }))
  }
  const close = (input: NewClosing) => perform(world.app, company.recruiter, work => closeApplication(work, id, input))
  const reopen = () => perform(world.app, company.recruiter, work => reopenApplication(work, id))
  return { id, candidateId, job, move, close, reopen }
}

const applicationCalls = (company: ConnectedCompany, after = 0) => callsOf(world, company, '*atsApplications*', after)

const statusAtLinkedIn = (company: ConnectedCompany, applicationId: string) =>
  applicationAtLinkedIn(world, company, applicationId)?.steps.map(step => step.stage)

function recordOf({ tenantId, admin }: ConnectedCompany, resource: 'application' | 'stages', key: string) {
  return look(world.app, admin, tx =>
    tx
      .selectFrom('sync_record')
      .select(['state', 'wanted', 'reason', 'there_ids'])
      .where('tenant_id', '=', tenantId)
      .where('resource', '=', resource)
      .where('key', '=', key)
      .executeTakeFirst(),
  )
}

test('past Prospect the application is told with all its steps, the candidate before it, and every step after', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  await letSync(world)
  expect(applicationCalls(company)).toEqual([])

  const before = lastCall(world)
  await person.move('application')
  await letSync(world)
  expect(applicationAtLinkedIn(world, company, person.id)).toMatchObject({
    atsCandidateId: person.candidateId,
    atsJobPostingId: person.job.reference,
    atsJobPostingName: 'Cold-store planner',
    firstName: 'Noor',
    lastName: 'Verhoeven',
    candidateEmail: expect.stringContaining('@post.example'),
    source: 'Recruiter',
    dispositionReason: '',
  })
  expect(statusAtLinkedIn(company, person.id)).toEqual(['Prospect', 'Application'])
  const puts = callsOf(world, company, '*', before).filter(call => call.method === 'PUT')
  expect(puts.map(call => call.path.replace(/.*\/(atsCandidates|atsApplications|stages)$/, '$1'))).toEqual([
    'atsCandidates',
    'atsApplications',
    'stages',
  ])

  await person.move('interview')
  await letSync(world)
  expect(statusAtLinkedIn(company, person.id)).toEqual(['Prospect', 'Application', 'Interview'])
})

test('moved back it stays, with the step back; what is undone is taken away again, and at last all of it', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  const first = await person.move('application')
  const second = await person.move('interview')
  await person.move('prospect')
  await letSync(world)
  expect(statusAtLinkedIn(company, person.id)).toEqual(['Prospect', 'Application', 'Interview', 'Prospect'])

  const slip = await aProspect(company)
  const { id: moveId } = await slip.move('application')
  await letSync(world)
  expect(applicationAtLinkedIn(world, company, slip.id)).toBeDefined()
  const before = lastCall(world)
  await perform(world.app, company.recruiter, work => undoMove(work, moveId))
  await letSync(world)
  expect(applicationAtLinkedIn(world, company, slip.id)).toBeUndefined()
  expect(candidateAtLinkedIn(world, company, slip.candidateId)).toBeUndefined()
  const deletes = callsOf(world, company, '*', before).filter(call => call.method === 'DELETE')
  expect(deletes.map(call => call.path.replace(/.*\/(ats\w+)$/, '$1'))).toEqual(['atsApplications', 'atsCandidates'])
  expect(await recordOf(company, 'stages', slip.id)).toMatchObject({
    state: 'accepted',
    wanted: 'absent',
    there_ids: [],
  })
  await slip.move('interview')
  await letSync(world)
  expect(statusAtLinkedIn(company, slip.id)).toEqual(['Prospect', 'Interview'])
  expect([first.id, second.id]).not.toContain(moveId)
})

test('one undone step is deleted there, and the others stay', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  await person.move('application')
  const { id: moveId } = await person.move('interview')
  await letSync(world)
  await perform(world.app, company.recruiter, work => undoMove(work, moveId))
  await letSync(world)
  expect(statusAtLinkedIn(company, person.id)).toEqual(['Prospect', 'Application'])
})

test('names, addresses and the title of the job follow, and what changes nothing there is not sent', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  await person.move('application')
  await letSync(world)
  await perform(world.app, company.recruiter, async work => {
    await changeCandidate(work, person.candidateId, { lastName: 'Verhoeven-Bos', emails: [], profileUrl: null })
    await changeCandidate(work, person.candidateId, { emails: ['noor@elders.example'] })
    await changeJob(work, person.job.id, { title: 'Planner, cold store' })
  })
  await letSync(world)
  expect(applicationAtLinkedIn(world, company, person.id)).toMatchObject({
    lastName: 'Verhoeven-Bos',
    candidateEmail: 'noor@elders.example',
    atsJobPostingName: 'Planner, cold store',
  })
  const before = lastCall(world)
  await perform(world.app, company.recruiter, work => changeCandidate(work, person.candidateId, { headline: 'New' }))
  await letSync(world)
  expect(applicationCalls(company, before)).toEqual([])
})

test('whoever LinkedIn would not take keeps the application here, with the reason, until he has an address', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company, { emails: [] })
  await person.move('application')
  await letSync(world)
  expect(applicationCalls(company)).toEqual([])
  for (const resource of ['application', 'stages'] as const) {
    const record = await recordOf(company, resource, person.id)
    expect(record?.state).toBe('held')
    expect(parseReason(record?.reason ?? '').cause).toBe('parentNotThere')
  }
  await person.move('interview')
  await letSync(world)
  expect(await recordOf(company, 'application', person.id)).toMatchObject({ state: 'held' })
  await perform(world.app, company.recruiter, work =>
    changeCandidate(work, person.candidateId, { emails: ['noor@post.example'] }),
  )
  await letSync(world)
  expect(statusAtLinkedIn(company, person.id)).toEqual(['Prospect', 'Application', 'Interview'])
})

test('an application that LinkedIn has lost is made there again before its next step', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  await person.move('application')
  await letSync(world)
  const { clientId } = company
  removeApplication(world.running.sandbox, {
    clientId,
    integrationContext: organization,
    atsJobApplicationId: person.id,
  })
  await person.move('interview')
  await letSync(world)
  await world.pass({ seconds: 5 })
  expect(statusAtLinkedIn(company, person.id)).toEqual(['Prospect', 'Application', 'Interview'])
})

test('LinkedIn fails in the middle of a list: it goes again, and nothing is there twice', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  spoilCalls(world, { path: '*/stages', kind: 'status', status: 503, count: 2 })
  await person.move('application')
  await letSync(world)
  for (let round = 0; round < 4; round++) await world.pass({ seconds: 400 })
  expect(statusAtLinkedIn(company, person.id)).toEqual(['Prospect', 'Application'])
  expect(await recordOf(company, 'stages', person.id)).toMatchObject({ state: 'accepted' })
})

test('a move that is not newer by the clock is still the later step', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  await person.move('application')
  await person.move('interview')
  await letSync(world)
  const steps = applicationAtLinkedIn(world, company, person.id)?.steps ?? []
  expect(new Set(steps.map(step => step.atsCreatedAt)).size).toBe(3)
  expect(steps.at(-1)?.stage).toBe('Interview')
})

test('a rejection is told as the last step with its reason, and undone nothing is left of it', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  await person.move('interview')
  await letSync(world)
  const { id: closingId } = await person.close({ as: 'rejected', reason: 'skill_set', comment: 'Kotlin is missing.' })
  await letSync(world)
  const told = applicationAtLinkedIn(world, company, person.id)
  expect(told?.dispositionReason).toBe('Skill set')
  expect(told?.steps.at(-1)).toMatchObject({ id: closingId, stage: 'Rejected' })
  expect(statusAtLinkedIn(company, person.id)).toEqual(['Prospect', 'Interview', 'Rejected'])
  expect(JSON.stringify(told)).not.toContain('Kotlin')

  await perform(world.app, company.recruiter, work => undoClosing(work, closingId))
  await letSync(world)
  expect(applicationAtLinkedIn(world, company, person.id)).toMatchObject({ dispositionReason: '' })
  expect(statusAtLinkedIn(company, person.id)).toEqual(['Prospect', 'Interview'])
})

test('whoever comes back is in his stage again by a step of its own, goes on from there, and may end once more', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  await person.move('application')
  const { id: closingId } = await person.close({ as: 'rejected', reason: 'experience' })
  await person.reopen()
  await letSync(world)
  expect(applicationAtLinkedIn(world, company, person.id)?.dispositionReason).toBe('')
  const returned = ['Prospect', 'Application', 'Rejected', 'Application']
  expect(statusAtLinkedIn(company, person.id)).toEqual(returned)

  await perform(world.app, company.recruiter, work => undoReopening(work, closingId))
  await letSync(world)
  expect(applicationAtLinkedIn(world, company, person.id)?.dispositionReason).toBe('Experience')
  expect(statusAtLinkedIn(company, person.id)).toEqual(['Prospect', 'Application', 'Rejected'])

  await person.reopen()
  await person.move('interview')
  await person.close({ as: 'withdrawn', reason: 'other_job' })
  await letSync(world)
  expect(applicationAtLinkedIn(world, company, person.id)?.dispositionReason).toBe('Other job')
  expect(statusAtLinkedIn(company, person.id)).toEqual([...returned, 'Interview', 'Withdrawn'])
  const times = applicationAtLinkedIn(world, company, person.id)?.steps.map(step => step.atsCreatedAt)
  expect(new Set(times).size).toBe(6)
})

test('who closes with his job ends there too; who is closed as a prospect is not told of', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  await person.move('interview')
  const prospect = await aProspect(company)
  await prospect.close({ as: 'withdrawn', reason: 'no_answer' })
  await letSync(world)
  await perform(world.app, company.recruiter, work => closeJob(work, person.job.id, { reason: 'cancelled' }))
  await letSync(world)
  expect(applicationAtLinkedIn(world, company, person.id)?.dispositionReason).toBe('Position cancelled')
  expect(statusAtLinkedIn(company, person.id)).toEqual(['Prospect', 'Interview', 'Closed'])
  expect(applicationAtLinkedIn(world, company, prospect.id)).toBeUndefined()
})
