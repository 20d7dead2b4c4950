import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { aJob, configure, connect, organization, postJobs, provision, steer, takeToken } from '../testing/customer.ts'
import { startReceiver } from '../testing/receiver.ts'
import { wireCall } from '../testing/wire-call.ts'
import { putEntityAcl, putEntityAclAssignee } from './acls.ts'
import { listExportableJobs, listExportTargets, readExportQuota } from './exports.ts'
import { personUrnFor } from './members.ts'

let world: Connected
beforeEach(async () => {
  world = await startConnected('company', { challenge: false })
  await postJobs(world.customer, [
    aJob('TV-1042', { title: 'Senior backend engineer', companyJobCode: 'ENG-7' }),
    aJob('TV-1012', { title: 'Data engineer', availability: 'PUBLIC' }),
    aJob('TV-0900', { title: 'Office manager', state: 'CLOSED' }),
  ])
  await world.running.settle()
})
afterEach(() => world.stop())

const exporter = (recruiterMemberId = 'sanne-de-wit') => ({
  recruiterMemberId,
  clientId: world.customer.clientId,
  integrationContext: organization,
})
const listed = (query = '', recruiter?: string) =>
  listExportableJobs(world.running.sandbox, exporter(recruiter), query).map(job => job.externalJobPostingId)

function allow(memberId: string, ...jobs: string[]) {
  const shared = {
    clientId: world.customer.clientId,
    integrationContext: organization,
    atsEntityAclId: memberId,
    atsEntityType: 'JOB_POSTING',
  }
  for (const atsEntityId of jobs) putEntityAcl(world.running.sandbox, { ...shared, atsEntityId })
  putEntityAclAssignee(world.running.sandbox, { ...shared, assignee: personUrnFor(world.customer.clientId, memberId) })
}

async function exportTo(externalJobPostingId: string, changes: Record<string, string> = {}) {
  const answer = await wireCall(world.running.url, 'POST /_sandbox/exports', {
    json: {
      recruiterEmail: 'sanne.de.wit@tulpenveld.example',
      memberId: 'lotte-verbeek',
      clientId: world.customer.clientId,
      externalJobPostingId,
      ...changes,
    },
  })
  await world.running.settle()
  return answer
}

test('without list and without viewer setting nobody sees a job', () => {
  expect(listed()).toEqual([])
})

test('a recruiter sees the open jobs of his lists, found by title, id or code', async () => {
  allow('sanne-de-wit', 'TV-1042', 'TV-0900')
  expect(listed()).toEqual(['TV-1042'])
  expect(listed('BACKEND')).toEqual(['TV-1042'])
  expect(listed('tv-10')).toEqual(['TV-1042'])
  expect(listed('eng-7')).toEqual(['TV-1042'])
  expect(listed('data')).toEqual([])
  expect(listed('', 'joris-hoekstra')).toEqual([])
})

test('ALL_PRODUCT_USERS shows all open jobs to every seat, and to nobody without one', async () => {
  await configure(world.customer, 'JOB_POSTING_VIEWERS', 'ALL_PRODUCT_USERS')
  expect(listed()).toEqual(['TV-1042', 'TV-1012'])
  expect(listed('', 'joris-hoekstra')).toEqual(['TV-1042', 'TV-1012'])
  expect(listed('', 'tom-aarts')).toEqual([])
  expect(listed('', 'ruben-postma')).toEqual([])
  expect(listed('', 'bram-kolk')).toEqual([])
})

test('the box is empty and the instance gone while one-click export is off', async () => {
  allow('sanne-de-wit', 'TV-1042')
  expect(listExportTargets(world.running.sandbox, 'sanne-de-wit')).toEqual([
    { clientId: world.customer.clientId, integrationContext: organization, name: 'Lodestone - Tulpenveld' },
  ])
  await steer(world.running, world.customer, 'disable', 'company')
  expect(listed()).toEqual([])
  expect(listExportTargets(world.running.sandbox, 'sanne-de-wit')).toEqual([])
})

