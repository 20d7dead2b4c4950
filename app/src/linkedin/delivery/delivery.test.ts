import { listExportableJobs } from '@lodestone/sandbox/behaviours/exports'
import { disableAccess, enableAccess } from '@lodestone/sandbox/behaviours/integrations'
import { submitJob } from '@lodestone/sandbox/behaviours/jobs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addToHiringTeam, changeTeamRole, removeFromHiringTeam } from '../../hiring/jobs/hiring-team.ts'
import { changeJob, closeJob } from '../../hiring/jobs/jobs.ts'
import { anApplication } from '../../hiring/testing/builders.ts'
import { changeUser } from '../../hiring/users/users.ts'
import { look, perform } from '../../platform/work.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import {
  aConnectedCompany,
  aJobForExport,
  aPreparedCompany,
  belgie,
  connectAs,
  letSync,
  longDescription,
  nederland,
  organization,
} from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { startLinkedInWorld } from '../testing/linkedin-world.ts'
import { disconnect } from '../user-connection/user-connection.ts'
import { findJobRecord, readSyncStatus } from './delivery.queries.ts'

let world: LinkedInWorld
beforeAll(async () => {
  // Challenges every two hours would make a jump of sixty days a long one; the door's own tests have them.
  world = await startLinkedInWorld({ sandbox: { challenge: false } })
})
afterEach(() => {
  world.running.sandbox.faults.clear()
  Object.assign(world.network, { isDown: false, answerInstead: undefined })
})
afterAll(() => world.stop())

function offeredTo(company: ConnectedCompany, recruiterMemberId: string): string[] {
  const exporter = { clientId: company.clientId, integrationContext: organization, recruiterMemberId }
  return listExportableJobs(world.running.sandbox, exporter).map(job => job.externalJobPostingId)
}

function callsOf(company: ConnectedCompany, path = '*', after = 0) {
  return world.running.sandbox.traffic.list({ direction: 'in', clientId: company.clientId, path, after })
}

function lastCall(): number {
  return world.running.sandbox.traffic.list().at(-1)?.number ?? 0
}

function jobAtLinkedIn(company: ConnectedCompany, reference: string) {
  return world.running.store.jobPostings.findWhere(
    job => job.clientId === company.clientId && job.externalJobPostingId === reference,
  )
}

function recordOf(company: ConnectedCompany, reference: string) {
  return look(world.app, company.admin, tx => findJobRecord(tx, company.tenantId, reference))
}

test('an active job is offered to its connected recruiter, and to nobody else', async () => {
  const company = await aConnectedCompany(world)
  const job = await aJobForExport(world, company.recruiter)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await connectAs(world, company.manager, 'joris-hoekstra')
  await letSync(world)
  expect(offeredTo(company, 'sanne-de-wit')).toEqual([job.reference])
  expect(offeredTo(company, 'joris-hoekstra')).toEqual([])
  expect(jobAtLinkedIn(company, job.reference)).toMatchObject({
    state: 'LISTED',
    availability: 'PRIVATE_TO_ATS_INTEGRATION',
    accessRestricted: true,
  })
})

test('thirty jobs stand on one list, and people in Prospect are nobody’s business', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  for (let i = 0; i < 30; i++) await aJobForExport(world, company.recruiter, { title: `Job ${i}` })
  const job = await aJobForExport(world, company.recruiter)
  await anApplication(world.app, company.recruiter, { jobId: job.id })
  await anApplication(world.app, company.recruiter, { jobId: job.id, stage: 'interview' })
  await letSync(world)
  expect(offeredTo(company, 'sanne-de-wit')).toHaveLength(31)
  const lists = world.running.store.entityAcls.list(acl => acl.clientId === company.clientId)
  expect(lists).toHaveLength(31)
  expect(new Set(lists.map(acl => acl.atsEntityAclId))).toEqual(
    new Set([company.recruiter.userId.replace('user_', 'user-')]),
  )
  const assignees = world.running.store.entityAclAssignees.list(one => one.clientId === company.clientId)
  expect(assignees.map(one => one.memberId)).toEqual(['sanne-de-wit'])
  expect(callsOf(company, '*atsCandidates*')).toEqual([])
  expect(callsOf(company, '*atsApplications*')).toEqual([])
  expect(callsOf(company).filter(call => call.status !== 200)).toEqual([])
})

