import { afterEach, beforeAll, expect, test } from 'vitest'
import { changeJob } from '../../hiring/jobs/jobs.ts'
import { look, perform } from '../../platform/work.ts'
import { callsOf, jobAtLinkedIn, lastCall, offeredTo } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, connectAs, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { findJobRecord } from './delivery.queries.ts'

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

/** LinkedIn's answer about tasks; undefined: the real one. */
function answerTasks(answer: (ids: string[]) => Response | undefined): void {
  world.network.answerInstead = url =>
    url.includes('/simpleJobPostingTasks') ? answer(new URL(url).searchParams.getAll('ids')) : undefined
}

function results(ids: readonly string[], about: (id: string) => Record<string, unknown>): Response {
  return Response.json({ results: Object.fromEntries(ids.map(id => [id, about(id)])), statuses: {}, errors: {} })
}

const inProgress = (ids: readonly string[]) => results(ids, id => ({ id, status: 'IN_PROGRESS' }))

const submissions = (company: ConnectedCompany, after = 0) => callsOf(world, company, '*simpleJobPostings', after)

test('a task that is never finished is given up after a day, and the job is sent again', async () => {
  const company = await aConnectedCompany(world)
  answerTasks(inProgress)
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  await world.pass({ hours: 23 })
  expect(submissions(company)).toHaveLength(1)
  await world.pass({ hours: 2 })
  await world.pass({ seconds: 5 })
  expect(submissions(company)).toHaveLength(2)
  world.network.answerInstead = undefined
  for (let i = 0; i < 4; i++) await world.pass({ seconds: 400 })
  expect(await deliveryOf(company, job.reference)).toMatchObject({ state: 'accepted', isOlder: false })
})

test('a task that is not finished holds up a newer version for an hour at most', async () => {
  const company = await aConnectedCompany(world)
  answerTasks(inProgress)
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  await perform(world.app, company.recruiter, work => changeJob(work, job.id, { title: 'Climate lead' }))
  await letSync(world)
  expect(submissions(company)).toHaveLength(1)
  for (let i = 0; i < 8; i++) await world.pass({ seconds: 600 })
  world.network.answerInstead = undefined
  for (let i = 0; i < 4; i++) await world.pass({ seconds: 400 })
  expect(jobAtLinkedIn(world, company, job.reference)).toMatchObject({ title: 'Climate lead' })
})

test('a task that is gone is no answer: the job is sent again, as the change that it is by then', async () => {
  const company = await aConnectedCompany(world)
  answerTasks(ids =>
    Response.json({ results: {}, errors: Object.fromEntries(ids.map(id => [id, { status: 404, message: 'Gone' }])) }),
  )
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  expect(await deliveryOf(company, job.reference)).toMatchObject({ state: 'waiting', reason: { cause: 'forgotten' } })
  world.network.answerInstead = undefined
  for (let i = 0; i < 4; i++) await world.pass({ seconds: 20 })
  expect(await deliveryOf(company, job.reference)).toMatchObject({ state: 'accepted' })
})

test('one task that LinkedIn takes for none does not hide what became of the others', async () => {
  const company = await aConnectedCompany(world)
  await world.stopAts()
  const odd = await aJobForExport(world, company.recruiter, { title: 'Odd' })
  const good = await aJobForExport(world, company.recruiter, { title: 'Good' })
  answerTasks(ids =>
    ids.some(id => id === taskOf(company, odd.reference))
      ? Response.json({ message: 'Batch key parameter value is invalid', status: 400 }, { status: 400 })
      : undefined,
  )
  await world.startAts()
  for (let i = 0; i < 8; i++) await world.pass({ seconds: 5 })
  expect(await deliveryOf(company, good.reference)).toMatchObject({ state: 'accepted' })
  // Said again, it got a task that LinkedIn knows.
  expect(await deliveryOf(company, odd.reference)).toMatchObject({ state: 'accepted' })
  const elements = submissions(company).flatMap(call => JSON.parse(call.requestBody).elements)
  const sent = (reference: string) => elements.filter(one => one.externalJobPostingId === reference).length
  expect(sent(good.reference)).toBe(1)
  expect(sent(odd.reference)).toBeGreaterThan(1)
})

