import { afterEach, beforeAll, expect, test } from 'vitest'
import { signedIn } from '../../platform/testing/test-http.ts'
import { disconnectAccess } from '../access/disconnect-access.ts'
import { aConnectedCompany, aJobForExport, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'
import { deliveryRoutes } from './delivery.routes.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const address = '/api/v1/linkedin/health'

test('what went well and when, what was refused and why, and the calls of today', async () => {
  const company = await aConnectedCompany(world)
  const browser = await signedIn(world.app, company.admin, deliveryRoutes)
  expect((await browser.get(address)).body).toMatchObject({
    streams: [
      { stream: 'state', lastSuccessAt: expect.any(String) },
      { stream: 'jobs', lastSuccessAt: null },
      { stream: 'accessLists', lastSuccessAt: null },
      { stream: 'candidates', lastSuccessAt: null },
      { stream: 'applications', lastSuccessAt: null },
      { stream: 'exports', lastSuccessAt: null },
      { stream: 'seats', lastSuccessAt: null },
    ],
    refused: [],
  })
  await aJobForExport(world, company.recruiter)
  const short = await aJobForExport(world, company.recruiter, { title: 'Too short', description: 'Short.' })
  await letSync(world)
  const { body } = await browser.get(address)
  expect(body).toMatchObject({
    waiting: 0,
    pausedUntil: null,
    refusedCount: 1,
    refused: [{ key: short.reference, resource: 'job', jobId: short.id, title: 'Too short' }],
  })
  const { calls, streams } = body as {
    calls: { endpoint: string; used: number; allowed: number }[]
    streams: unknown[]
  }
  expect(calls.find(one => one.endpoint === 'atsIntegrations')?.allowed).toBe(5_000)
  expect(calls.every(one => one.used > 0)).toBe(true)
  expect(streams).toContainEqual({ stream: 'jobs', lastSuccessAt: expect.any(String) })
})

test('only administrators see it', async () => {
  const company = await aConnectedCompany(world)
  const browser = await signedIn(world.app, company.recruiter, deliveryRoutes)
  expect((await browser.get(address)).status).toBe(403)
})

test('what LinkedIn refused is sent again, one record or all, and once it is taken nothing is left to send again', async () => {
  const company = await aConnectedCompany(world)
  const browser = await signedIn(world.app, company.admin, deliveryRoutes)
  world.network.answerInstead = url =>
    url.endsWith('/simpleJobPostings') ? Response.json({ message: 'No.', status: 400 }, { status: 400 }) : undefined
  const first = await aJobForExport(world, company.recruiter)
  const second = await aJobForExport(world, company.recruiter)
  await letSync(world)
  const refused = async () => {
    const { body } = await browser.get(address)
    return (body as { refused: { key: string }[] }).refused.map(one => one.key).sort()
  }
  expect(await refused()).toEqual([first.reference, second.reference].sort())
  world.network.answerInstead = undefined
  expect(await browser.post('/api/v1/linkedin/replays', { resource: 'job', key: first.reference })).toMatchObject({
    status: 200,
    body: { count: 1 },
  })
  await letSync(world)
  expect(await refused()).toEqual([second.reference])
  expect(await browser.post('/api/v1/linkedin/replays', { all: true })).toMatchObject({ body: { count: 1 } })
  await letSync(world)
  expect(await refused()).toEqual([])
  expect(await browser.post('/api/v1/linkedin/replays', { all: true })).toMatchObject({ body: { count: 0 } })
})

test('only administrators send again, and only while LinkedIn is enabled', async () => {
  const company = await aConnectedCompany(world)
  const recruiter = await signedIn(world.app, company.recruiter, deliveryRoutes)
  expect(await recruiter.post('/api/v1/linkedin/replays', { all: true })).toMatchObject({ status: 403 })
  const administrator = await signedIn(world.app, company.admin, deliveryRoutes)
  await disconnectAccess(world.app, company.admin, async () => undefined)
  expect(await administrator.post('/api/v1/linkedin/replays', { all: true })).toMatchObject({
    status: 409,
    body: { code: 'linkedin.switchedOff' },
  })
})