test('a change is sent as a change, what is the same is not sent, and a close closes', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  await perform(world.app, company.recruiter, work => changeJob(work, job.id, { title: 'Climate lead' }))
  await letSync(world)
  expect(jobAtLinkedIn(company, job.reference)).toMatchObject({ title: 'Climate lead', state: 'LISTED' })
  const before = lastCall()
  await perform(world.app, company.recruiter, work => changeJob(work, job.id, { openings: 3 }))
  await letSync(world)
  expect(callsOf(company, '*simpleJobPostings', before)).toEqual([])
  await perform(world.app, company.recruiter, work => closeJob(work, job.id, { reason: 'cancelled' }))
  await letSync(world)
  expect(jobAtLinkedIn(company, job.reference)).toMatchObject({ state: 'CLOSED' })
  expect(offeredTo(company, 'sanne-de-wit')).toEqual([])
  const operations = callsOf(company, '*simpleJobPostings').map(
    call => JSON.parse(call.requestBody).elements[0].jobPostingOperationType,
  )
  expect(operations).toEqual(['CREATE', 'UPDATE', 'CLOSE'])
})

test('the list follows the hiring team: removed, put back, as delegate, as interviewer', async () => {
  const company = await aConnectedCompany(world)
  const second = await company.person({ roles: ['recruiter'] })
  await connectAs(world, second, 'sanne-de-wit')
  await connectAs(world, company.manager, 'joris-hoekstra')
  const job = await aJobForExport(world, company.recruiter, { team: [{ userId: second.userId, role: 'recruiter' }] })
  await letSync(world)
  expect(offeredTo(company, 'sanne-de-wit')).toEqual([job.reference])

  await perform(world.app, company.recruiter, work => removeFromHiringTeam(work, job.id, second.userId))
  await letSync(world)
  expect(offeredTo(company, 'sanne-de-wit')).toEqual([])
  expect(callsOf(company, '*atsEntityAcls').map(call => call.method)).toEqual(['PUT', 'DELETE'])

  const asDelegate = { role: 'delegate', delegateOf: company.recruiter.userId } as const
  await perform(world.app, company.recruiter, work =>
    addToHiringTeam(work, job.id, { userId: second.userId, ...asDelegate }),
  )
  await letSync(world)
  expect(offeredTo(company, 'sanne-de-wit')).toEqual([job.reference])

  await perform(world.app, company.admin, work =>
    changeTeamRole(work, job.id, { userId: second.userId, role: 'interviewer' }),
  )
  await letSync(world)
  expect(offeredTo(company, 'sanne-de-wit')).toEqual([])
})

test('without the Prospect stage, or closed to hiring managers, the job is known and not offered', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await connectAs(world, company.manager, 'joris-hoekstra')
  const deputy = await company.person({ roles: ['hiring_manager'] })
  await connectAs(world, deputy, 'meike-bos')
  const off = await aJobForExport(world, company.recruiter, { prospect: { enabled: false } })
  const recruitersOnly = await aJobForExport(world, company.recruiter, {
    prospect: { openToHiringManagers: false },
    team: [{ userId: company.manager.userId, role: 'hiring_manager' }],
  })
  await perform(world.app, company.admin, work =>
    addToHiringTeam(work, recruitersOnly.id, {
      userId: deputy.userId,
      role: 'delegate',
      delegateOf: company.manager.userId,
    }),
  )
  await letSync(world)
  expect(jobAtLinkedIn(company, off.reference)?.state).toBe('LISTED')
  expect(offeredTo(company, 'sanne-de-wit')).toEqual([recruitersOnly.reference])
  expect(offeredTo(company, 'joris-hoekstra')).toEqual([])
  expect(offeredTo(company, 'meike-bos')).toEqual([])
})

