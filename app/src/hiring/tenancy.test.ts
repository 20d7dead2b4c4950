import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Tx } from '../platform/db/db.ts'
import { APP_ROLE } from '../platform/db/db.ts'
import { isSqlState } from '../platform/db/sql-state.ts'
import { aTenant } from '../platform/testing/builders.ts'
import { testApp } from '../platform/testing/test-app.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { CatalogueTable, Row } from './testing/one-row-each.ts'
import { addOneRowEach, insertRow, isTenantTable, readCatalogue } from './testing/one-row-each.ts'

let catalogue: CatalogueTable[]
let tables: string[]
let mine: { tenantId: string; rows: Map<string, Row> }
let theirs: { tenantId: string; rows: Map<string, Row> }

beforeAll(async () => {
  const app = await testApp()
  catalogue = await app.db.transactAsOwner(readCatalogue)
  tables = catalogue.filter(isTenantTable).map(table => table.name)
  const aWorld = async () => {
    const { id: tenantId } = await aTenant(app)
    const rows = await app.db.transactAsOwner(async tx => {
      const added = await addOneRowEach(tx, catalogue, tenantId)
      // One of the views shows only applications past Prospect.
      await sql`update application set passed_prospect_at = created_at where tenant_id = ${tenantId}`.execute(tx)
      return added
    })
    return { tenantId, rows }
  }
  mine = await aWorld()
  theirs = await aWorld()
})

const userOf = (world: typeof mine) => String(world.rows.get('app_user')?.id)

/** As the app role, in my company, as the person that my notification is for. */
async function asMe<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const { db } = await testApp()
  return db.transact({ tenantId: mine.tenantId, userId: userOf(mine) }, work)
}

test('the catalogue is read: all kinds of tables are there', () => {
  expect(tables).toEqual(
    expect.arrayContaining(['app_user', 'job', 'candidate', 'application', 'event', 'notification', 'task']),
  )
  expect(mine.rows.size).toBe(tables.length + 1)
})

test('only sign-in is not kept per company, and the app role cannot touch it', async () => {
  const db = await testDatabase()
  const others = catalogue.filter(table => !isTenantTable(table)).map(table => table.name)
  const answer = await db.transactAsOwner(tx =>
    sql<{ name: string }>`
      select name from unnest(${others}::text[]) as t (name)
      where has_table_privilege(${APP_ROLE}, 'public.' || name, 'select, insert, update, delete')`.execute(tx),
  )
  expect(answer.rows).toEqual([{ name: 'tenant' }])
  expect(others.filter(name => !name.startsWith('sign_in'))).toEqual(['tenant'])
})

test('every table of a company has row-level security, begins its key with the company, and cannot be emptied', async () => {
  const db = await testDatabase()
  const answer = await db.transactAsOwner(tx =>
    sql<{
      name: string
      secured: boolean
      first_of_key: string
      owned: boolean
      can_empty: boolean
      can_watch: boolean
    }>`
      select c.relname as name, c.relrowsecurity as secured, a.attname as first_of_key,
        pg_has_role(${APP_ROLE}, c.relowner, 'member') as owned,
        has_table_privilege(${APP_ROLE}, c.oid, 'truncate') as can_empty,
        has_table_privilege(${APP_ROLE}, c.oid, 'trigger') as can_watch
      from pg_class c
      join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where c.relnamespace = 'public'::regnamespace and c.relname = any(${[...tables, 'tenant']}::text[])`.execute(tx),
  )
  const wrong = answer.rows.filter(
    row =>
      !row.secured ||
      row.owned ||
      row.can_empty ||
      row.can_watch ||
      row.first_of_key !== (row.name === 'tenant' ? 'id' : 'tenant_id'),
  )
  expect(wrong).toEqual([])
  expect(answer.rows).toHaveLength(tables.length + 1)
})

test('a forgotten filter shows nothing of another company', async () => {
  for (const name of tables) {
    const answer = await asMe(tx => sql<{ tenant_id: string }>`select tenant_id from ${sql.table(name)}`.execute(tx))
    // Followers of other tests may have read this company's feed too, so a table can hold more than one row of it.
    expect([name, ...new Set(answer.rows.map(row => row.tenant_id))]).toEqual([name, mine.tenantId])
  }
  const companies = await asMe(tx => sql`select id from tenant`.execute(tx))
  expect(companies.rows).toEqual([{ id: mine.tenantId }])
})

