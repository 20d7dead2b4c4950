import { expect, test } from 'vitest'
import { createTestClient } from '../testing/test-client.ts'
import { getJobPostingTasks } from './simple-job-posting-tasks.ts'
import { findJobPostingTimeProblems, type JobPosting, submitJobPostings } from './simple-job-postings.ts'

const task = 'urn:li:simpleJobPostingTask:5f6d2c1e-0b7a-4f0e-9a63-1c8d7e2b4a90'
const job: JobPosting = {
  integrationContext: 'urn:li:organization:52088',
  externalJobPostingId: '412',
  jobPostingOperationType: 'CREATE',
  state: 'LISTED',
  title: 'Zuivelbereider',
  description: 'd'.repeat(100),
  location: 'Gorinchem, Netherlands',
  companyApplyUrl: 'https://werken.veenweide.example/jobs/412',
  listedAt: 1_741_000_000_000,
  availability: 'PRIVATE_TO_ATS_INTEGRATION',
}

test('submits jobs as batch_create and judges them by position', async () => {
  const elements = [
    { id: task, status: 202 },
    { status: 422, error: { status: 422, message: 'ERROR :: /title :: field is required' } },
  ]
  const { client, calls } = createTestClient(request =>
    request.path === '/v2/simpleJobPostings' ? { json: { elements } } : undefined,
  )
  expect(await submitJobPostings(client, [job, { ...job, externalJobPostingId: '413' }])).toMatchObject([
    { key: '412', ok: true, id: task },
    { key: '413', ok: false, kind: 'invalid' },
  ])
  expect(calls()[0]).toMatchObject({ method: 'POST', query: '', headers: { 'x-restli-method': 'batch_create' } })
  expect(JSON.parse(calls()[0]?.body ?? '')).toEqual({ elements: [job, { ...job, externalJobPostingId: '413' }] })
})

test.each([
  [402, 'paymentRequired'],
  [403, 'forbidden'],
  [409, 'conflict'],
  [504, 'server'],
])('a whole call answered %i is thrown as %s', async (status, kind) => {
  const { client } = createTestClient(request => (request.path === '/v2/simpleJobPostings' ? { status } : undefined))
  await expect(submitJobPostings(client, [job])).rejects.toMatchObject({ kind })
})

test('one job twice and more than a hundred jobs are refused before sending', async () => {
  const { client, requests } = createTestClient(() => undefined)
  await expect(submitJobPostings(client, [job, job])).rejects.toThrow(/twice/)
  const many = Array.from({ length: 101 }, (_, at) => ({ ...job, externalJobPostingId: `${at}` }))
  await expect(submitJobPostings(client, many)).rejects.toThrow(/at most 100/)
  expect(await submitJobPostings(client, [])).toEqual([])
  expect(requests).toEqual([])
})

test('reads tasks by URN; a failed job is a good reading', async () => {
  const results = { [task]: { id: task, status: 'FAILED', errorMessage: 'The place is not known.' } }
  const { client, calls } = createTestClient(request =>
    request.path === '/v2/simpleJobPostingTasks' ? { json: { results, statuses: {}, errors: {} } } : undefined,
  )
  const other = 'urn:li:simpleJobPostingTask:gone'
  expect(await getJobPostingTasks(client, [task, other])).toMatchObject([
    { key: task, ok: true, value: { status: 'FAILED', errorMessage: 'The place is not known.' } },
    { key: other, ok: false, kind: 'notFound' },
  ])
  expect(calls()[0]).toMatchObject({ method: 'GET', query: `ids=${task}&ids=${other}` })
})

test('times that need a clock', () => {
  const now = 1_741_000_000_000
  expect(findJobPostingTimeProblems({ ...job, expireAt: now + 1 }, now)).toEqual([])
  expect(
    findJobPostingTimeProblems({ ...job, listedAt: now + 1, expireAt: now }, now).map(({ field }) => field),
  ).toEqual(['listedAt', 'expireAt'])
})