test('two instances of one company are both offered, each with its own jobs', async () => {
  const receiver = await startReceiver('/hooks/linkedin/be')
  const second = await provision(world.running, 'tenant-be')
  await connect(world.running, second, { level: 'company', receiver })
  expect(listExportTargets(world.running.sandbox, 'sanne-de-wit').map(target => target.clientId)).toEqual([
    world.customer.clientId,
    second.clientId,
  ])
  allow('sanne-de-wit', 'TV-1042')
  expect(listExportableJobs(world.running.sandbox, { ...exporter(), clientId: second.clientId })).toEqual([])
  await receiver.stop()
})

test('an export is stored, pushed and fetched, without e-mail address or phone', async () => {
  allow('sanne-de-wit', 'TV-1042')
  const { status, body } = await exportTo('TV-1042', { note: 'Met at the fair' })
  expect(status).toBe(200)
  const push = world.receiver.pushes.at(-1)
  expect(push?.body).toBe(`{"type":"EXPORT_CANDIDATE_PROFILE","requestId":"${body.requestId}"}`)
  const fetched = await world.customer.call(`GET /v2/exportedCandidates?q=request&requestId=${body.requestId}`)
  expect(fetched.status).toBe(200)
  expect(fetched.body.elements).toEqual([
    {
      requestId: body.requestId,
      integrationContext: organization,
      externalJobPostingId: 'TV-1042',
      exporter: {
        member: personUrnFor(world.customer.clientId, 'sanne-de-wit'),
        seat: 'urn:li:seat:55018811',
        contract: 'urn:li:contract:771203',
      },
      exportedAt: body.exportedAt,
      note: 'Met at the fair',
      candidate: {
        member: personUrnFor(world.customer.clientId, 'lotte-verbeek'),
        firstName: 'Lotte',
        lastName: 'Verbeek',
        headline: 'Backend engineer at Windhoek',
        currentEmployerNames: ['Windhoek'],
        currentJobTitle: 'Backend engineer',
        location: 'Amersfoort, Netherlands',
        publicProfileUrl: 'https://www.linkedin.example/in/lotte-verbeek',
      },
    },
  ])
  expect(fetched.text).not.toContain('postduif')
})

const refusals: Array<[string, string, Record<string, string>, number, string]> = [
  ['a job that is not on his list', 'TV-1012', {}, 404, 'job-not-offered'],
  ['an unknown job', 'TV-1', {}, 404, 'job-not-offered'],
  ['a closed job', 'TV-0900', {}, 409, 'job-closed'],
  ['somebody without seat', 'TV-1042', { recruiterEmail: 'tom.aarts@tulpenveld.example' }, 403, 'no-seat'],
  [
    'somebody of another company',
    'TV-1042',
    { recruiterEmail: 'ruben.postma@polderlogistiek.example' },
    403,
    'no-seat',
  ],
  ['a member who hides outside LinkedIn', 'TV-1042', { memberId: 'victor-segers' }, 403, 'not-exportable'],
  ['an unknown member', 'TV-1042', { memberId: 'nobody' }, 404, 'unknown-member'],
]

test.each(refusals)('%s is refused and pushes nothing', async (_, job, changes, status, reason) => {
  allow('sanne-de-wit', 'TV-1042', 'TV-0900')
  const pushesBefore = world.running.store.pushes.size
  const answer = await exportTo(job, changes)
  expect([answer.status, answer.body.reason]).toEqual([status, reason])
  expect(answer.body.message.length).toBeGreaterThan(20)
  expect(world.running.store.exportedCandidates.size).toBe(0)
  expect(world.running.store.pushes.size).toBe(pushesBefore)
})

test('a closed account cannot be exported', async () => {
  allow('sanne-de-wit', 'TV-1042')
  await wireCall(world.running.url, 'POST /_sandbox/members', { json: { memberId: 'lotte-verbeek', closedAt: 1 } })
  expect((await exportTo('TV-1042')).body.message).toBe('This member has closed the account.')
})