test('views of the owner that the app role may read show no more', async () => {
  const db = await testDatabase()
  const views = await db.transactAsOwner(tx =>
    sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
        and has_table_privilege(${APP_ROLE}, oid, 'select')`.execute(tx),
  )
  expect(views.rows.map(view => view.name)).toContain('candidate_search')
  for (const { name } of views.rows) {
    const answer = await asMe(tx => sql<{ tenant_id: string }>`select tenant_id from ${sql.table(name)}`.execute(tx))
    expect([name, answer.rows]).toEqual([name, [{ tenant_id: mine.tenantId }]])
  }
})

test('nothing can be written into another company, or taken there', async () => {
  for (const name of tables) {
    const row = { ...theirs.rows.get(name) }
    const attempts: Record<string, (tx: Tx) => Promise<unknown>> = {
      insert: tx => insertRow(tx, name, row),
      give: tx => sql`update ${sql.table(name)} set tenant_id = ${theirs.tenantId}`.execute(tx),
    }
    for (const [what, attempt] of Object.entries(attempts)) {
      const outcome = await asMe(attempt).then(
        () => 'allowed',
        error => (isSqlState(error, '42501') ? 'refused' : String(error)),
      )
      expect([name, what, outcome]).toEqual([name, what, 'refused'])
    }
  }
})

test('rows of another company are neither changed nor deleted', async () => {
  for (const name of tables) {
    for (const statement of [
      sql`update ${sql.table(name)} set tenant_id = tenant_id`,
      sql`delete from ${sql.table(name)}`,
    ]) {
      await asMe(async tx => {
        await sql`savepoint before`.execute(tx)
        await sql`${statement} where tenant_id = ${theirs.tenantId}`.execute(tx).then(
          answer => expect([name, answer.numAffectedRows]).toEqual([name, 0n]),
          error => expect([name, error.code]).toEqual([name, '42501']),
        )
        await sql`rollback to savepoint before`.execute(tx)
      })
    }
  }
})

test('without a company there are no rows at all', async () => {
  const db = await testDatabase()
  const counts = await db.transactAsOwner(async tx => {
    await sql`set local role ${sql.raw(APP_ROLE)}`.execute(tx)
    const found: string[] = []
    for (const name of [...tables, 'tenant', 'candidate_search']) {
      const answer = await sql`select 1 from ${sql.table(name)} limit 1`.execute(tx)
      if (answer.rows.length > 0) found.push(name)
    }
    return found
  })
  expect(counts).toEqual([])
})

test('a notification is seen and changed by its reader only, and sent by everybody', async () => {
  const app = await testApp()
  const { id: tenantId } = await aTenant(app)
  const [reader, other] = ['user_reader', 'user_other']
  await app.db.transact({ tenantId }, async tx => {
    for (const id of [reader, other]) {
      await insertRow(tx, 'app_user', {
        ...mine.rows.get('app_user'),
        tenant_id: tenantId,
        id,
        email: `${id}@example.com`,
      })
    }
  })
  const send = { ...mine.rows.get('notification'), tenant_id: tenantId, id: `note_${randomUUID()}`, user_id: reader }
  await app.db.transact({ tenantId, userId: other }, tx => insertRow(tx, 'notification', send))
  const seenBy = async (userId?: string) => {
    const scope = { tenantId, ...(userId ? { userId } : {}) }
    const read = await app.db.transact(scope, tx => sql`select id from notification`.execute(tx))
    const changed = await app.db.transact(scope, tx => sql`update notification set read_at = now()`.execute(tx))
    return [read.rows.length, Number(changed.numAffectedRows)]
  }
  expect(await seenBy(reader)).toEqual([1, 1])
  expect(await seenBy(other)).toEqual([0, 0])
  expect(await seenBy()).toEqual([0, 0])
  const steal = app.db.transact({ tenantId, userId: reader }, tx =>
    sql`update notification set user_id = ${other}`.execute(tx),
  )
  await expect(steal).rejects.toMatchObject({ code: '42501' })
})
