import { jobPostingIdOf } from '@lodestone/sandbox/store'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { closeJob } from '../../hiring/jobs/jobs.ts'
import { look, perform } from '../../platform/work.ts'
import { readIntegrations } from '../access/read-integrations.ts'
import { callsOf, jobAtLinkedIn, lastCall, offeredTo } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, connectAs, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { findJobRecord, readSyncStatus } from './delivery.queries.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

function deliveryOf(company: ConnectedCompany, jobReference: string) {
  return look(world.app, company.admin, async tx => {
    const record = await findJobRecord(tx, company.tenantId, jobReference)
    return record?.delivery
  })
}

/** Activated while nobody sends, so that they leave in one batch. */
async function jobsFor(company: ConnectedCompany, titles: readonly string[]): Promise<string[]> {
  const references: string[] = []
  await world.stopAts()
  for (const title of titles) references.push((await aJobForExport(world, company.recruiter, { title })).reference)
  await world.startAts()
  return references
}

/** LinkedIn's answer to a call with jobs, decided by their titles; undefined: the real one. */
function answerJobs(decide: (titles: string[]) => Response | undefined): void {
  world.network.answerInstead = (url, body) => {
    if (!url.endsWith('/simpleJobPostings')) return undefined
    return decide(JSON.parse(body).elements.map((element: { title: string }) => element.title))
  }
}

const no = (status: number, message: string) => Response.json({ message, status }, { status })

async function countedCalls(company: ConnectedCompany): Promise<number> {
  const rows = await look(world.app, company.admin, tx =>
    tx
      .selectFrom('linkedin_call_count')
      .select('calls')
      .where('tenant_id', '=', company.tenantId)
      .where('endpoint', '=', 'simpleJobPostings')
      .execute(),
  )
  return rows.reduce((sum, row) => sum + row.calls, 0)
}

test('the calls for halves of a refused batch count against the quota', async () => {
  const company = await aConnectedCompany(world)
  let made = 0
  answerJobs(titles => {
    made += 1
    return titles.includes('Poison') ? no(400, 'Batch key parameter value is invalid') : undefined
  })
  await jobsFor(company, ['One', 'Two', 'Poison', 'Four'])
  await letSync(world)
  expect(made).toBeGreaterThan(1)
  expect(await countedCalls(company)).toBe(made)
})

test('halves for which no call is left today wait for midnight', async () => {
  const company = await aConnectedCompany(world)
  let made = 0
  answerJobs(titles => {
    made += 1
    return titles.includes('Poison') ? no(400, 'Batch key parameter value is invalid') : undefined
  })
  await jobsFor(company, ['First'])
  await letSync(world)
  await world.app.db.transactAsOwner(tx =>
    tx
      .updateTable('linkedin_call_count')
      .set({ calls: 99_999 })
      .where('tenant_id', '=', company.tenantId)
      .where('endpoint', '=', 'simpleJobPostings')
      .execute(),
  )
  const [poison = '', good = ''] = await jobsFor(company, ['Poison', 'Good'])
  await letSync(world)
  expect(made).toBe(2)
  expect([await deliveryOf(company, poison), await deliveryOf(company, good)]).toMatchObject([
    { state: 'waiting' },
    { state: 'waiting' },
  ])
  await world.pass({ hours: 24 })
  await letSync(world)
  expect(await deliveryOf(company, good)).toMatchObject({ state: 'accepted' })
  expect(await deliveryOf(company, poison)).toMatchObject({ state: 'refused' })
})

test('what one half has told LinkedIn is not told again when the other half fails', async () => {
  const company = await aConnectedCompany(world)
  const told: string[] = []
  let isDown = true
  answerJobs(titles => {
    if (titles.includes('Poison') && titles.length > 1) return no(400, 'Batch key parameter value is invalid')
    if (titles.includes('Poison') && isDown) return no(502, 'Bad gateway')
    told.push(...titles)
    return undefined
  })
  await jobsFor(company, ['One', 'Two', 'Three', 'Poison'])
  await letSync(world)
  expect(told).toEqual(expect.arrayContaining(['One', 'Two', 'Three']))
  isDown = false
  await world.pass({ seconds: 10 })
  expect(told.sort()).toEqual(['One', 'Poison', 'Three', 'Two'])
})

test('a no to every job refuses none of them, holds up no removal, and ends by itself', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const known = await aJobForExport(world, company.recruiter, { title: 'Known' })
  await letSync(world)
  let made = 0
  answerJobs(() => {
    made += 1
    return no(403, 'Not enough permissions to access: POST /simpleJobPostings')
  })
  const [one = '', two = ''] = await jobsFor(company, ['One', 'Two', 'Three'])
  await letSync(world)
  expect(await deliveryOf(company, one)).toMatchObject({
    state: 'waiting',
    reason: { cause: 'noPermission', words: 'Not enough permissions to access: POST /simpleJobPostings' },
    nextTryAt: expect.any(String),
  })
  await perform(world.app, company.recruiter, work => closeJob(work, known.id, { reason: 'cancelled' }))
  await letSync(world)
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([])
  expect(await readSyncStatusOf(company)).toMatchObject({ refused: 0 })
  made = 0
  for (let i = 0; i < 6; i++) await world.pass({ seconds: 600 })
  expect(made).toBeGreaterThan(0)
  expect(made).toBeLessThan(40)
  world.network.answerInstead = undefined
  await world.pass({ seconds: 16 * 60 })
  await letSync(world)
  for (const reference of [one, two]) expect(jobAtLinkedIn(world, company, reference)).toBeDefined()
})

function readSyncStatusOf(company: ConnectedCompany) {
  return look(world.app, company.admin, tx => readSyncStatus(tx, company.admin))
}

