import { expect, test } from 'vitest'
import { aTenant } from '../../platform/testing/builders.ts'
import { testApp, testClock } from '../../platform/testing/test-app.ts'
import { perform } from '../../platform/work.ts'
import type { Endpoint } from './call-count.ts'
import { countCall } from './call-count.ts'

async function counter(start: string) {
  const clock = testClock(start)
  const app = await testApp({ clock })
  const { id } = await aTenant(app)
  const count = (endpoint: Endpoint, records?: number) =>
    perform(app, { kind: 'operator', tenantId: id }, work => countCall(work, endpoint, records))
  return { app, clock, tenantId: id, count }
}

test('no minute holds more records than half of what LinkedIn takes', async () => {
  const { clock, count } = await counter('2026-11-23T08:00:10Z')
  for (let batch = 0; batch < 10; batch++) expect(await count('simpleJobPostings', 100)).toBeUndefined()
  expect(await count('simpleJobPostings', 1)).toEqual(new Date('2026-11-23T08:01:00Z'))
  expect(await count('atsEntityAcls', 100)).toBeUndefined()
  clock.moveMs(50_000)
  expect(await count('simpleJobPostings', 100)).toBeUndefined()
})

test('a used day waits for midnight UTC, also after a restart', async () => {
  const { app, clock, tenantId, count } = await counter('2026-11-23T22:30:00Z')
  await count('atsIntegrations')
  await app.db.transactAsOwner(tx =>
    tx.updateTable('linkedin_call_count').set({ calls: 5_000 }).where('tenant_id', '=', tenantId).execute(),
  )
  expect(await count('atsIntegrations')).toEqual(new Date('2026-11-24T00:00:00Z'))
  clock.moveMs(90 * 60_000)
  expect(await count('atsIntegrations')).toBeUndefined()
})

test('companies have a quota each', async () => {
  const one = await counter('2026-11-23T08:00:10Z')
  const other = await counter('2026-11-23T08:00:10Z')
  await one.count('simpleJobPostings', 1_000)
  expect(await one.count('simpleJobPostings', 1)).toBeDefined()
  expect(await other.count('simpleJobPostings', 1)).toBeUndefined()
})