/** Its first task. */
function taskOf(company: ConnectedCompany, reference: string): string | undefined {
  const { jobPostingTasks } = world.running.store
  return jobPostingTasks.findWhere(
    task => task.clientId === company.clientId && task.externalJobPostingId === reference,
  )?.taskUrn
}

test('tasks that may not be read hold up no access list, and are read as soon as they may', async () => {
  const company = await aConnectedCompany(world)
  await connectAs(world, company.recruiter, 'sanne-de-wit')
  const known = await aJobForExport(world, company.recruiter)
  await letSync(world)
  answerTasks(() => Response.json({ message: 'Not enough permissions', status: 403 }, { status: 403 }))
  const second = await company.person({ roles: ['recruiter'] })
  const team = [{ userId: second.userId, role: 'recruiter' as const }]
  const job = await aJobForExport(world, company.recruiter, { team })
  await letSync(world)
  const before = lastCall(world)
  await connectAs(world, company.recruiter, 'meike-bos')
  await letSync(world)
  expect(offeredTo(world, company, 'meike-bos')).toEqual([known.reference])
  expect(submissions(company, before)).toEqual([])
  world.network.answerInstead = undefined
  await world.pass({ seconds: 16 * 60 })
  expect(await deliveryOf(company, job.reference)).toMatchObject({ state: 'accepted' })
})

test.each([
  ['another job', (id: string) => ({ id, status: 'FAILED', externalJobPostingId: 'TN-9999', errorMessage: 'No' })],
  ['another task', () => ({ id: 'urn:li:simpleJobPostingTask:other', status: 'FAILED', errorMessage: 'No' })],
])('an answer about %s decides nothing', async (_what, about) => {
  const company = await aConnectedCompany(world)
  answerTasks(ids => results(ids, about))
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  expect(await deliveryOf(company, job.reference)).toMatchObject({ state: 'waiting', reason: { cause: 'unanswered' } })
  world.network.answerInstead = undefined
  await world.pass({ seconds: 30 })
  expect(await deliveryOf(company, job.reference)).toMatchObject({ state: 'accepted', reason: null })
})

test('two jobs that were given one task are told apart by their ids', async () => {
  const company = await aConnectedCompany(world)
  world.network.answerInstead = url => {
    if (url.endsWith('/simpleJobPostings')) {
      const element = { id: 'urn:li:simpleJobPostingTask:same', status: 202 }
      return Response.json({ elements: [element, element] })
    }
    if (!url.includes('/simpleJobPostingTasks')) return undefined
    const ids = new URL(url).searchParams.getAll('ids')
    return results(ids, id => ({ id, status: 'SUCCEEDED', externalJobPostingId: 'TN-1001' }))
  }
  await world.stopAts()
  const jobs = [await aJobForExport(world, company.recruiter), await aJobForExport(world, company.recruiter)]
  await world.startAts()
  await letSync(world)
  expect(jobs[0]?.reference).toBe('TN-1001')
  expect(await deliveryOf(company, 'TN-1001')).toMatchObject({ state: 'accepted' })
  expect(await deliveryOf(company, jobs[1]?.reference ?? '')).toMatchObject({ state: 'waiting' })
})

test('a change that LinkedIn refuses leaves an older version there, and says why, which field, and no next try', async () => {
  const company = await aConnectedCompany(world)
  const job = await aJobForExport(world, company.recruiter)
  await letSync(world)
  await perform(world.app, company.recruiter, work => changeJob(work, job.id, { location: 'Zwolle' }))
  await letSync(world)
  expect(await deliveryOf(company, job.reference)).toEqual({
    state: 'refused',
    isOlder: true,
    reason: { cause: 'refused', words: 'Invalid location: Zwolle', field: 'location', count: null },
    nextTryAt: null,
  })
  world.network.isDown = true
  await perform(world.app, company.recruiter, work => changeJob(work, job.id, { location: 'Zwolle, Netherlands' }))
  await letSync(world)
  expect(await deliveryOf(company, job.reference)).toMatchObject({
    state: 'waiting',
    isOlder: true,
    reason: { cause: 'paused' },
    nextTryAt: expect.any(String),
  })
  world.network.isDown = false
  await world.pass({ seconds: 60 })
  await letSync(world)
  expect(await deliveryOf(company, job.reference)).toMatchObject({ state: 'accepted', isOlder: false, reason: null })
})
