import { disableAccess, enableAccess } from '@lodestone/sandbox/behaviours/integrations'
import { personUrnFor } from '@lodestone/sandbox/behaviours/members'
import { afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { moveToStage } from '../../hiring/applications/stage-moves.ts'
import { undoMove } from '../../hiring/applications/undo-move.ts'
import type { NewCandidate } from '../../hiring/candidates/candidates.shapes.ts'
import { changeCandidate } from '../../hiring/candidates/candidates.ts'
import { aCandidate, anApplication, stageOf } from '../../hiring/testing/builders.ts'
import { look, perform } from '../../platform/work.ts'
import { linkCandidate } from '../identity/link-candidate.ts'
import { callsOf, candidateAtLinkedIn, jobAtLinkedIn, lastCall, spoilCalls } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, aPreparedCompany, letSync, nederland } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { readSyncStatus } from './delivery.queries.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const reachable = { emails: ['noor@post.example'] }

async function aProspect(company: ConnectedCompany, values: Partial<NewCandidate> = reachable) {
  const job = await aJobForExport(world, company.recruiter)
  const { id: candidateId } = await aCandidate(world.app, company.recruiter, values)
  const { id } = await anApplication(world.app, company.recruiter, { jobId: job.id, candidateId })
  const move = async (kind: 'prospect' | 'application' | 'interview') => {
    const toStageId = await stageOf(world.app, company.recruiter, { jobId: job.id, kind })
    return perform(world.app, company.recruiter, work => moveToStage(work, id, { toStageId }))
  }
  return { candidateId, applicationId: id, jobId: job.id, move }
}

const change = (company: ConnectedCompany, candidateId: string, values: Partial<NewCandidate>) =>
  perform(world.app, company.recruiter, work => changeCandidate(work, candidateId, values))

const candidateCalls = (company: ConnectedCompany, after = 0) => callsOf(world, company, '*atsCandidates*', after)

function recordOf({ tenantId, admin }: ConnectedCompany, candidateId: string) {
  return look(world.app, admin, tx =>
    tx
      .selectFrom('sync_record')
      .select(['state', 'wanted', 'reason', 'payload', 'known_there'])
      .where('tenant_id', '=', tenantId)
      .where('resource', '=', 'candidate')
      .where('key', '=', candidateId)
      .executeTakeFirst(),
  )
}

test('a prospect is nobody’s business; past Prospect all of the person is told, and every change after it', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company, {
    firstName: 'Noor',
    lastName: 'Verhoeven',
    emails: ['noor@post.example', 'noor@werk.example'],
    phones: ['+31 10 555 0199'],
    location: 'Rotterdam, Netherlands',
    currentTitle: 'Planner',
    currentCompany: 'Kade Logistiek',
    headline: 'Plans pallets',
    profileUrl: 'https://www.linkedin.example/in/nobody-of-this-name',
  })
  await change(company, person.candidateId, { headline: 'Still a prospect' })
  await letSync(world)
  expect(candidateCalls(company)).toEqual([])

  await person.move('application')
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, person.candidateId)).toEqual({
    atsCreatedAt: expect.any(Number),
    atsLastModifiedAt: expect.any(Number),
    firstName: 'Noor',
    lastName: 'Verhoeven',
    emailAddresses: ['noor@post.example', 'noor@werk.example'],
    phoneNumbers: [{ number: '+31 10 555 0199' }],
    addresses: [{ city: 'Rotterdam, Netherlands' }],
    currentJobTitle: 'Planner',
    currentCompanyName: 'Kade Logistiek',
    linkedInProfileUrl: 'https://www.linkedin.example/in/nobody-of-this-name',
    externalProfileUrl: `${world.app.config.publicUrl}/candidates/${person.candidateId}`,
  })
  expect(await recordOf(company, person.candidateId)).toMatchObject({ state: 'accepted', wanted: 'present' })

  const before = lastCall(world)
  await change(company, person.candidateId, { headline: 'What LinkedIn has no field for' })
  await letSync(world)
  expect(candidateCalls(company, before).filter(call => call.method === 'PUT')).toEqual([])
  await change(company, person.candidateId, { currentTitle: null, location: null, lastName: 'Verhoeven-Bos' })
  await letSync(world)
  const now = candidateAtLinkedIn(world, company, person.candidateId)
  expect(now).toMatchObject({ lastName: 'Verhoeven-Bos', addresses: [] })
  expect(now).not.toHaveProperty('currentJobTitle')
})

