import { disableAccess } from '@lodestone/sandbox/behaviours/integrations'
import { CompiledQuery } from 'kysely'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { getBoard } from '../../hiring/applications/board.queries.ts'
import { moveToStage } from '../../hiring/applications/stage-moves.ts'
import { getCandidate } from '../../hiring/candidates/candidates.queries.ts'
import { changeCandidate } from '../../hiring/candidates/candidates.ts'
import { aCandidate, anApplication, eventsOf, stageOf } from '../../hiring/testing/builders.ts'
import { look, perform } from '../../platform/work.ts'
import { readSyncStatus } from '../delivery/delivery.queries.ts'
import { applicationAtLinkedIn, callsOf, candidateAtLinkedIn } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import {
  aConnectedCompany,
  aJobForExport,
  belgie,
  clickExport,
  connectAs,
  letSync,
  nederland,
} from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { listExportReceipts } from './export-receipts.queries.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

/** Sanne recruits here and is connected; her job is in the export box. */
async function aRecruiterWithJob(contract = nederland) {
  const company = await aConnectedCompany(world, { contract })
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  const exportOf = (member: string, jobReference = job.reference) =>
    clickExport(world, company, { recruiter: 'sanne-de-wit', member, jobReference })
  return { company, job, exportOf }
}

async function receiptsOf(company: ConnectedCompany, actor = company.admin) {
  const page = await look(world.app, actor, tx => listExportReceipts(tx, actor, { limit: 25 }))
  return page.data
}

async function prospectsOf(company: ConnectedCompany, jobId: string) {
  const board = await look(world.app, company.recruiter, tx => getBoard(tx, company.recruiter, jobId))
  return board.stages.find(stage => stage.kind === 'prospect')?.cards ?? []
}

function countIn(company: ConnectedCompany, table: 'candidate' | 'application' | 'linkedin_identity'): Promise<number> {
  return world.app.db.transactAsOwner(async tx => {
    const row = await tx
      .selectFrom(table)
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('tenant_id', '=', company.tenantId)
      .executeTakeFirstOrThrow()
    return row.count
  })
}

function pushOf(company: ConnectedCompany, requestId: string) {
  return world.app.db.transactAsOwner(tx =>
    tx
      .selectFrom('linkedin_push')
      .select(['state', 'reason', 'attempts'])
      .where('tenant_id', '=', company.tenantId)
      .where('request_id', '=', requestId)
      .executeTakeFirstOrThrow(),
  )
}

test('somebody new is in the Prospect stage, credited to the exporter, and nothing goes back to LinkedIn', async () => {
  const { company, job, exportOf } = await aRecruiterWithJob()
  const requestId = exportOf('saskia-oudejans')
  await world.settle()
  const [card, ...others] = await prospectsOf(company, job.id)
  expect(others).toEqual([])
  expect(card).toMatchObject({
    name: 'Saskia Oudejans',
    headline: 'Lead climate engineer at Kasbouw Noord',
    source: 'linkedin',
    opened: false,
  })
  expect(await receiptsOf(company)).toEqual([
    expect.objectContaining({
      outcome: 'arrived',
      cause: null,
      personName: 'Saskia Oudejans',
      jobReference: job.reference,
      jobId: job.id,
      candidateId: card?.candidateId,
      applicationId: card?.id,
      exporter: { id: company.recruiter.userId, name: company.recruiter.name },
      exportedAt: expect.any(String),
    }),
  ])
  const candidate = await look(world.app, company.recruiter, tx =>
    getCandidate(tx, company.recruiter, card?.candidateId ?? ''),
  )
  expect(candidate).toMatchObject({
    currentCompany: 'Kasbouw Noord',
    location: 'Zwolle, Netherlands',
    profileUrl: 'https://www.linkedin.example/in/saskia-oudejans',
    emails: [],
    origins: { headline: { kind: 'linkedin', by: expect.stringMatching(/^urn:li:person:/) } },
  })
  expect(await countIn(company, 'linkedin_identity')).toBe(1)
  expect(await pushOf(company, requestId)).toMatchObject({ state: 'done', reason: null })
  expect(callsOf(world, company, '*exportedCandidates')).toHaveLength(1)
  for (const resource of ['*atsCandidates*', '*atsApplications*']) expect(callsOf(world, company, resource)).toEqual([])
  expect((await eventsOf(world.app, company.admin, card?.id ?? ''))[0]).toMatchObject({
    kind: 'application.created',
    actor: { kind: 'linkedinPush', requestId },
  })

  const toStageId = await stageOf(world.app, company.recruiter, { jobId: job.id, kind: 'application' })
  await perform(world.app, company.recruiter, work => moveToStage(work, card?.id ?? '', { toStageId }))
  await letSync(world)
  const candidateId = card?.candidateId ?? ''
  expect(candidateAtLinkedIn(world, company, candidateId)).toMatchObject({
    lastName: 'Oudejans',
    manualMatchedMember: candidate.origins.headline?.by,
  })
  expect(applicationAtLinkedIn(world, company, card?.id ?? '')).toMatchObject({ atsCandidateId: candidateId })
})

