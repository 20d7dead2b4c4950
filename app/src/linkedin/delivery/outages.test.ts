import { afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { changeJob } from '../../hiring/jobs/jobs.ts'
import { look, perform } from '../../platform/work.ts'
import { callsOf, jobAtLinkedIn, lastCall, offeredTo, spoilCalls } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, connectAs, letSync, longDescription } from '../testing/companies.ts'
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
  for (let i = 0; i < 8; i++) await world.pass({ seconds: 4 })
  // At the soonest after 1, 2, 4, 8 and 16 seconds.
  expect(looks).toBeGreaterThanOrEqual(2)
  expect(looks).toBeLessThanOrEqual(5)
  for (let i = 0; i < 8; i++) await world.pass({ seconds: 100 })
  expect(looks).toBeLessThanOrEqual(10)
})

function inProgress(url: string) {
  const ids = new URL(url).searchParams.getAll('ids')
  return { results: Object.fromEntries(ids.map(id => [id, { id, status: 'IN_PROGRESS' }])), statuses: {}, errors: {} }
}

test('too many calls wait for the time that LinkedIn names', async () => {
  const company = await aConnectedCompany(world)
  spoilCalls(world, { path: '/v2/simpleJobPostings', kind: 'status', status: 429, retryAfterSeconds: 600 })
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  await aJobForExport(world, company.recruiter)
  await world.pass({ seconds: 500 })
  expect(callsOf(world, company, '*simpleJobPostings')).toHaveLength(1)
  await world.pass({ seconds: 120 })
  await letSync(world)
  expect(jobAtLinkedIn(world, company, job.reference)).toBeDefined()
  expect(callsOf(world, company, '*simpleJobPostings')).toHaveLength(2)
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
  // It goes on trying, at least once in each of the six hours.
  expect(attempts).toBeGreaterThanOrEqual(6)
  expect(attempts).toBeLessThan(40)
  world.network.answerInstead = undefined
  const before = lastCall(world)
  await world.pass({ seconds: 15 * 60 })
  await letSync(world)
  for (const reference of jobs) expect(jobAtLinkedIn(world, company, reference)).toBeDefined()
  expect(callsOf(world, company, '*simpleJobPostings', before)).toHaveLength(1)
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
  for (const reference of others) expect(jobAtLinkedIn(world, company, reference)).toBeDefined()
  expect(await recordOf(company, poison.reference)).toMatchObject({
    delivery: { state: 'refused', reason: { words: 'Batch key parameter value is invalid' } },
  })
})

test('what a crash left behind is sent again without harm', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const job = await aJobForExport(world, company.recruiter)
  // The call arrives and its answer is lost, as when the process ends in between.
  spoilCalls(world, { path: '/v2/simpleJobPostings', kind: 'cut', moment: 'after' })
  await letSync(world)
  await world.pass({ seconds: 10 })
  await world.pass({ seconds: 10 })
  await world.pass({ seconds: 10 })
  expect(await recordOf(company, job.reference)).toMatchObject({
    isThere: true,
    delivery: { state: 'accepted', isOlder: false },
  })
  expect(offeredTo(world, company, 'sanne-de-wit')).toEqual([job.reference])
})

test('one token serves all calls of its life, and a revoked one costs exactly one new one', async () => {
  const company = await aConnectedCompany(world)
  for (let i = 0; i < 3; i++) {
    await aJobForExport(world, company.recruiter)
    await letSync(world)
  }
  const tokens = () =>
    callsOf(world, company, '/oauth/v2/accessToken').filter(call => call.requestBody.includes('client_credentials'))
  expect(tokens()).toHaveLength(1)
  const { tokens: store } = world.running.store
  for (const token of store.list(one => one.clientId === company.clientId)) store.put({ ...token, isRevoked: true })
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  expect(jobAtLinkedIn(world, company, job.reference)).toBeDefined()
  expect(tokens()).toHaveLength(2)
})

test('whoever looks at the job or the dot is told when LinkedIn begins to fail and when it is well again', async () => {
  const company = await aConnectedCompany(world)
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  const heard = await hearSyncNews(company)
  const description = `${longDescription} Swims.`
  world.network.answerInstead = url =>
    url.endsWith('/simpleJobPostings') ? new Response('', { status: 503 }) : undefined
  await perform(world.app, company.recruiter, work => changeJob(work, job.id, { description }))
  const wantedAt = world.app.clock.now()
  await world.settle()
  // What the last news leads to is what the page shows.
  const told = () => vi.waitFor(() => expect(heard.splice(0).length).toBeGreaterThan(0))
  await told()
  expect(await recordOf(company, job.reference)).toMatchObject({
    delivery: { state: 'waiting', isOlder: true, reason: { cause: 'paused' }, nextTryAt: expect.any(String) },
  })
  await world.pass({ seconds: 60 })
  await told()
  const status = await look(world.app, company.recruiter, tx => readSyncStatus(tx, company.recruiter))
  expect(status).toMatchObject({
    queued: 1,
    refused: 0,
    problems: [{ jobId: job.id, state: 'waiting', isOlder: true }],
  })
  // Since the change, however often it was tried since.
  expect(Date.parse(status.heldUp?.since ?? '') - wantedAt.getTime()).toBeLessThan(1_000)
  expect(Date.parse(status.heldUp?.nextTryAt ?? '')).toBeGreaterThan(world.app.clock.now().getTime())
  world.network.answerInstead = undefined
  heard.length = 0
  await world.pass({ seconds: 300 })
  await letSync(world)
  await told()
  expect(await look(world.app, company.recruiter, tx => readSyncStatus(tx, company.recruiter))).toMatchObject({
    queued: 0,
    heldUp: null,
    problems: [],
  })
})

/** What open pages of this company hear, collected from here on. */
async function hearSyncNews(company: ConnectedCompany): Promise<string[]> {
  const heard: string[] = []
  const stop = await world.app.db.listen('lodestone_event', {
    onMessage: payload => {
      if (payload.includes(company.tenantId) && payload.includes('linkedin.syncChanged')) heard.push(payload)
    },
    onCatchUp: () => undefined,
  })
  onTestFinished(stop)
  return heard
}