test('moved back the person stays known; a move that is undone never was, and takes the person out again', async () => {
  const company = await aConnectedCompany(world)
  const back = await aProspect(company)
  await back.move('interview')
  await back.move('prospect')
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, back.candidateId)).toBeDefined()

  const slip = await aProspect(company)
  const { id: moveId } = await slip.move('application')
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, slip.candidateId)).toBeDefined()
  await perform(world.app, company.recruiter, work => undoMove(work, moveId))
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, slip.candidateId)).toBeUndefined()
  expect(await recordOf(company, slip.candidateId)).toMatchObject({
    state: 'accepted',
    wanted: 'absent',
    payload: null,
  })
  const before = lastCall(world)
  await change(company, slip.candidateId, { lastName: 'Prospect once more' })
  await world.pass({ hours: 1 })
  expect(candidateCalls(company, before).filter(call => call.requestBody.includes(slip.candidateId))).toEqual([])

  await slip.move('application')
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, slip.candidateId)).toMatchObject({ lastName: 'Prospect once more' })
})

test('undone before anything left, nothing ever does', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  await letSync(world)
  await world.stopAts()
  const { id: moveId } = await person.move('application')
  await perform(world.app, company.recruiter, work => undoMove(work, moveId))
  await world.startAts()
  await letSync(world)
  expect(candidateCalls(company)).toEqual([])
})

test('nothing leaves before the indicator is switched on; then everybody past Prospect, whenever that was', async () => {
  const company = await aPreparedCompany(world)
  const prospect = await aProspect(company, { emails: ['prospect@post.example'] })
  const past: string[] = []
  for (let i = 0; i < 3; i++) {
    const person = await aProspect(company, { emails: [`past${i}@post.example`] })
    await person.move('interview')
    past.push(person.candidateId)
  }
  await letSync(world)
  expect(candidateCalls(company)).toEqual([])
  const row = { clientId: company.clientId, level: 'company', contract: nederland } as const
  enableAccess(world.running.sandbox, row)
  await letSync(world)
  for (const id of past) expect(candidateAtLinkedIn(world, company, id)).toBeDefined()
  expect(candidateCalls(company).filter(call => call.method === 'PUT')).toHaveLength(1)
  expect(candidateCalls(company).some(call => call.requestBody.includes(prospect.candidateId))).toBe(false)

  disableAccess(world.running.sandbox, row)
  await letSync(world)
  const before = lastCall(world)
  await change(company, past[0] ?? '', { lastName: 'While it was off' })
  await world.pass({ hours: 2 })
  expect(candidateCalls(company, before)).toEqual([])
  enableAccess(world.running.sandbox, row)
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, past[0] ?? '')).toMatchObject({ lastName: 'While it was off' })
})