test('exported again to another job: one person, two applications, and what people typed stays', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  exportOf('saskia-oudejans')
  await world.settle()
  const second = await aJobForExport(world, company.recruiter, { title: 'Energy lead' })
  await letSync(world)
  const candidateId = (await receiptsOf(company))[0]?.candidateId ?? ''
  await perform(world.app, company.recruiter, work =>
    changeCandidate(work, candidateId, { headline: 'Prefers four days', location: null }),
  )
  exportOf('saskia-oudejans', second.reference)
  await world.settle()
  expect(await countIn(company, 'candidate')).toBe(1)
  expect(await countIn(company, 'application')).toBe(2)
  expect((await receiptsOf(company))[0]).toMatchObject({
    outcome: 'joined',
    cause: null,
    candidateId,
    jobId: second.id,
  })
  const candidate = await look(world.app, company.recruiter, tx => getCandidate(tx, company.recruiter, candidateId))
  expect(candidate).toMatchObject({ headline: 'Prefers four days', location: null, currentCompany: 'Kasbouw Noord' })
})

test('who is on the job already, found by the profile’s address, stays where he is', async () => {
  const { company, job, exportOf } = await aRecruiterWithJob()
  const known = await aCandidate(world.app, company.recruiter, {
    firstName: 'S.',
    lastName: 'Oudejans',
    profileUrl: 'https://www.linkedin.example/in/saskia-oudejans',
  })
  const application = { jobId: job.id, candidateId: known.id, stage: 'interview' as const }
  await anApplication(world.app, company.recruiter, application)
  exportOf('saskia-oudejans')
  await world.settle()
  expect((await receiptsOf(company))[0]).toMatchObject({
    outcome: 'joined',
    cause: 'alreadyOnJob',
    candidateId: known.id,
  })
  expect(await countIn(company, 'candidate')).toBe(1)
  expect(await countIn(company, 'application')).toBe(1)
  expect(await prospectsOf(company, job.id)).toEqual([])
  const candidate = await look(world.app, company.recruiter, tx => getCandidate(tx, company.recruiter, known.id))
  expect(candidate).toMatchObject({ firstName: 'S.', headline: null })
})

test('two exports of one person at the same moment make one person', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  const second = await aJobForExport(world, company.recruiter)
  await letSync(world)
  exportOf('saskia-oudejans')
  exportOf('saskia-oudejans', second.reference)
  await world.settle()
  expect((await receiptsOf(company)).map(receipt => receipt.outcome).sort()).toEqual(['arrived', 'joined'])
  expect(await countIn(company, 'candidate')).toBe(1)
  expect(await countIn(company, 'application')).toBe(2)
})

test('pushes doubled, forged and out of order end as if they had come one by one', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  for (const kind of ['duplicated', 'forged', 'reordered'] as const) {
    world.running.sandbox.faults.add({ on: 'push', kind, seed: 1, count: 1 })
  }
  for (const member of ['saskia-oudejans', 'daan-mulder', 'eva-peeters', 'bas-willems']) exportOf(member)
  await world.settle()
  await world.pass({ seconds: 70 })
  expect((await receiptsOf(company)).map(receipt => receipt.outcome)).toEqual([
    'arrived',
    'arrived',
    'arrived',
    'arrived',
  ])
  expect(await countIn(company, 'application')).toBe(4)
})

test('a delegate exports with the rights of the person he stands in for', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.manager, 'joris-hoekstra')
  const delegate = { userId: company.manager.userId, role: 'delegate', delegateOf: company.recruiter.userId } as const
  const job = await aJobForExport(world, company.recruiter, { team: [delegate] })
  await letSync(world)
  clickExport(world, company, { recruiter: 'joris-hoekstra', member: 'saskia-oudejans', jobReference: job.reference })
  await world.settle()
  expect((await receiptsOf(company))[0]).toMatchObject({
    outcome: 'arrived',
    exporter: { id: company.manager.userId },
  })
})