test('nothing leaves before LinkedIn is switched on; then everything does, closed jobs too', async () => {
  const company = await aPreparedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const open = await aJobForExport(world, company.recruiter)
  const closed = await aJobForExport(world, company.recruiter)
  await perform(world.app, company.recruiter, work => closeJob(work, closed.id, { reason: 'cancelled' }))
  await letSync(world)
  expect(callsOf(company, '*simpleJobPostings')).toEqual([])
  expect(callsOf(company, '*atsEntity*')).toEqual([])

  const row = { clientId: company.clientId, level: 'company', contract: nederland } as const
  enableAccess(world.running.sandbox, row)
  await letSync(world)
  expect(offeredTo(company, 'sanne-de-wit')).toEqual([open.reference])
  expect(jobAtLinkedIn(company, closed.reference)?.state).toBe('CLOSED')

  disableAccess(world.running.sandbox, row)
  await letSync(world)
  const before = lastCall()
  await perform(world.app, company.recruiter, work => changeJob(work, open.id, { title: 'While it was off' }))
  await letSync(world)
  expect(callsOf(company, '*', before)).toEqual([])
  enableAccess(world.running.sandbox, row)
  await letSync(world)
  expect(jobAtLinkedIn(company, open.reference)).toMatchObject({ title: 'While it was off' })
})

test('a job that LinkedIn would refuse says so on the page, is not sent, and goes out once it is repaired', async () => {
  const company = await aConnectedCompany(world)
  const short = await aJobForExport(world, company.recruiter, { description: 'Grows tulips.' })
  const nowhere = await aJobForExport(world, company.recruiter, { location: 'Zwolle' })
  const good = await aJobForExport(world, company.recruiter)
  await letSync(world)
  const submitted = callsOf(company, '*simpleJobPostings').flatMap(call => JSON.parse(call.requestBody).elements)
  expect(submitted.map(one => one.externalJobPostingId).sort()).toEqual([nowhere.reference, good.reference])
  expect(await recordOf(company, short.reference)).toMatchObject({
    isThere: false,
    refusal: expect.stringMatching(/13 characters.+100/),
  })
  expect(await recordOf(company, nowhere.reference)).toMatchObject({
    refusal: expect.stringMatching(/LinkedIn says: Invalid location: Zwolle.+city and country/),
  })
  expect(await recordOf(company, good.reference)).toMatchObject({ isThere: true, refusal: null })
  expect(await look(world.app, company.admin, tx => readSyncStatus(tx, company.tenantId))).toMatchObject({ refused: 2 })

  const before = lastCall()
  await world.pass({ hours: 1 })
  expect(callsOf(company, '*simpleJobPostings', before)).toEqual([])
  await perform(world.app, company.recruiter, async work => {
    await changeJob(work, short.id, { description: longDescription })
    await changeJob(work, nowhere.id, { location: 'Zwolle, Netherlands' })
  })
  await letSync(world)
  expect(await recordOf(company, short.reference)).toMatchObject({ isThere: true, refusal: null })
  expect(await recordOf(company, nowhere.reference)).toMatchObject({ isThere: true, refusal: null })
  expect(await look(world.app, company.admin, tx => readSyncStatus(tx, company.tenantId))).toMatchObject({
    level: 'company',
    queued: 0,
    refused: 0,
    lastSuccessAt: expect.any(String),
  })
})

test('a create of what LinkedIn holds already becomes a change', async () => {
  const company = await aConnectedCompany(world)
  const posting = { integrationContext: organization, externalJobPostingId: 'TN-1001', title: 'From a former life' }
  const full = {
    ...posting,
    description: longDescription,
    location: 'Zwolle, Netherlands',
    companyApplyUrl: 'https://a.example/',
  }
  submitJob(world.running.sandbox, company.clientId, { ...posting, jobPostingOperationType: 'CREATE' }, full)
  await world.settle()
  const job = await aJobForExport(world, company.recruiter, { title: 'Climate engineer' })
  await letSync(world)
  await world.pass({ seconds: 5 })
  await world.pass({ seconds: 5 })
  expect(job.reference).toBe('TN-1001')
  expect(jobAtLinkedIn(company, 'TN-1001')).toMatchObject({ title: 'Climate engineer' })
  expect(await recordOf(company, 'TN-1001')).toMatchObject({ isThere: true, refusal: null })
})