test('a first sync goes out in hundreds, goes on after a stop, and waits for LinkedIn’s window without holding up jobs', async () => {
  const company = await aConnectedCompany(world)
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  await world.stopAts()
  const ids: string[] = []
  for (let i = 0; i < 130; i++) {
    const { candidateId } = await anApplication(world.app, company.recruiter, {
      jobId: job.id,
      candidate: { emails: [`number${i}@post.example`] },
      as: 'applicant',
    })
    ids.push(candidateId)
  }
  // So that no minute ends before its time.
  const { clock } = world.running
  clock.freeze()
  onTestFinished(() => clock.unfreeze())
  const minute = new Date(Math.ceil(clock.now() / 60_000) * 60_000)
  await clock.moveTo(minute.getTime())
  const day = minute.toISOString().slice(0, 10)
  const used = { endpoint: 'atsCandidates', calls: 1, records: 4_900, minute, minute_records: 4_900, day }
  await world.app.db.transactAsOwner(tx =>
    tx
      .insertInto('linkedin_call_count')
      .values({ ...used, tenant_id: company.tenantId })
      .execute(),
  )
  await world.startAts()
  await world.settle()
  const puts = () => candidateCalls(company).filter(call => call.method === 'PUT')
  expect(puts()).toHaveLength(1)
  expect(puts()[0]?.isTunnelled).toBe(true)
  const status = await look(world.app, company.admin, tx => readSyncStatus(tx, company.admin))
  // Each with his application and its steps.
  expect(status).toMatchObject({ queued: 3 * 30, refused: 0, heldUp: null })
  const another = await aJobForExport(world, company.recruiter)
  await letSync(world)
  expect(jobAtLinkedIn(world, company, another.reference)).toBeDefined()
  expect(puts()).toHaveLength(1)
  await world.stopAts()
  await world.startAts()
  await world.pass({ seconds: 60 })
  expect(puts()).toHaveLength(2)
  for (const id of ids) expect(candidateAtLinkedIn(world, company, id)).toBeDefined()
})

test('without an address or a link nobody is sent, and nobody has refused', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company, { emails: [] })
  await person.move('application')
  await letSync(world)
  expect(candidateCalls(company)).toEqual([])
  const held = await recordOf(company, person.candidateId)
  expect(held).toMatchObject({ state: 'held', known_there: false })
  expect(JSON.parse(held?.reason ?? '')).toMatchObject({ cause: 'noAddress' })
  const status = await look(world.app, company.admin, tx => readSyncStatus(tx, company.admin))
  expect(status).toMatchObject({ queued: 0, refused: 0 })
  await change(company, person.candidateId, reachable)
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, person.candidateId)).toMatchObject({ emailAddresses: reachable.emails })
})

test('who was exported is sent with the person URN once past Prospect, with or without an address', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company, { emails: [] })
  const personUrn = personUrnFor(company.clientId, 'saskia-oudejans')
  await perform(world.app, company.recruiter, work =>
    linkCandidate(work, {
      person: { personUrn, profileUrl: null },
      candidateId: person.candidateId,
      linkedBy: 'export',
    }),
  )
  await letSync(world)
  expect(candidateCalls(company)).toEqual([])
  await person.move('application')
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, person.candidateId)).toMatchObject({
    emailAddresses: [],
    manualMatchedMember: personUrn,
  })
})

test('what LinkedIn refuses is that candidate’s row with LinkedIn’s words, and the others pass', async () => {
  const company = await aConnectedCompany(world)
  const { members } = world.running.store
  const saskia = members.get('saskia-oudejans')
  const good = await aProspect(company)
  const bad = await aProspect(company)
  const personUrn = personUrnFor(company.clientId, 'saskia-oudejans')
  await perform(world.app, company.recruiter, work =>
    linkCandidate(work, { person: { personUrn, profileUrl: null }, candidateId: bad.candidateId, linkedBy: 'export' }),
  )
  members.put({ ...saskia, closedAt: 1 })
  try {
    await world.stopAts()
    await good.move('application')
    await bad.move('application')
    await world.startAts()
    await letSync(world)
    expect(candidateAtLinkedIn(world, company, good.candidateId)).toBeDefined()
    const words = `${personUrn} is not a member known to this application.`
    expect(JSON.parse((await recordOf(company, bad.candidateId))?.reason ?? '')).toMatchObject({
      cause: 'refused',
      words,
    })
    const status = await look(world.app, company.recruiter, tx => readSyncStatus(tx, company.recruiter))
    expect(status).toMatchObject({
      refused: 1,
      refusedCandidates: [{ candidateId: bad.candidateId, name: 'Noor Bakker', words }],
    })
    expect(await look(world.app, company.colleague, tx => readSyncStatus(tx, company.colleague))).toMatchObject({
      refusedCandidates: [],
    })
    const before = lastCall(world)
    await world.pass({ hours: 1 })
    expect(candidateCalls(company, before).filter(call => call.method === 'PUT')).toEqual([])
  } finally {
    members.put(saskia)
  }
  await change(company, bad.candidateId, { lastName: 'Mended' })
  await letSync(world)
  expect(candidateAtLinkedIn(world, company, bad.candidateId)).toMatchObject({ lastName: 'Mended' })
})

