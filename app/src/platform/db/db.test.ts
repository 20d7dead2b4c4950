import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aTenant } from '../testing/builders.ts'
import { testApp } from '../testing/test-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { isSqlState } from './db.ts'

test('both databases answer with the same JavaScript types', async () => {
  const db = await testDatabase()
  const answer = await db.transactAsOwner(tx =>
    sql`select 9007199254740991::bigint as big, array[1, 2]::bigint[] as bigs, count(*) as count, 1.50::numeric as exact,
      date '2026-11-23' as day, timestamptz '2026-11-23 01:02:03.456Z' as moment, interval '1 day 02:00' as span,
      '{"a": [1]}'::jsonb as json, array['x', 'y'] as words, true as flag, 'é' as letter, null as nothing,
      '\\x00ff'::bytea as bytes from (values (1), (2)) two`.execute(tx),
  )
  const { bytes, bigs, ...row } = (answer.rows[0] ?? {}) as Record<string, unknown>
  expect(row).toEqual({
    big: 9007199254740991,
    count: 2,
    exact: '1.50',
    day: '2026-11-23',
    moment: new Date('2026-11-23T01:02:03.456Z'),
    span: '1 day 02:00:00',
    json: { a: [1] },
    words: ['x', 'y'],
    flag: true,
    letter: 'é',
    nothing: null,
  })
  expect(bigs).toEqual([1, 2])
  expect([...(bytes as Uint8Array)]).toEqual([0, 255])
})

test('parameters arrive as they were sent', async () => {
  const db = await testDatabase()
  const moment = new Date('2026-03-29T02:30:00.123Z')
  const answer = await db.transactAsOwner(tx =>
    sql<{ text: string; number: number; moment: Date; list: string[]; json: unknown }>`
      select ${"it's; -- 'fine'"}::text as text, ${42}::integer as number, ${moment}::timestamptz as moment,
        ${['a,b', '"c"']}::text[] as list, ${JSON.stringify({ a: null })}::jsonb as json`.execute(tx),
  )
  expect(answer.rows[0]).toEqual({
    text: "it's; -- 'fine'",
    number: 42,
    moment,
    list: ['a,b', '"c"'],
    json: { a: null },
  })
})

test('a refused statement carries its SQLSTATE and undoes the transaction', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const attempt = app.db.transact({ tenantId: tenant.id }, async tx => {
    await tx.updateTable('tenant').set({ name: 'Changed' }).where('id', '=', tenant.id).execute()
    await sql`select 1 / 0`.execute(tx)
  })
  await expect(attempt).rejects.toSatisfy(error => isSqlState(error, '22012'))
  const row = await app.db.transact({ tenantId: tenant.id }, tx =>
    tx.selectFrom('tenant').select('name').executeTakeFirst(),
  )
  expect(row?.name).toBe(tenant.name)
})

test('a transaction inside a transaction is refused instead of waiting forever', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const nested = app.db.transact({ tenantId: tenant.id }, () =>
    app.db.transact({ tenantId: tenant.id }, async () => undefined),
  )
  await expect(nested).rejects.toThrow('inside another one')
})

test('an id that could carry SQL never reaches the database', async () => {
  const db = await testDatabase()
  await expect(db.transact({ tenantId: "x'; drop table job; --" }, async () => undefined)).rejects.toThrow('no id has')
})

test('settings and role end with the transaction', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const who = sql<{ role: string; tenant: string | null; user: string | null }>`
    select current_user::text as role, current_tenant() as tenant, current_app_user() as "user"`
  const inside = await app.db.transact({ tenantId: tenant.id, userId: 'user_1' }, tx => who.execute(tx))
  const after = await app.db.transactAsOwner(tx => who.execute(tx))
  expect(inside.rows[0]).toEqual({ role: 'lodestone_app', tenant: tenant.id, user: 'user_1' })
  expect(after.rows[0]).toMatchObject({ tenant: null, user: null })
  expect(after.rows[0]?.role).not.toBe('lodestone_app')
})

test('a listener hears of a change only after its commit', async () => {
  const db = await testDatabase()
  const heard: string[] = []
  let onHeard: () => void = () => undefined
  const first = new Promise<void>(resolve => {
    onHeard = resolve
  })
  const stop = await db.listen('lodestone_trial', {
    onMessage: payload => {
      heard.push(payload)
      onHeard()
    },
    onCatchUp: () => undefined,
  })
  const undone = db.transactAsOwner(async tx => {
    await sql`select pg_notify('lodestone_trial', 'undone')`.execute(tx)
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  await db.transactAsOwner(tx => sql`select pg_notify('lodestone_trial', 'done')`.execute(tx))
  await first
  await stop()
  expect(heard).toEqual(['done'])
})
