import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { aJob, postJobs, provision, steer, takeToken } from '../testing/customer.ts'
import { wireCall } from '../testing/wire-call.ts'

let world: Connected
beforeEach(async () => {
  world = await startConnected('company', { jobTaskDelayMs: 300_000, challenge: false })
  world.running.clock.freeze()
})
afterEach(() => world.stop())

async function post(...jobs: unknown[]) {
  const answer = await postJobs(world.customer, jobs)
  return answer.body.elements
}

async function readTask(taskUrn: string) {
  const { body } = await world.customer.call(`GET /v2/simpleJobPostingTasks?ids=${taskUrn}`)
  return body.results[taskUrn]
}

/** Posts one job, lets its task end and reads it. */
async function carryOut(job: unknown) {
  const [element] = await post(job)
  await world.running.clock.advance(300_000)
  return readTask(element.id)
}

test('a job is accepted, in progress for a while, and then there', async () => {
  const [element] = await post(aJob('JOB-1'))
  expect(element).toEqual({ id: expect.stringMatching(/^urn:li:simpleJobPostingTask:[0-9a-f-]{36}$/), status: 202 })
  expect(await readTask(element.id)).toEqual({ id: element.id, status: 'IN_PROGRESS', externalJobPostingId: 'JOB-1' })
  await world.running.clock.advance(299_999)
  expect((await readTask(element.id)).status).toBe('IN_PROGRESS')
  expect(world.running.store.jobPostings.size).toBe(0)
  await world.running.clock.advance(1)
  expect(await readTask(element.id)).toEqual({
    id: element.id,
    status: 'SUCCEEDED',
    externalJobPostingId: 'JOB-1',
    jobPosting: expect.stringMatching(/^urn:li:jobPosting:\d+$/),
  })
  expect(world.running.store.jobPostings.list()).toMatchObject([{ externalJobPostingId: 'JOB-1', state: 'LISTED' }])
})

test('several tasks are read at once; foreign and unknown ones are not there, and other URNs are refused', async () => {
  const [first, second] = await post(aJob('JOB-1'), aJob('JOB-2'))
  const both = await world.customer.call(
    `GET /v2/simpleJobPostingTasks?ids=${first.id}&ids=${second.id}&ids=urn:li:simpleJobPostingTask:0-0`,
  )
  expect(Object.keys(both.body.results)).toEqual([first.id, second.id])
  expect(both.body.statuses).toEqual({})
  expect(both.body.errors['urn:li:simpleJobPostingTask:0-0'].status).toBe(404)
  const other = await provision(world.running, 'tenant-be')
  const foreign = await other.call(`GET /v2/simpleJobPostingTasks?ids=${first.id}`)
  expect(foreign.body.results).toEqual({})
  const wrong = await world.customer.call('GET /v2/simpleJobPostingTasks?ids=urn:li:jobPosting:1')
  expect([wrong.status, wrong.body.message]).toEqual([400, 'Batch key parameter value is invalid'])
})

test('a task is forgotten after a day', async () => {
  const [element] = await post(aJob('JOB-1'))
  await world.running.clock.advance(24 * 60 * 60 * 1000)
  const token = await takeToken(world.running.url, world.customer.clientId, world.customer.clientSecret)
  const { body } = await wireCall(world.running.url, `GET /v2/simpleJobPostingTasks?ids=${element.id}`, { token })
  expect(body.errors[element.id].status).toBe(404)
})

test('creating twice fails in the task', async () => {
  expect((await carryOut(aJob('JOB-1'))).status).toBe('SUCCEEDED')
  const again = await carryOut(aJob('JOB-1'))
  expect(again).toMatchObject({ status: 'FAILED' })
  expect(again.errorMessage).toMatch(/partnerIdentifier JOB-1 already exists.*duplicate creation request/)
})

test('changing or renewing what does not exist fails in the task', async () => {
  const update = await carryOut(aJob('JOB-1', { jobPostingOperationType: 'UPDATE' }))
  expect([update.status, update.errorMessage]).toEqual([
    'FAILED',
    'UPDATE operation is not allowed for a non-existing job.',
  ])
  const renew = await carryOut(aJob('JOB-1', { jobPostingOperationType: 'RENEW' }))
  expect(renew.errorMessage).toBe('RENEW operation is not allowed for a non-existing job.')
})