test('a job whose evaluation takes long is asked about less and less often', async () => {
  const company = await aConnectedCompany(world)
  await aJobForExport(world, company.recruiter)
  let looks = 0
  world.network.answerInstead = url => {
    if (!url.includes('simpleJobPostingTasks')) return undefined
    looks += 1
    return Response.json(inProgress(url))
  }
  await world.settle()
  for (let i = 0; i < 10; i++) await world.pass({ seconds: 6 })
  // After 1, 2, 4, 8, 16, 32 seconds at the soonest.
  expect(looks).toBeGreaterThanOrEqual(3)
  expect(looks).toBeLessThanOrEqual(6)
  for (let i = 0; i < 20; i++) await world.pass({ seconds: 60 })
  expect(looks).toBeLessThanOrEqual(13)
})

function inProgress(url: string) {
  const ids = new URL(url).searchParams.getAll('ids')
  return { results: Object.fromEntries(ids.map(id => [id, { id, status: 'IN_PROGRESS' }])), statuses: {}, errors: {} }
}

test('too many calls wait for the time that LinkedIn names', async () => {
  const company = await aConnectedCompany(world)
  world.running.sandbox.faults.add({
    on: 'call',
    kind: 'status',
    path: '/v2/simpleJobPostings',
    status: 429,
    retryAfterSeconds: 600,
    delayMs: 0,
    moment: 'before',
    seed: 1,
    count: 1,
  })
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  await aJobForExport(world, company.recruiter)
  await world.pass({ seconds: 500 })
  expect(callsOf(company, '*simpleJobPostings')).toHaveLength(1)
  await world.pass({ seconds: 120 })
  await letSync(world)
  expect(jobAtLinkedIn(company, job.reference)).toBeDefined()
  expect(callsOf(company, '*simpleJobPostings')).toHaveLength(2)
})

test('an outage is waited out with few calls, and nothing is sent twice afterwards', async () => {
  const company = await aConnectedCompany(world)
  let attempts = 0
  world.network.answerInstead = url => {
    if (!url.endsWith('/simpleJobPostings')) return undefined
    attempts += 1
    return new Response('<h1>Bad gateway</h1>', { status: 502 })
  }
  const jobs: string[] = []
  for (let hour = 0; hour < 6; hour++) {
    jobs.push((await aJobForExport(world, company.recruiter)).reference)
    await world.pass({ hours: 1 })
  }
  expect(attempts).toBeGreaterThan(6)
  expect(attempts).toBeLessThan(40)
  world.network.answerInstead = undefined
  const before = lastCall()
  await world.pass({ seconds: 15 * 60 })
  await letSync(world)
  for (const reference of jobs) expect(jobAtLinkedIn(company, reference)).toBeDefined()
  expect(callsOf(company, '*simpleJobPostings', before)).toHaveLength(1)
})

test('one job that spoils the whole call does not hold up the others', async () => {
  const company = await aConnectedCompany(world)
  world.network.answerInstead = (url, body) =>
    url.endsWith('/simpleJobPostings') && body.includes('Poison')
      ? Response.json({ message: 'Batch key parameter value is invalid', status: 400 }, { status: 400 })
      : undefined
  const poison = await aJobForExport(world, company.recruiter, { title: 'Poison' })
  const others: string[] = []
  for (let i = 0; i < 4; i++) others.push((await aJobForExport(world, company.recruiter)).reference)
  await letSync(world)
  for (const reference of others) expect(jobAtLinkedIn(company, reference)).toBeDefined()
  expect(await recordOf(company, poison.reference)).toMatchObject({
    refusal: 'LinkedIn says: Batch key parameter value is invalid',
  })
})

