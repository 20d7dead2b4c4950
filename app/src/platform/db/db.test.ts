import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { App } from '../app.ts'
import { aTenant } from '../testing/builders.ts'
import { testApp } from '../testing/test-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { executeKept, sendLater } from './db.ts'
import { isSqlState } from './sql-state.ts'

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

const rename = (name: string) => sql`update tenant set name = ${name}`
const nameOf = (app: App, tenantId: string) =>
  app.db.read({ tenantId }, async tx => (await tx.selectFrom('tenant').select('name').executeTakeFirst())?.name)

test('whoever passes over the error of a statement is not told that anything was stored', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const attempt = app.db.transact({ tenantId: tenant.id }, async tx => {
    await rename('Changed').execute(tx)
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
  })
  await expect(attempt).rejects.toMatchObject({
    message: /nothing of this transaction was stored/,
    cause: { code: '22012' },
  })
  expect(await nameOf(app, tenant.id)).toBe(tenant.name)
})

test('what went back to a savepoint after an error is stored', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  await app.db.transact({ tenantId: tenant.id }, async tx => {
    await rename('Changed').execute(tx)
    await sql`savepoint trial`.execute(tx)
    await expect(sql`select 1 / 0`.execute(tx)).rejects.toThrow()
    await sql`rollback to savepoint trial`.execute(tx)
  })
  expect(await nameOf(app, tenant.id)).toBe('Changed')
})

test('what is sent without waiting comes in order, and all of it is stored', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const seen = await app.db.transact({ tenantId: tenant.id }, async tx => {
    sendLater(tx, rename('First'), 'fresh')
    const answer = await sql<{ name: string }>`select name from tenant`.execute(tx)
    sendLater(tx, rename('Second'), 'kept')
    return answer.rows[0]?.name
  })
  expect([seen, await nameOf(app, tenant.id)]).toEqual(['First', 'Second'])
})

test.each(['at the end', 'before a statement', 'before a change'])(
  'what is sent without waiting and fails undoes the transaction with its own error, %s',
  async place => {
    const app = await testApp()
    const tenant = await aTenant(app)
    const attempt = app.db.transact({ tenantId: tenant.id }, async tx => {
      await rename('Changed').execute(tx)
      sendLater(tx, sql`select 1 / 0`, 'fresh')
      if (place === 'before a statement') await sql`select 1`.execute(tx)
      if (place === 'before a change') sendLater(tx, rename('Changed again'), 'fresh')
    })
    await expect(attempt).rejects.toSatisfy(error => isSqlState(error, '22012'))
    expect(await nameOf(app, tenant.id)).toBe(tenant.name)
  },
)

test('a statement whose plan is kept answers each value, each tenant and each time anew', async () => {
  const app = await testApp()
  const tenants = [await aTenant(app), await aTenant(app)]
  const look = (tenantId: string, wanted: string) =>
    app.db.read({ tenantId }, tx =>
      executeKept(tx, sql<{ name: string }>`select name from tenant where id = ${wanted}::uuid`),
    )
  // More often than it takes a server to settle on one plan, and on every session.
  for (let turn = 0; turn < 40; turn++) {
    const [own, other] = turn % 2 === 0 ? tenants : tenants.toReversed()
    if (!own || !other) throw new Error('Two tenants were made.')
    expect(await look(own.id, own.id)).toEqual([{ name: own.name }])
    expect(await look(own.id, other.id)).toEqual([])
  }
  await app.db.owner.schema.alterTable('tenant').addColumn('kept_plan_trial', 'text').execute()
  await app.db.owner.schema.alterTable('tenant').dropColumn('kept_plan_trial').execute()
  expect(await look(tenants[0]?.id ?? '', tenants[0]?.id ?? '')).toEqual([{ name: tenants[0]?.name }])
})

test('in a look nothing can be changed, and the session serves the next one', async () => {
  const app = await testApp()
  const tenant = await aTenant(app)
  const attempt = app.db.read({ tenantId: tenant.id }, tx => rename('Changed').execute(tx))
  await expect(attempt).rejects.toSatisfy(error => isSqlState(error, '25006'))
  const names = await Promise.all(Array.from({ length: 20 }, () => nameOf(app, tenant.id)))
  expect(names).toEqual(Array(20).fill(tenant.name))
  await app.db.transact({ tenantId: tenant.id }, tx => rename('Changed').execute(tx))
  expect(await nameOf(app, tenant.id)).toBe('Changed')
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
  const scope = { tenantId: tenant.id, userId: 'user_1' }
  const inside = await app.db.transact(scope, tx => who.execute(tx))
  expect((await app.db.read(scope, tx => who.execute(tx))).rows).toEqual(inside.rows)
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
