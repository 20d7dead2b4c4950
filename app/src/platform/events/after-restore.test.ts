import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aTenant } from '../testing/builders.ts'
import { testApp } from '../testing/test-app.ts'
import { perform } from '../work.ts'
import { settleRestoredPositions } from './after-restore.ts'
import { followEvents } from './follow-events.ts'
import { readEvents } from './read-events.ts'

test('after a restore on another server a follower goes on where it was', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const seen: string[] = []
  const follower = {
    name: `trial-${tenant.id}`,
    handle: async (work: { tenantId: string }, events: { subjectId: string }[]) => {
      if (work.tenantId === tenant.id) seen.push(...events.map(event => event.subjectId))
    },
  }
  const change = (id: string) =>
    perform(app, { kind: 'operator', tenantId: tenant.id }, work =>
      work.record({ kind: 'trial.changed', subject: { kind: 'trial', id } }),
    )
  const follow = async () => {
    const running = await followEvents(app, follower)
    await running.settle()
    await running.stop()
  }
  await change('read')
  await follow()
  await change('unread')
  // The numbers of a busier server.
  const far = sql`(pg_current_xact_id()::text::bigint + 1000000)::text::xid8`
  await app.db.transactAsOwner(async tx => {
    await sql`update event set xid = ${far} where tenant_id = ${tenant.id}`.execute(tx)
    await sql`update event_follower set xid = ${far} where tenant_id = ${tenant.id}`.execute(tx)
  })
  // No follower gets past its own position now.
  const position = { xid: '9999999999', eventId: '' }
  expect(await app.db.transact({ tenantId: tenant.id }, tx => readEvents(tx, tenant.id, position, 10))).toEqual([])
  expect(seen).toEqual(['read'])
  expect(await settleRestoredPositions(app.db)).toBeGreaterThan(0)
  await change('new')
  await follow()
  expect(seen).toEqual(['read', 'unread', 'new'])
  expect(await settleRestoredPositions(app.db)).toBe(0)
})