test('what a crash left behind is sent again without harm', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const job = await aJobForExport(world, company.recruiter)
  // The call arrives and its answer is lost, as when the process ends in between.
  world.running.sandbox.faults.add({
    on: 'call',
    kind: 'cut',
    path: '/v2/simpleJobPostings',
    moment: 'after',
    delayMs: 0,
    seed: 1,
    count: 1,
  })
  await letSync(world)
  await world.pass({ seconds: 10 })
  await world.pass({ seconds: 10 })
  await world.pass({ seconds: 10 })
  expect(await recordOf(company, job.reference)).toMatchObject({ isThere: true, refusal: null })
  expect(offeredTo(company, 'sanne-de-wit')).toEqual([job.reference])
})

test('who disconnects, leaves the company or lets the connection end is taken off his list', async () => {
  const company = await aConnectedCompany(world)
  const [second, third] = [
    await company.person({ roles: ['recruiter'] }),
    await company.person({ roles: ['recruiter'] }),
  ]
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await connectAs(world, second, 'joris-hoekstra')
  await connectAs(world, third, 'meike-bos')
  const team = [second, third].map(user => ({ userId: user.userId, role: 'recruiter' as const }))
  await aJobForExport(world, company.recruiter, { team })
  await letSync(world)
  for (const member of ['sanne-de-wit', 'joris-hoekstra', 'meike-bos'])
    expect(offeredTo(company, member)).toHaveLength(1)

  await perform(world.app, company.recruiter, work => disconnect(work, company.recruiter.userId))
  await perform(world.app, company.admin, work => changeUser(work, second.userId, { active: false }))
  await letSync(world)
  expect(offeredTo(company, 'sanne-de-wit')).toEqual([])
  expect(offeredTo(company, 'joris-hoekstra')).toEqual([])
  expect(offeredTo(company, 'meike-bos')).toHaveLength(1)
  await world.pass({ hours: 60 * 24 + 1 })
  expect(offeredTo(company, 'meike-bos')).toEqual([])
})

test('two instances with equal job ids keep their jobs and their credentials apart', async () => {
  const one = await aConnectedCompany(world, { contract: nederland })
  const other = await aConnectedCompany(world, { contract: belgie })
  await connectAs(world, one.recruiter, 'sanne-de-wit')
  await connectAs(world, other.recruiter, 'sanne-de-wit')
  const jobs = [
    await aJobForExport(world, one.recruiter, { title: 'Here' }),
    await aJobForExport(world, other.recruiter),
  ]
  await letSync(world)
  expect(jobs.map(job => job.reference)).toEqual(['TN-1001', 'TN-1001'])
  expect(offeredTo(one, 'sanne-de-wit')).toEqual(['TN-1001'])
  expect(offeredTo(other, 'sanne-de-wit')).toEqual(['TN-1001'])
  expect(jobAtLinkedIn(one, 'TN-1001')?.title).toBe('Here')
  expect(jobAtLinkedIn(other, 'TN-1001')?.title).not.toBe('Here')
  const foreign = [...callsOf(one), ...callsOf(other)].filter(call => call.status === 401 || call.status === 403)
  expect(foreign).toEqual([])
  expect(callsOf(one, '/oauth/v2/accessToken').filter(call => call.requestBody.includes(other.clientId))).toEqual([])
})

test('one token serves all calls of its life, and a revoked one costs exactly one new one', async () => {
  const company = await aConnectedCompany(world)
  for (let i = 0; i < 5; i++) {
    await aJobForExport(world, company.recruiter)
    await letSync(world)
  }
  const tokens = () =>
    callsOf(company, '/oauth/v2/accessToken').filter(call => call.requestBody.includes('client_credentials'))
  expect(tokens()).toHaveLength(1)
  const { tokens: store } = world.running.store
  for (const token of store.list(one => one.clientId === company.clientId)) store.put({ ...token, isRevoked: true })
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  expect(jobAtLinkedIn(company, job.reference)).toBeDefined()
  expect(tokens()).toHaveLength(2)
})