test('equal job ids of two instances: the export goes where it was sent', async () => {
  const one = await aRecruiterWithJob(nederland)
  const other = await aRecruiterWithJob(belgie)
  expect(one.job.reference).toBe(other.job.reference)
  other.exportOf('saskia-oudejans')
  await world.settle()
  expect(await receiptsOf(one.company)).toEqual([])
  expect((await receiptsOf(other.company))[0]).toMatchObject({ outcome: 'arrived', jobId: other.job.id })
})

test('LinkedIn fails for a while: the export waits, is seen to wait, and arrives', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  world.network.isDown = true
  const requestId = exportOf('saskia-oudejans')
  await world.settle()
  expect(await pushOf(company, requestId)).toMatchObject({
    state: 'received',
    attempts: 1,
    reason: expect.stringMatching(/no answer/),
  })
  expect(await look(world.app, company.admin, tx => readSyncStatus(tx, company.admin))).toMatchObject({ queued: 1 })
  expect(await receiptsOf(company)).toEqual([])
  await world.pass({ seconds: 10 })
  world.network.isDown = false
  await world.pass({ seconds: 60 })
  expect((await receiptsOf(company))[0]).toMatchObject({ outcome: 'arrived' })
})

test('after a long outage a database that fails once loses no export', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  world.network.isDown = true
  exportOf('saskia-oudejans')
  await world.settle()
  for (let i = 0; i < 10; i++) await world.pass({ seconds: 600 })
  world.network.isDown = false
  await world.app.db.owner.executeQuery(CompiledQuery.raw(refuseReceipts))
  await world.pass({ seconds: 600 })
  expect(await receiptsOf(company)).toEqual([])
  await world.app.db.owner.executeQuery(CompiledQuery.raw('drop function refuse_receipt cascade'))
  // Ten minutes and a quarter of jitter are the longest wait.
  await world.pass({ seconds: 760 })
  expect(await receiptsOf(company)).toEqual([expect.objectContaining({ outcome: 'arrived' })])
})

// As when the server restarts between two statements.
const refuseReceipts = `
  create function refuse_receipt() returns trigger language plpgsql as $$ begin
    raise exception 'terminating connection' using errcode = '57P01';
  end $$;
  create trigger refuse before insert on export_receipt for each row execute function refuse_receipt()`

test('after a day without an answer the failure is shown', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  world.network.isDown = true
  const requestId = exportOf('saskia-oudejans')
  await world.settle()
  for (let hour = 0; hour < 25; hour += 5) await world.pass({ hours: 5 })
  expect(await receiptsOf(company)).toEqual([
    expect.objectContaining({ outcome: 'failed', cause: 'linkedinUnreachable', personName: null, jobId: null }),
  ])
  expect(await pushOf(company, requestId)).toMatchObject({ state: 'failed' })
  world.network.isDown = false
  await world.pass({ hours: 1 })
  expect(await countIn(company, 'application')).toBe(0)
})

test('a push that comes after LinkedIn has forgotten the export is reported', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  world.running.sandbox.faults.add({ on: 'push', kind: 'delayed', delayMs: 25 * 3_600_000, seed: 1, count: 1 })
  exportOf('saskia-oudejans')
  await world.pass({ hours: 25.1 })
  expect(await receiptsOf(company)).toEqual([expect.objectContaining({ outcome: 'failed', cause: 'requestExpired' })])
  // Nothing in it names anybody, so every recruiter may know.
  expect(await receiptsOf(company, company.recruiter)).toHaveLength(1)
  expect(await receiptsOf(company, company.colleague)).toEqual([])
})

test('switched off in between: refused by LinkedIn, and shown', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  world.network.isDown = true
  exportOf('saskia-oudejans')
  await world.settle()
  const row = { clientId: company.clientId, level: 'company', contract: nederland } as const
  disableAccess(world.running.sandbox, row)
  world.network.isDown = false
  await world.pass({ seconds: 60 })
  expect((await receiptsOf(company))[0]).toMatchObject({ outcome: 'failed', cause: 'linkedinRefused' })
})

