import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { aTenant } from '../testing/builders.ts'
import { untilFeedIsWhole } from '../testing/feed.ts'
import { testApp } from '../testing/test-app.ts'
import { perform } from '../work.ts'
import { announce } from './announce.ts'
import { followEvents } from './follow-events.ts'
import { readEvents, START } from './read-events.ts'

test('a follower gets each event once and in order, over a restart', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const actor = { kind: 'operator', tenantId: tenant.id } as const
  const seen: string[] = []
  const follower = {
    name: `trial-${tenant.id}`,
    handle: async (work: { tenantId: string }, events: { subjectId: string }[]) => {
      if (work.tenantId === tenant.id) seen.push(...events.map(event => event.subjectId))
    },
  }
  const change = (id: string) =>
    perform(app, actor, work => work.record({ kind: 'trial.changed', subject: { kind: 'trial', id } }))
  await change('1')
  const first = await followEvents(app, follower)
  await change('2')
  await first.settle()
  await first.stop()
  await change('3')
  const second = await followEvents(app, follower)
  await second.settle()
  await second.stop()
  expect(seen).toEqual(['1', '2', '3'])
})

test('a handler that fails gets the same events again', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const actor = { kind: 'operator', tenantId: tenant.id } as const
  await perform(app, actor, work => work.record({ kind: 'trial.changed', subject: { kind: 'trial', id: '1' } }))
  let attempts = 0
  const running = await followEvents(app, {
    name: `trial-${tenant.id}`,
    handle: async work => {
      // A follower follows every company; this test is about its own.
      if (work.tenantId !== tenant.id) return
      attempts++
      if (attempts === 1) throw new Error('not yet')
    },
  })
  await running.settle()
  await running.stop()
  expect(attempts).toBe(2)
})

// The embedded database has one session, so there no transaction can be open beside a reader.
test.runIf(process.env.LODESTONE_TEST_DATABASE_URL)('an event that commits late is not passed over', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const actor = { kind: 'operator', tenantId: tenant.id } as const
  const name = await app.db.transactAsOwner(tx => sql<{ name: string }>`select current_database() as name`.execute(tx))
  const url = new URL(process.env.LODESTONE_TEST_DATABASE_URL ?? '')
  url.pathname = `/${name.rows[0]?.name}`
  const late = new pg.Client({ connectionString: url.href })
  await late.connect()
  await late.query('begin')
  await late.query(
    `insert into event (tenant_id, id, at, kind, subject_kind, subject_id, actor, change)
     values ($1, 'evt_late', now(), 'trial.changed', 'trial', 'late', '{}', '{}')`,
    [tenant.id],
  )
  await perform(app, actor, work => work.record({ kind: 'trial.changed', subject: { kind: 'trial', id: 'early' } }))
  const read = () => app.db.transact({ tenantId: tenant.id }, tx => readEvents(tx, tenant.id, START, 10))
  expect((await read()).map(event => event.subjectId)).toEqual([])
  await late.query('commit')
  await late.end()
  await untilFeedIsWhole(app.db)
  expect((await read()).map(event => event.subjectId)).toEqual(['late', 'early'])
})

test('what is announced about somebody who has entered no company is nobody’s event', async () => {
  const lines: string[] = []
  const app = await testApp({ log: createLog('info', { write: line => lines.push(line) }) })
  const following = await followEvents(app, { name: 'trial.nobody', handle: async () => undefined })
  await app.db.transactAsOwner(tx =>
    announce(tx, { tenantId: null, kind: 'session.ended', subject: { kind: 'session', id: 'x' } }),
  )
  const heard = await app.db.listen('lodestone_event', { onMessage: () => undefined, onCatchUp: () => undefined })
  await following.settle()
  await heard()
  await following.stop()
  expect(lines).toEqual([])
})