test('a second export to the same job waits until the ATS has fetched the first, to another job it does not', async () => {
  allow('sanne-de-wit', 'TV-1042', 'TV-1012')
  allow('joris-hoekstra', 'TV-1042')
  const first = await exportTo('TV-1042')
  const second = () => exportTo('TV-1042', { recruiterEmail: 'joris.hoekstra@tulpenveld.example' })
  const tooSoon = await second()
  expect([tooSoon.status, tooSoon.body.reason]).toEqual([409, 'export-under-way'])
  expect(tooSoon.body.message).toMatch(/^This member is on the way to Senior backend engineer/)
  expect((await exportTo('TV-1012')).status).toBe(200)
  await world.customer.call(`GET /v2/exportedCandidates?q=request&requestId=${first.body.requestId}`)
  expect((await second()).status).toBe(200)
})

test('an export that never reached the ATS may be repeated', async () => {
  allow('sanne-de-wit', 'TV-1042')
  world.running.sandbox.faults.add({ on: 'push', kind: 'lost', count: 1, seed: 1 })
  await exportTo('TV-1042')
  expect((await exportTo('TV-1042')).status).toBe(200)
  expect((await exportTo('TV-1042')).status).toBe(409)
})

test('the 301st export of a seat in a month is refused, another seat goes on, and the next month begins anew', async () => {
  world.running.clock.freeze()
  await world.running.clock.moveTo(Date.UTC(2026, 10, 30, 23, 59, 0))
  allow('sanne-de-wit', 'TV-1042')
  allow('joris-hoekstra', 'TV-1042')
  const { store } = world.running
  for (let at = 0; at < 299; at += 1) {
    store.exportedCandidates.put({
      requestId: `old-${at}`,
      clientId: world.customer.clientId,
      integrationContext: organization,
      externalJobPostingId: 'TV-0900',
      memberId: `somebody-${at}`,
      exporterMemberId: 'sanne-de-wit',
      seatId: 55018811,
      contract: 'urn:li:contract:771203',
      exportedAt: Date.UTC(2026, 10, 1),
      fetchedAt: null,
      note: null,
    })
  }
  expect((await exportTo('TV-1042')).status).toBe(200)
  expect(readExportQuota(world.running.sandbox, 55018811)).toEqual({
    used: 300,
    limit: 300,
    resetsAt: Date.UTC(2026, 11, 1),
  })
  const refused = await exportTo('TV-1042', { memberId: 'jan-de-vries' })
  expect([refused.status, refused.body.message]).toEqual([
    429,
    'This seat has used its 300 exports of this month. The next ones are possible from 2026-12-01.',
  ])
  const colleague = { memberId: 'jan-de-vries', recruiterEmail: 'joris.hoekstra@tulpenveld.example' }
  expect((await exportTo('TV-1042', colleague)).status).toBe(200)
  await world.running.clock.advance(60_000)
  expect((await exportTo('TV-1042', { memberId: 'jan-de-vries-2' })).status).toBe(200)
})

test('the data behind a push: 404 for others, for the unknown and after 24 hours; 403 when export is off', async () => {
  allow('sanne-de-wit', 'TV-1042')
  const { body } = await exportTo('TV-1042')
  const path = `GET /v2/exportedCandidates?q=request&requestId=${body.requestId}`
  const other = await provision(world.running, 'tenant-be')
  expect((await other.call(path)).body).toEqual({
    message: 'no export for this request',
    serviceErrorCode: 0,
    status: 404,
  })
  expect((await world.customer.call('GET /v2/exportedCandidates?q=request&requestId=1')).status).toBe(404)
  await steer(world.running, world.customer, 'disable', 'company')
  const off = await world.customer.call(path)
  expect([off.status, off.body.message]).toEqual([403, 'Not enough permissions to access: GET /exportedCandidates'])
  await steer(world.running, world.customer, 'enable', 'company')
  world.running.clock.freeze()
  await world.running.clock.moveTo(body.exportedAt + 24 * 60 * 60 * 1000 - 1_000_000)
  const token = await takeToken(world.running.url, world.customer.clientId, world.customer.clientSecret)
  expect((await wireCall(world.running.url, path, { token })).status).toBe(200)
  await world.running.clock.advance(1_000_000)
  const late = await wireCall(world.running.url, path, { token })
  expect([late.status, late.body.message]).toEqual([404, 'no export for this request'])
})