test('a no to one job alone, while others pass, is that job’s', async () => {
  const company = await aConnectedCompany(world)
  answerJobs(titles => (titles.includes('Poison') ? no(403, 'Unpermitted fields present in REQUEST_BODY') : undefined))
  const [poison = '', ...others] = await jobsFor(company, ['Poison', 'Two', 'Three', 'Four'])
  await letSync(world)
  for (const reference of others) expect(await deliveryOf(company, reference)).toMatchObject({ state: 'accepted' })
  expect(await deliveryOf(company, poison)).toMatchObject({
    state: 'refused',
    reason: { words: 'Unpermitted fields present in REQUEST_BODY' },
  })
})

test.each([
  ['knows no such address', () => no(404, 'Resource oauth does not exist')],
  ['refuses', () => no(403, 'Forbidden')],
  ['finds the request wrong', () => Response.json({ error: 'invalid_request' }, { status: 400 })],
  ['answers with a page', () => new Response('<h1>Maintenance</h1>')],
  ['fails', () => no(503, 'Unavailable')],
])('a token address that %s is waited out: no record is refused for it', async (_what, answer) => {
  const company = await aConnectedCompany(world)
  forgetTokens(company)
  let asked = 0
  world.network.answerInstead = url => {
    if (!url.includes('/oauth/v2/accessToken')) return undefined
    asked += 1
    return answer()
  }
  const references = await jobsFor(company, ['One', 'Two'])
  await letSync(world)
  await world.pass({ hours: 1 })
  for (const reference of references) {
    expect(await deliveryOf(company, reference)).toMatchObject({ state: 'waiting', reason: { cause: 'paused' } })
  }
  expect(asked).toBeGreaterThan(1)
  expect(asked).toBeLessThan(30)
  world.network.answerInstead = undefined
  await world.pass({ seconds: 16 * 60 })
  await letSync(world)
  for (const reference of references) expect(await deliveryOf(company, reference)).toMatchObject({ state: 'accepted' })
})

function forgetTokens(company: ConnectedCompany): void {
  const { tokens } = world.running.store
  for (const token of tokens.list(one => one.clientId === company.clientId)) tokens.put({ ...token, isRevoked: true })
}

test('an address that is wrong as a whole costs no job its place', async () => {
  const company = await aConnectedCompany(world)
  answerJobs(() => no(404, 'Resource simpleJobPostings does not exist'))
  const [reference = ''] = await jobsFor(company, ['One', 'Two'])
  await letSync(world)
  expect(await deliveryOf(company, reference)).toMatchObject({ state: 'waiting', reason: { cause: 'paused' } })
  world.network.answerInstead = undefined
  await world.pass({ seconds: 60 })
  await letSync(world)
  expect(await deliveryOf(company, reference)).toMatchObject({ state: 'accepted' })
})

test('named waits of no seconds make no tight loop', async () => {
  const company = await aConnectedCompany(world)
  let made = 0
  answerJobs(() => {
    made += 1
    return new Response('{}', { status: 429, headers: { 'retry-after': '0' } })
  })
  await jobsFor(company, ['One'])
  await letSync(world)
  for (let i = 0; i < 30; i++) await world.pass({ seconds: 60 })
  expect(made).toBeGreaterThan(5)
  expect(made).toBeLessThan(20)
})

test('an access list whose job LinkedIn has lost brings the job back', async () => {
  const company = await aConnectedCompany(world)
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  const known = jobAtLinkedIn(world, company, job.reference)
  if (!known) throw new Error('LinkedIn was not told about the job.')
  world.running.store.jobPostings.remove(jobPostingIdOf(known))
  world.network.answerInstead = url => {
    if (!url.includes('/atsEntityAcls?') || jobAtLinkedIn(world, company, job.reference)) return undefined
    return Response.json({ results: {}, errors: { [firstKeyOf(url)]: { status: 404, message: 'No such job' } } })
  }
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  for (let i = 0; i < 5; i++) await world.pass({ seconds: 5 })
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([job.reference])
})

function firstKeyOf(url: string): string {
  const parts = [...new URL(url).searchParams].map(([name, value]) => [name.replace('ids[0].', ''), value])
  return new URLSearchParams(parts.sort()).toString()
}

test('a list entry that LinkedIn refused is sent again when the user connects anew', async () => {
  const company = await aConnectedCompany(world)
  const job = await aJobForExport(world, company.recruiter)
  let isRefusing = true
  world.network.answerInstead = url => {
    if (!isRefusing || !url.includes('/atsEntityAclAssignees')) return undefined
    return no(400, 'is not a member known to this application')
  }
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await letSync(world)
  expect(await readSyncStatusOf(company)).toMatchObject({ refused: 1 })
  isRefusing = false
  const before = lastCall(world)
  await world.pass({ hours: 1 })
  expect(callsOf(world, company, '*atsEntityAclAssignees', before)).toEqual([])
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await letSync(world)
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([job.reference])
  expect(await readSyncStatusOf(company)).toMatchObject({ refused: 0 })
})

test('a list entry that was refused for want of a seat is sent again when the seat is found', async () => {
  const company = await aConnectedCompany(world, { level: 'contract' })
  const job = await aJobForExport(world, company.recruiter)
  world.network.answerInstead = url => (url.includes('/atsEntityAclAssignees') ? no(400, 'has no seat') : undefined)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  await world.app.db.transactAsOwner(tx =>
    tx.deleteFrom('linkedin_seat').where('tenant_id', '=', company.tenantId).execute(),
  )
  world.network.answerInstead = undefined
  expect(await readSyncStatusOf(company)).toMatchObject({ refused: 1 })
  await readIntegrations(world.app, company.admin)
  await letSync(world)
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([job.reference])
})
