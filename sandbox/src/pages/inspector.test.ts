import { afterEach, beforeEach, expect, test } from 'vitest'
import { putCandidate } from '../behaviours/ats-candidates.ts'
import { personUrnFor } from '../behaviours/members.ts'
import { organization } from '../testing/customer.ts'
import { type ExportWorld, startExportWorld } from './testing/export-world.ts'
import { type PageVisitor, startVisitor } from './testing/page-visitor.ts'

let world: ExportWorld
let tester: PageVisitor
beforeEach(async () => {
  world = await startExportWorld()
  tester = startVisitor(world.running.url)
})
afterEach(() => world.stop())

const control = '/talent/inspector/control'

test('the state shows what an ATS made, without a sign-in', async () => {
  world.exportTo('TV-1042', 'lotte-verbeek')
  const { clientId } = world.customer
  const person = { firstName: 'Loes', lastName: 'Verbeek', emailAddresses: ['loes@post.example'] }
  putCandidate(
    world.running.sandbox,
    { clientId, integrationContext: organization, atsCandidateId: 'cand_7' },
    {
      ...person,
      atsCreatedAt: 1,
      atsLastModifiedAt: 1,
      externalProfileUrl: 'https://hiring.tulpenveld.example/candidates/cand_7',
      addresses: [],
      phoneNumbers: [],
      manualMatchedMember: personUrnFor(clientId, 'lotte-verbeek'),
    },
  )
  await world.running.settle()
  const page = await tester.get('/talent/inspector')
  for (const words of [
    'Lodestone - tenant-nl',
    'ONE_CLICK_EXPORT Tulpenveld BV Lodestone - Tulpenveld Enabled',
    'CALLBACK_URL',
    'TV-1042 Senior backend engineer Amsterdam, Netherlands Open',
    'sanne JOB_POSTING TV-1042',
    'Lotte Verbeek TV-1042 Sanne de Wit',
    'cand_7 Loes Verbeek loes@post.example Lotte Verbeek, by hand',
    'EXPORT_CANDIDATE_PROFILE Lodestone - tenant-nl Delivered',
    'HTTP 200',
  ]) {
    expect(page.text).toContain(words)
  }
  expect(page.html).not.toContain(world.customer.clientSecret)
})

test('a push that is refused shows its attempts and its next one', async () => {
  world.receiver.pushStatus = 503
  world.exportTo('TV-1042', 'lotte-verbeek')
  await world.running.settle()
  await world.running.clock.advance(5 * 60_000)
  const page = await tester.get('/talent/inspector')
  expect(page.text).toMatch(/EXPORT_CANDIDATE_PROFILE Lodestone - tenant-nl Waiting .*HTTP 503 .*HTTP 503/)
})

test('the state can be looked at one application at a time', async () => {
  const page = await tester.get('/talent/inspector?app=86kdlodestone')
  expect(page.text).not.toContain('Senior backend engineer')
})

