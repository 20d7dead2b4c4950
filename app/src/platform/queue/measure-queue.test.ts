import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { aTenant } from '../testing/builders.ts'
import { testApp, testClock } from '../testing/test-app.ts'
import { perform } from '../work.ts'
import { measureQueue } from './measure-queue.ts'
import { claimTask, enqueue } from './queue.ts'

test('the numbers tell what is due, what runs, what is planned, and how late the oldest is', async () => {
  // Behind the clocks of all other tests, so that its own task is the oldest.
  const clock = testClock('2001-01-01T00:00:00Z')
  const app = await testApp({ clock })
  const tenant = await aTenant(app)
  const registry = new Registry()
  measureQueue(app, registry)
  const kind = `trial.${tenant.id}`
  const later = new Date('2001-01-02T00:00:00Z')
  await perform(app, { kind: 'operator', tenantId: tenant.id }, async work => {
    for (const key of ['runs', 'due']) await enqueue(work, { kind, key, payload: {} })
    await enqueue(work, { kind, key: 'planned', payload: {}, runAt: later })
  })
  await claimTask(app, [kind])
  clock.moveMs(10_000)
  const text = await registry.metrics()
  for (const state of ['running', 'due', 'planned'])
    expect(text).toContain(`lodestone_queue_tasks{kind="${kind}",state="${state}"} 1`)
  expect(text).toContain('lodestone_queue_oldest_due_seconds 10')
})