test('the ATS was down when Export was clicked: the person arrives after the restart', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  await world.stopAts()
  exportOf('saskia-oudejans')
  await world.settle()
  await world.startAts()
  await world.pass({ seconds: 6 * 60 })
  expect((await receiptsOf(company))[0]).toMatchObject({ outcome: 'arrived', personName: 'Saskia Oudejans' })
})

test('data of another company are discarded, logged without a name, and leave no receipt', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  const warn = vi.spyOn(world.app.log, 'warn')
  answerExportsWith({ integrationContext: 'urn:li:organization:5230114' })
  const requestId = exportOf('saskia-oudejans')
  await world.settle()
  expect(await pushOf(company, requestId)).toMatchObject({ state: 'discarded' })
  expect(await receiptsOf(company)).toEqual([])
  expect(await countIn(company, 'candidate')).toBe(0)
  const logged = warn.mock.calls.filter(([about]) => JSON.stringify(about).includes(requestId))
  expect(logged).toHaveLength(1)
  expect(JSON.stringify(logged)).not.toContain('Oudejans')
  warn.mockRestore()
})

test('an e-mail address that two candidates share decides nothing: a new candidate, and a note for later', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  const emails = ['s.oudejans@post.example']
  const two = [
    await aCandidate(world.app, company.recruiter, { emails }),
    await aCandidate(world.app, company.recruiter, { emails }),
  ]
  answerExportsWith({ candidate: { ...saskia, emailAddresses: emails } })
  exportOf('saskia-oudejans')
  await world.settle()
  const [receipt] = await receiptsOf(company)
  expect(receipt?.outcome).toBe('arrived')
  expect(two.map(one => one.id)).not.toContain(receipt?.candidateId)
  const events = await eventsOf(world.app, company.admin, receipt?.candidateId ?? '')
  expect(events.find(event => event.kind === 'identity.doubtful')?.change).toMatchObject({
    why: 'severalCandidates',
    candidateIds: two.map(one => one.id).sort(),
  })
})

test.each([
  ['a page of HTML', () => new Response('<h1>Hello</h1>', { status: 200 })],
  ['nobody', () => exportAnswer({ candidate: { firstName: 'Saskia', lastName: 'Oudejans' } })],
])('%s instead of an export is reported as unreadable', async (_name, answer) => {
  const { company, exportOf } = await aRecruiterWithJob()
  world.network.answerInstead = url => (url.includes('/exportedCandidates') ? answer() : undefined)
  exportOf('saskia-oudejans')
  await world.settle()
  for (let i = 0; i < 3; i++) await world.pass({ seconds: 10 })
  expect((await receiptsOf(company))[0]).toMatchObject({ outcome: 'failed', cause: 'unreadable' })
  expect(await countIn(company, 'candidate')).toBe(0)
})

test('an export that the database cannot hold ends in a receipt, too', async () => {
  const { company, exportOf } = await aRecruiterWithJob()
  answerExportsWith({ candidate: { ...saskia, lastName: 'Oude\u0000jans' } })
  const requestId = exportOf('saskia-oudejans')
  await world.settle()
  expect((await receiptsOf(company)).map(receipt => [receipt.outcome, receipt.cause])).toEqual([
    ['failed', 'notStored'],
  ])
  expect(await pushOf(company, requestId)).toMatchObject({ state: 'failed' })
  expect(await countIn(company, 'candidate')).toBe(0)
})

const saskia = { member: 'urn:li:person:Saskia1', firstName: 'Saskia', lastName: 'Oudejans' }

/** LinkedIn's real answer with some of its fields changed. */
function answerExportsWith(changes: Record<string, unknown>): void {
  world.network.answerInstead = url => (url.includes('/exportedCandidates') ? exportAnswer(changes) : undefined)
}

function exportAnswer(changes: Record<string, unknown>): Response {
  const job = world.running.store.jobPostings.list().at(-1)
  const exported = world.running.store.exportedCandidates.list().at(-1)
  const connected = world.running.store.entityAclAssignees.list(one => one.clientId === exported?.clientId).at(-1)
  const element = {
    requestId: exported?.requestId,
    integrationContext: exported?.integrationContext,
    externalJobPostingId: job?.externalJobPostingId,
    exporter: { member: connected?.assignee },
    candidate: saskia,
    ...changes,
  }
  return Response.json({ elements: [element], paging: { start: 0, count: 10, links: [] } })
}