test('traffic is newest first and filtered by path, status and application', async () => {
  await world.customer.call('GET /v2/seatsV2?q=attributes')
  const all = await tester.get('/talent/inspector/traffic')
  const numbers = [...all.html.matchAll(/\/traffic\/(\d+)"/g)].map(match => Number(match[1]))
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  expect(numbers.length).toBe(world.running.sandbox.traffic.count())

  const jobs = await tester.get('/talent/inspector/traffic?path=simpleJobPostings')
  expect(jobs.text).toContain('1 call, newest first')
  const refused = await tester.get('/talent/inspector/traffic?status=4xx')
  expect(refused.text).toContain('GET /v2/seatsV2')
  expect(refused.text).not.toContain('simpleJobPostings')
  const parent = await tester.get('/talent/inspector/traffic?app=86kdlodestone')
  expect(parent.text).toContain('/v2/provisionedApplications')
  expect(parent.text).not.toContain('/v2/simpleJobPostings')
})

test('a long list of calls goes on with older ones', async () => {
  const call = world.running.sandbox.traffic.list()[0]
  if (call === undefined) throw new Error('There is no call to repeat.')
  for (let index = 0; index < 150; index += 1) world.running.sandbox.traffic.record({ ...call, path: '/v2/me' })
  const first = await tester.get('/talent/inspector/traffic?path=%2Fv2%2Fme')
  expect(first.text).toContain('150 calls, newest first')
  const older = /href="(\/talent\/inspector\/traffic\?[^"]*before=[^"]*)"/
    .exec(first.html)?.[1]
    ?.replaceAll('&amp;', '&')
  const second = await tester.get(older ?? '')
  expect([...second.html.matchAll(/\/traffic\/(\d+)"/g)]).toHaveLength(50)
})

test('one call is shown whole, to be repeated with curl, without its secrets', async () => {
  const { number } = world.running.sandbox.traffic.list({ resource: 'simpleJobPostings' })[0] ?? { number: 0 }
  const page = await tester.get(`/talent/inspector/traffic/${number}`)
  expect(page.text).toContain('curl -g -X POST')
  expect(page.text).toContain('Bearer $TOKEN')
  expect(page.text).toContain('"title": "Senior backend engineer"')
  expect(page.html).toContain('data-copies="curl"')
  expect(page.html).not.toContain(world.customer.token)
  expect((await tester.get('/talent/inspector/traffic/999999')).status).toBe(404)
})

test('a fault is switched on by form, strikes, and goes off with the others', async () => {
  const form = {
    on: 'call',
    kind: 'status',
    path: '/v2/seatsV2',
    status: '503',
    delayMs: '1000',
    count: '1',
    method: '',
  }
  expect((await tester.send(`${control}/faults`, form)).location).toBe(`${control}?done=fault-on`)
  expect((await tester.get(`${control}?done=fault-on`)).text).toContain('The fault is switched on.')
  expect((await world.customer.call('GET /v2/seatsV2?q=attributes')).status).toBe(503)
  expect((await tester.get(control)).text).toContain('* /v2/seatsV2 → 503 All applications 1 of 1')
  await tester.send(`${control}/faults-off`, {})
  expect((await tester.get(control)).text).toContain('None. Everything works as it should.')
})

test('a push fault can be made by form too', async () => {
  await tester.send(`${control}/faults`, {
    on: 'push',
    kind: 'lost',
    type: 'EXPORT_CANDIDATE_PROFILE',
    delayMs: '',
    count: '1',
  })
  world.exportTo('TV-1042', 'lotte-verbeek')
  await world.running.settle()
  expect((await tester.get('/talent/inspector')).text).toContain('Lost by a fault')
})

test('a fault that makes no sense is explained and not switched on', async () => {
  const page = await tester.send(`${control}/faults`, { on: 'call', kind: 'delay', delayMs: 'soon' })
  expect(page.status).toBe(400)
  expect(page.text).toContain('delayMs')
  expect(world.running.sandbox.faults.list()).toEqual([])
})

test('the clock is moved, stopped and let go', async () => {
  const before = world.running.clock.now()
  await tester.send(`${control}/clock`, { do: 'advance', minutes: '480' })
  expect(world.running.clock.now() - before).toBeGreaterThanOrEqual(480 * 60_000)
  await tester.send(`${control}/clock`, { do: 'freeze', minutes: '5' })
  expect((await tester.get(control)).text).toContain('The clock stands still.')
  await tester.send(`${control}/clock`, { do: 'unfreeze', minutes: '5' })
  expect(world.running.clock.isFrozen()).toBe(false)
  expect((await tester.send(`${control}/clock`, { do: 'advance', minutes: '-5' })).status).toBe(400)
})

test('a reset is asked once more, then everything is as seeded', async () => {
  const asked = await tester.get(`${control}?ask=reset`)
  expect(asked.text).toContain('Each ATS has to be connected again.')
  expect(asked.text).toContain('Keep everything Reset now')
  expect(world.running.store.jobPostings.size).toBe(3)
  expect((await tester.send(`${control}/reset`, {})).location).toBe(`${control}?done=reset`)
  expect(world.running.store.jobPostings.size).toBe(0)
  expect(world.running.store.members.size).toBeGreaterThan(50)
})
