import { CompiledQuery, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrationsFolder } from '../paths.ts'
import type { Db } from './db.ts'
import { executeKept, openDb } from './db.ts'
import { migrate } from './migrate.ts'
import { isSqlState, UNKNOWN_PLAN } from './sql-state.ts'

const server = process.env.LODESTONE_TEST_DATABASE_URL

// Only a server can have many processes or lose a session.
describe.runIf(server)('on a PostgreSQL server', () => {
  const name = `lodestone_many_${process.pid}`
  const url = new URL(server ?? 'postgres://localhost')
  url.pathname = `/${name}`

  const asAdmin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }

  beforeAll(() => asAdmin(`create database ${name}`))
  afterAll(() => asAdmin(`drop database ${name} with (force)`))

  test('twenty processes that start at once migrate once', async () => {
    const dbs = await Promise.all(Array.from({ length: 20 }, () => openDb({ url: url.href, poolSize: 2 })))
    const done = await Promise.all(dbs.map(db => migrate(db, migrationsFolder)))
    expect(done.filter(names => names.length > 0)).toHaveLength(1)
    await Promise.all(dbs.map(db => db.close()))
  })

  test('nothing is compiled that takes longer to compile than to run', async () => {
    const db = await openDb({ url: url.href, poolSize: 2 })
    const { rows } = await db.transactAsOwner(tx => sql`select current_setting('jit') as jit`.execute(tx))
    expect(rows).toEqual([{ jit: 'off' }])
    await db.close()
  })

  test('a session that no longer has a plan under its name serves nobody any more', async () => {
    const db = await openDb({ url: url.href, poolSize: 1 })
    const ask = (value: unknown) =>
      db.transactAsOwner(tx => executeKept(tx, sql`select ${value}::jsonb as value, pg_backend_pid() as pid`))
    const unsendable: Record<string, unknown> = {}
    unsendable.itself = unsendable
    await expect(ask(unsendable)).rejects.toThrow('circular')
    expect(await ask({ a: 1 })).toMatchObject([{ value: { a: 1 } }])
    await db.owner.executeQuery(CompiledQuery.raw('deallocate all'))
    await expect(ask({ a: 2 })).rejects.toSatisfy(error => isSqlState(error, UNKNOWN_PLAN))
    expect(await ask({ a: 3 })).toMatchObject([{ value: { a: 3 } }])
    await db.close()
  })

  test('a listener whose session breaks comes back and asks to catch up', async () => {
    const db: Db = await openDb({ url: url.href, poolSize: 2 })
    let caughtUp: () => void = () => undefined
    const back = new Promise<void>(resolve => {
      caughtUp = resolve
    })
    const stop = await db.listen('lodestone_trial', { onMessage: () => undefined, onCatchUp: () => caughtUp() })
    await db.transactAsOwner(tx =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = ${name} and query ilike 'listen%'`.execute(tx),
    )
    await back
    await stop()
    await db.close()
  })
})
