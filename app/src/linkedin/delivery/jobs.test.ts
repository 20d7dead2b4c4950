import { disableAccess, enableAccess, requestIntegrations } from '@lodestone/sandbox/behaviours/integrations'
import { submitJob } from '@lodestone/sandbox/behaviours/jobs'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { changeJob, closeJob } from '../../hiring/jobs/jobs.ts'
import { look, perform } from '../../platform/work.ts'
import { nameIntegrations } from '../access/name-integrations.ts'
import { callsOf, jobAtLinkedIn, lastCall, offeredTo } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import {
  aConnectedCompany,
  aJobForExport,
  aPreparedCompany,
  connectAs,
  letSync,
  longDescription,
  nederland,
  organization,
} from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { findJobRecord, readSyncStatus } from './delivery.queries.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

function recordOf(company: ConnectedCompany, reference: string) {
  return look(world.app, company.admin, tx => findJobRecord(tx, company.tenantId, reference))
}

test('a change is sent as a change, what is the same is not sent, and a close closes', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  await perform(world.app, company.recruiter, work => changeJob(work, job.id, { title: 'Climate lead' }))
  await letSync(world)
  expect(jobAtLinkedIn(world, company, job.reference)).toMatchObject({ title: 'Climate lead', state: 'LISTED' })
  const before = lastCall(world)
  await perform(world.app, company.recruiter, work => changeJob(work, job.id, { openings: 3 }))
  await letSync(world)
  expect(callsOf(world, company, '*simpleJobPostings', before)).toEqual([])
  await perform(world.app, company.recruiter, work => closeJob(work, job.id, { reason: 'cancelled' }))
  await letSync(world)
  expect(jobAtLinkedIn(world, company, job.reference)).toMatchObject({ state: 'CLOSED' })
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([])
  const operations = callsOf(world, company, '*simpleJobPostings').map(
    call => JSON.parse(call.requestBody).elements[0].jobPostingOperationType,
  )
  expect(operations).toEqual(['CREATE', 'UPDATE', 'CLOSE'])
})

test('nothing leaves before LinkedIn is switched on; then everything does, closed jobs too', async () => {
  const company = await aPreparedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const open = await aJobForExport(world, company.recruiter)
  const closed = await aJobForExport(world, company.recruiter)
  await perform(world.app, company.recruiter, work => closeJob(work, closed.id, { reason: 'cancelled' }))
  await letSync(world)
  expect(callsOf(world, company, '*simpleJobPostings')).toEqual([])
  expect(callsOf(world, company, '*atsEntity*')).toEqual([])

  const row = { clientId: company.clientId, level: 'company', contract: nederland } as const
  enableAccess(world.running.sandbox, row)
  await letSync(world)
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([open.reference])
  expect(jobAtLinkedIn(world, company, closed.reference)?.state).toBe('CLOSED')

  disableAccess(world.running.sandbox, row)
  await letSync(world)
  const before = lastCall(world)
  await perform(world.app, company.recruiter, work => changeJob(work, open.id, { title: 'While it was off' }))
  await letSync(world)
  expect(callsOf(world, company, '*', before)).toEqual([])
  enableAccess(world.running.sandbox, row)
  await letSync(world)
  expect(jobAtLinkedIn(world, company, open.reference)).toMatchObject({ title: 'While it was off' })
})

test('a job that LinkedIn would refuse says so on the page, is not sent, and goes out once it is repaired', async () => {
  const company = await aConnectedCompany(world)
  const short = await aJobForExport(world, company.recruiter, { description: 'Grows tulips.' })
  const nowhere = await aJobForExport(world, company.recruiter, { location: 'Zwolle' })
  const good = await aJobForExport(world, company.recruiter)
  await letSync(world)
  const submitted = callsOf(world, company, '*simpleJobPostings').flatMap(call => JSON.parse(call.requestBody).elements)
  expect(submitted.map(one => one.externalJobPostingId).sort()).toEqual([nowhere.reference, good.reference])
  expect(await recordOf(company, short.reference)).toMatchObject({
    isThere: false,
    delivery: { state: 'refused', reason: { cause: 'descriptionTooShort', count: 13 } },
  })
  expect(await recordOf(company, nowhere.reference)).toMatchObject({
    delivery: { state: 'refused', reason: { cause: 'refused', words: 'Invalid location: Zwolle', field: 'location' } },
  })
  expect(await recordOf(company, good.reference)).toMatchObject({
    isThere: true,
    delivery: { state: 'accepted', isOlder: false },
  })
  expect(await look(world.app, company.admin, tx => readSyncStatus(tx, company.admin))).toMatchObject({ refused: 2 })

  const before = lastCall(world)
  await world.pass({ hours: 1 })
  expect(callsOf(world, company, '*simpleJobPostings', before)).toEqual([])
  await perform(world.app, company.recruiter, async work => {
    await changeJob(work, short.id, { description: longDescription })
    await changeJob(work, nowhere.id, { location: 'Zwolle, Netherlands' })
  })
  await letSync(world)
  expect(await recordOf(company, short.reference)).toMatchObject({
    isThere: true,
    delivery: { state: 'accepted', isOlder: false },
  })
  expect(await recordOf(company, nowhere.reference)).toMatchObject({
    isThere: true,
    delivery: { state: 'accepted', isOlder: false },
  })
  expect(await look(world.app, company.admin, tx => readSyncStatus(tx, company.admin))).toMatchObject({
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
  expect(jobAtLinkedIn(world, company, 'TN-1001')).toMatchObject({ title: 'Climate engineer' })
  expect(await recordOf(company, 'TN-1001')).toMatchObject({
    isThere: true,
    delivery: { state: 'accepted', isOlder: false },
  })
})

test('a job that was activated by a clock ahead of LinkedIn’s is told again until LinkedIn’s has caught up', async () => {
  const company = await aConnectedCompany(world)
  const clock = { now: () => new Date(world.running.clock.now() + 5 * 60_000) }
  const job = await aJobForExport({ ...world, app: { ...world.app, clock } }, company.recruiter)
  await letSync(world)
  expect(await recordOf(company, job.reference)).toMatchObject({
    delivery: { state: 'waiting', reason: { cause: 'clockAhead' } },
  })
  for (let minute = 0; minute < 10; minute++) await world.pass({ seconds: 60 })
  expect(jobAtLinkedIn(world, company, job.reference)).toMatchObject({ state: 'LISTED' })
  expect(await recordOf(company, job.reference)).toMatchObject({ delivery: { state: 'accepted', reason: null } })
})

test('connected to another company at LinkedIn, everything is told there from the start', async () => {
  const company = await aConnectedCompany(world)
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  const [other, contract] = ['urn:li:organization:5230114', 'urn:li:contract:880417']
  const row = { clientId: company.clientId, level: 'company', contract } as const
  disableAccess(world.running.sandbox, { ...row, contract: company.contract })
  requestIntegrations(world.running.sandbox, row)
  await nameIntegrations(world.app, company.admin, { organization: other, contract: null })
  await world.settle()
  enableAccess(world.running.sandbox, row)
  await letSync(world)
  const places = world.running.store.jobPostings
    .list(one => one.clientId === company.clientId)
    .map(one => [one.integrationContext, one.externalJobPostingId])
  expect(places).toEqual([
    [organization, job.reference],
    [other, job.reference],
  ])
  expect(await recordOf(company, job.reference)).toMatchObject({
    isThere: true,
    delivery: { state: 'accepted', isOlder: false },
  })
})
