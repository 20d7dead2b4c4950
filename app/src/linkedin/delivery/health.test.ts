import { afterEach, beforeAll, expect, test } from 'vitest'
import { signedIn } from '../../platform/testing/test-http.ts'
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