test('who is deleted here is deleted there, and nothing of the person stays in the ledger', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  await person.move('application')
  await letSync(world)
  await world.app.db.transactAsOwner(async tx => {
    for (const table of ['stage_move', 'application_opened', 'application'] as const)
      await tx.deleteFrom(table).where('tenant_id', '=', company.tenantId).execute()
    await tx.deleteFrom('candidate').where('tenant_id', '=', company.tenantId).execute()
  })
  const subject = { kind: 'candidate', id: person.candidateId }
  await perform(world.app, company.admin, work => work.record({ kind: 'candidate.deleted', subject }))
  spoilCalls(world, { path: '/v2/atsCandidates', kind: 'cut', moment: 'after' })
  await letSync(world)
  await world.pass({ seconds: 10 })
  await world.pass({ seconds: 10 })
  expect(candidateAtLinkedIn(world, company, person.candidateId)).toBeUndefined()
  expect(await recordOf(company, person.candidateId)).toMatchObject({
    state: 'accepted',
    wanted: 'absent',
    payload: null,
    known_there: false,
  })
})

test('an outage is waited out with few calls, a lost answer does no harm, and the newest version wins', async () => {
  const company = await aConnectedCompany(world)
  const person = await aProspect(company)
  await person.move('application')
  let attempts = 0
  world.network.answerInstead = url => {
    if (!url.includes('/v2/atsCandidates')) return undefined
    attempts += 1
    return new Response('<h1>Bad gateway</h1>', { status: 502 })
  }
  for (let hour = 0; hour < 4; hour++) {
    await change(company, person.candidateId, { lastName: `Hour ${hour}` })
    await world.pass({ hours: 1 })
  }
  expect(attempts).toBeGreaterThanOrEqual(4)
  expect(attempts).toBeLessThan(30)
  world.network.answerInstead = undefined
  const before = lastCall(world)
  spoilCalls(world, { path: '/v2/atsCandidates', kind: 'cut', moment: 'after' })
  for (let i = 0; i < 3; i++) await world.pass({ seconds: 15 * 60 })
  expect(candidateAtLinkedIn(world, company, person.candidateId)).toMatchObject({ lastName: 'Hour 3' })
  expect(await recordOf(company, person.candidateId)).toMatchObject({ state: 'accepted' })
  expect(candidateCalls(company, before).filter(call => call.method === 'PUT')).toHaveLength(2)
})

test('each company tells its own people with its own application', async () => {
  const [one, other] = [await aConnectedCompany(world), await aConnectedCompany(world)]
  const [here, there] = [await aProspect(one), await aProspect(other)]
  await here.move('application')
  await there.move('application')
  await letSync(world)
  for (const [company, own, foreign] of [
    [one, here, there],
    [other, there, here],
  ] as const) {
    expect(candidateAtLinkedIn(world, company, own.candidateId)).toBeDefined()
    expect(candidateAtLinkedIn(world, company, foreign.candidateId)).toBeUndefined()
    expect(candidateCalls(company).some(call => call.requestBody.includes(foreign.candidateId))).toBe(false)
  }
})
