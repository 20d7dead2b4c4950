import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createDatabase } from '../testing/test-database.ts'
import type { Db, Tx } from './db.ts'
import { APP_ROLE, executeKept, openDb, sendLater } from './db.ts'
import type { Sessions } from './session.ts'
import { isSqlState } from './sql-state.ts'

const tenant = { tenantId: '0197a000-0000-7000-8000-000000000001' }
const other = { tenantId: '0197a000-0000-7000-8000-000000000002' }

let db: Db
let refusesToBegin = false

/** As when the server cancels the message that begins: what came behind it finds no transaction. */
const refusing = (sessions: Sessions): Sessions => ({
  ...sessions,
  acquire: async () => {
    const session = await sessions.acquire()
    return {
      ...session,
      query: (text, parameters, plan) =>
        refusesToBegin && text.startsWith('begin')
          ? session.query('select 1 / 0', [])
          : session.query(text, parameters, plan),
    }
  },
})

beforeAll(async () => {
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  const database = server ? { url: await createDatabase(server, 'transaction'), poolSize: 1 } : {}
  db = await openDb({ ...database, around: refusing })
  await db.transactAsOwner(tx =>
    sql`create table pebble (colour text); grant all on pebble to ${sql.raw(APP_ROLE)}`.execute(tx),
  )
})

afterAll(() => db.close())

beforeEach(async () => {
  refusesToBegin = false
  await db.transactAsOwner(tx => sql`delete from pebble`.execute(tx))
})

const add = (colour: string) => sql`insert into pebble values (${colour})`
const bad = sql`select 1 / 0`
const isDivision = (error: unknown) => isSqlState(error, '22012')
const pass = () => undefined
const colours = async () => {
  const { rows } = await db.transactAsOwner(tx => sql<{ colour: string }>`select colour from pebble`.execute(tx))
  return rows.map(row => row.colour)
}

const works: [string, (tx: Tx) => Promise<unknown>][] = [
  ['a change', tx => add('red').execute(tx)],
  ['a change with a kept plan', tx => executeKept(tx, add('red'))],
  ['several changes at once', tx => Promise.all([add('red').execute(tx), executeKept(tx, add('blue'))])],
  ['a change sent for later', async tx => sendLater(tx, add('red'), 'kept')],
  ['a change whose error is passed over', tx => executeKept(tx, add('red')).catch(pass)],
  ['a look', tx => sql`select current_user`.execute(tx)],
  ['a look whose error is passed over', tx => executeKept(tx, sql`select current_user`).catch(pass)],
  ['a change within a query', tx => sql`with added as (${add('red')} returning 1) select from added`.execute(tx)],
  ['a change behind a query', tx => sql`select 1; insert into pebble values ('red')`.execute(tx)],
  ['nothing', async () => undefined],
]

test.each(works)(
  'where a transaction could not begin, nothing is answered and nothing is stored: %s',
  async (_, work) => {
    refusesToBegin = true
    for (const attempt of [
      () => db.read(tenant, work),
      () => db.transact(tenant, work),
      () => db.transactAsOwner(work),
    ])
      await expect(attempt()).rejects.toSatisfy(isDivision)
    refusesToBegin = false
    expect(await colours()).toEqual([])
  },
)

test('what a look asks comes in order, whether or not it left with the beginning', async () => {
  const seen = await db.read(tenant, async tx => {
    const [, role] = await Promise.all([
      executeKept(tx, sql`set local role none`),
      executeKept(tx, sql<{ role: string }>`select current_user as role`),
    ])
    return role[0]?.role
  })
  expect(seen).not.toBe(APP_ROLE)
})

test('the answer of a look is not given where the look could not begin', async () => {
  refusesToBegin = true
  const answers: unknown[] = []
  const attempt = db.read(tenant, async tx => {
    answers.push(await executeKept(tx, sql`select current_user as role`))
  })
  await expect(attempt).rejects.toSatisfy(isDivision)
  expect(answers).toEqual([])
})

test('what is sent for later and fails is always told by its own error', async () => {
  for (let turn = 0; turn < 40; turn++) {
    const attempt = db.transact(tenant, async tx => sendLater(tx, bad, 'fresh'))
    await expect(attempt).rejects.toSatisfy(isDivision)
  }
})

test('also where its failure was known before the commit', async () => {
  const attempt = db.transact(tenant, async tx => {
    sendLater(tx, bad, 'kept')
    sendLater(tx, add('red'), 'kept')
    sendLater(tx, add('blue'), 'kept')
    await sql`select 1`.execute(tx).catch(pass)
  })
  await expect(attempt).rejects.toSatisfy(isDivision)
  expect(await colours()).toEqual([])
})

test('a transaction whose later change met a deadlock is tried again', async () => {
  let tries = 0
  await db.transact(tenant, async tx => {
    tries++
    if (tries === 1) sendLater(tx, sql`do $$ begin raise sqlstate '40P01'; end $$`, 'fresh')
    else sendLater(tx, add('red'), 'fresh')
  })
  expect([tries, await colours()]).toEqual([2, ['red']])
})

test('what the driver itself cannot send undoes the transaction too', async () => {
  const unsendable: Record<string, unknown> = { method: () => undefined }
  unsendable.itself = unsendable
  const attempt = db.transact(tenant, async tx => {
    await add('red').execute(tx)
    sendLater(tx, sql`select ${unsendable}::jsonb`, 'fresh')
  })
  await expect(attempt).rejects.toThrow(/circular|cloned/)
  expect(await colours()).toEqual([])
})

test('a statement that is under way at the commit and whose error is passed over: nobody is told that it is done', async () => {
  const attempt = db.transact(tenant, async tx => {
    await add('red').execute(tx)
    executeKept(tx, bad).catch(pass)
  })
  await expect(attempt).rejects.toMatchObject({
    message: /nothing of this transaction was stored/,
    cause: { code: '22012' },
  })
  expect(await colours()).toEqual([])
})

test('after its end a transaction carries nothing out, least of all inside of another one', async () => {
  const kept: Tx[] = []
  await db.transact(tenant, async tx => kept.push(tx))
  await db.read(tenant, async tx => kept.push(tx))
  const undone = db.transact(tenant, async tx => {
    kept.push(tx)
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  expect(kept).toHaveLength(3)
  await db.transact(other, async tx => {
    await add('red').execute(tx)
    for (const past of kept) {
      await expect(add('blue').execute(past)).rejects.toThrow('after its transaction had ended')
      await expect(executeKept(past, add('blue'))).rejects.toThrow('after its transaction had ended')
    }
  })
  expect(await colours()).toEqual(['red'])
})

test('what still waits for the beginning when the verb gives up is not carried out', async () => {
  let left: Promise<unknown> | undefined
  const attempt = db.transact(tenant, tx => {
    left = executeKept(tx, add('red'))
    left.catch(pass)
    throw new Error('gave up')
  })
  await expect(attempt).rejects.toThrow('gave up')
  await expect(left).rejects.toThrow('after its transaction had ended')
  expect(await colours()).toEqual([])
})

test('after a savepoint nothing is sent for later, until it is released', async () => {
  await db.transact(tenant, async tx => {
    await sql`savepoint trial`.execute(tx)
    expect(() => sendLater(tx, add('red'), 'fresh')).toThrow('After a savepoint')
    await sql`rollback to savepoint trial`.execute(tx)
    await sql`release savepoint trial`.execute(tx)
    sendLater(tx, add('blue'), 'fresh')
  })
  expect(await colours()).toEqual(['blue'])
})