test.each([
  ['a short description', { description: 'Too short.' }, 'Job description length should be at least 100 characters.'],
  ['a wrong apply address', { companyApplyUrl: 'apply here' }, 'Invalid companyApplyUrl: apply here'],
  ['a place without country', { location: 'Zwolle' }, 'Invalid location: Zwolle'],
  ['a place with an empty part', { location: 'Zwolle, , Netherlands' }, 'Invalid location: Zwolle, , Netherlands'],
])('%s fails in the task', async (_, changes, errorMessage) => {
  expect(await carryOut(aJob('JOB-1', changes))).toMatchObject({ status: 'FAILED', errorMessage })
  expect(world.running.store.jobPostings.size).toBe(0)
})

test('a remote job may name a country only', async () => {
  const task = await carryOut(aJob('JOB-1', { location: 'Netherlands', workplaceTypes: ['Remote'] }))
  expect(task.status).toBe('SUCCEEDED')
})

test('a failed update leaves the older posting as it was', async () => {
  await carryOut(aJob('JOB-1'))
  await carryOut(aJob('JOB-1', { jobPostingOperationType: 'UPDATE', title: 'New title', description: 'short' }))
  expect(world.running.store.jobPostings.list()[0]?.title).toBe('Greenhouse climate engineer')
  await carryOut(aJob('JOB-1', { jobPostingOperationType: 'UPDATE', title: 'New title' }))
  expect(world.running.store.jobPostings.list()[0]?.title).toBe('New title')
})

test('closing, and closing what is closed or unknown', async () => {
  const close = (id: string) => aJob(id, { jobPostingOperationType: 'CLOSE', state: 'CLOSED' })
  await carryOut(aJob('JOB-1'))
  expect((await carryOut(close('JOB-1'))).status).toBe('SUCCEEDED')
  expect(world.running.store.jobPostings.list()[0]?.state).toBe('CLOSED')
  const conflict = {
    status: 409,
    error: { message: 'Cannot close job which is already closed or does not exist', serviceErrorCode: 0, status: 409 },
  }
  expect(await post(close('JOB-1'), close('JOB-9'))).toEqual([conflict, conflict])
})

test('a historical job is created closed, and an update can open it again', async () => {
  await carryOut(aJob('JOB-1', { state: 'CLOSED' }))
  expect(world.running.store.jobPostings.list()[0]?.state).toBe('CLOSED')
  await carryOut(aJob('JOB-1', { jobPostingOperationType: 'UPDATE', state: 'LISTED' }))
  expect(world.running.store.jobPostings.list()[0]?.state).toBe('LISTED')
})

test('without an operation type it follows from the state and from what is known', async () => {
  const plain = (state: string) => aJob('JOB-1', { jobPostingOperationType: undefined, state })
  await carryOut(plain('LISTED'))
  await carryOut(plain('LISTED'))
  await carryOut(plain('CLOSED'))
  expect(world.running.store.jobPostingTasks.list().map(task => [task.operation, task.status])).toEqual([
    ['CREATE', 'SUCCEEDED'],
    ['UPDATE', 'SUCCEEDED'],
    ['CLOSE', 'SUCCEEDED'],
  ])
})

const refusals: Array<[string, Record<string, unknown>, number, string]> = [
  [
    'no title',
    { title: undefined },
    422,
    'ERROR :: /title :: field is required but not found and has no default value',
  ],
  [
    'a title of 201 characters',
    { title: 'x'.repeat(201) },
    422,
    'ERROR :: /title :: length or value is out of range, at most 200 is allowed',
  ],
  [
    'an id of 76 characters',
    { externalJobPostingId: 'x'.repeat(76) },
    422,
    'ERROR :: /externalJobPostingId :: length or value is out of range, at most 75 is allowed',
  ],
  ['an unknown state', { state: 'OPEN' }, 422, 'ERROR :: /state :: "OPEN" is not an enum symbol'],
  [
    'an unknown operation',
    { jobPostingOperationType: 'DELETE' },
    422,
    'ERROR :: /jobPostingOperationType :: "DELETE" is not an enum symbol',
  ],
  ['a job for inside', { availability: 'INTERNAL' }, 422, 'ERROR :: /availability :: "INTERNAL" is not an enum symbol'],
  ['a date as text', { listedAt: '2026-01-01' }, 422, 'ERROR :: /listedAt :: "2026-01-01" cannot be coerced to Long'],
  ['listing in the future', { listedAt: Date.now() + 3_600_000 }, 422, 'ERROR :: /listedAt :: value is in the future'],
  ['expiry in the past', { expireAt: 1_000 }, 422, 'ERROR :: /expireAt :: value is not in the future'],
  [
    'no place',
    { location: undefined },
    422,
    'ERROR :: /location :: field is required but not found and has no default value',
  ],
  ['two workplaces', { workplaceTypes: ['Hybrid', 'Remote'] }, 400, 'Only one workplaceTypes value is allowed'],
  ['a promoted job', { listingType: 'PREMIUM' }, 402, 'Insufficient job slots to promote this job'],
  [
    'more places than RSC takes',
    { alternateLocations: [] },
    403,
    'Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [/alternateLocations]',
  ],
]

test.each(refusals)('%s is refused, and the job beside it is not', async (_, changes, status, message) => {
  const [refused, accepted] = await post(aJob('JOB-1', changes), aJob('JOB-2'))
  expect(refused).toEqual({ status, error: { message, serviceErrorCode: 0, status } })
  expect(accepted.status).toBe(202)
})

test('an element that is no record is refused, and the job beside it is not', async () => {
  const [refused, accepted] = await post('JOB-1', aJob('JOB-2'))
  expect(refused).toMatchObject({ status: 422, error: { message: 'ERROR :: / :: element is not a record' } })
  expect(accepted.status).toBe(202)
})

test('one id twice in a batch: the second is refused', async () => {
  const [first, second] = await post(aJob('JOB-1'), aJob('JOB-1'))
  expect(first.status).toBe(202)
  expect(second).toMatchObject({
    status: 400,
    error: { message: 'externalJobPostingId JOB-1 occurs twice in this batch' },
  })
})

test('a number as id brings the server down, as it does at LinkedIn', async () => {
  const answer = await postJobs(world.customer, [aJob('x', { externalJobPostingId: 3007 })])
  expect([answer.status, answer.body.message]).toEqual([500, 'Internal Server Error'])
})

test('without x-restli-method the permission seems to be missing', async () => {
  const withElements = await world.customer.call('POST /v2/simpleJobPostings', { json: { elements: [aJob('JOB-1')] } })
  expect([withElements.status, withElements.body.message]).toEqual([
    403,
    'Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [/elements]',
  ])
  const single = await world.customer.call('POST /v2/simpleJobPostings', { json: aJob('JOB-1') })
  expect([single.status, single.body.message]).toEqual([
    403,
    'Not enough permissions to access: POST /simpleJobPostings',
  ])
  expect(world.running.store.jobPostingTasks.size).toBe(0)
})

test('jobs need an enabled one-click export of that very company', async () => {
  const foreign = await postJobs(world.customer, [aJob('JOB-1', { integrationContext: 'urn:li:organization:5230114' })])
  expect([foreign.status, foreign.body.message]).toEqual([
    403,
    'Not enough permissions to access: POST /simpleJobPostings',
  ])
  await steer(world.running, world.customer, 'disable', 'company')
  expect((await postJobs(world.customer, [aJob('JOB-1')])).status).toBe(403)
})

test('no list of elements, and too many', async () => {
  const none = await world.customer.call('POST /v2/simpleJobPostings', {
    headers: { 'x-restli-method': 'batch_create' },
    json: {},
  })
  expect([none.status, none.body.message]).toEqual([400, "Batch create request body has no 'elements' array"])
  const many = await postJobs(
    world.customer,
    Array.from({ length: 101 }, (_, at) => aJob(`JOB-${at}`)),
  )
  expect([many.status, many.body.message]).toEqual([400, 'Batch size 101 is more than the maximum of 100 records'])
})
