import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { kindsOfPersonalData, personalData } from './personal-data.ts'
import { testDatabase } from './platform/testing/test-database.ts'

test('every column in the database carries exactly one tag', { timeout: 60_000 }, async () => {
  const db = await testDatabase()
  const answer = await db.transactAsOwner(tx =>
    sql<{ column: string }>`
      select c.table_name || '.' || c.column_name as column from information_schema.columns c
      where c.table_schema = 'public' and c.table_name not like 'kysely%'`.execute(tx),
  )
  const tagged = Object.entries(personalData).flatMap(([table, tags]) =>
    Object.values<string | readonly string[]>(tags)
      .flatMap(columns => [columns].flat().join(' ').split(' '))
      .map(column => `${table}.${column}`),
  )
  const there = answer.rows.map(row => row.column)
  expect(there.filter(column => !tagged.includes(column))).toEqual([])
  expect(tagged.filter((column, index) => !there.includes(column) || tagged.indexOf(column) !== index)).toEqual([])
})

test('only the known kinds are used', () => {
  const used = new Set(Object.values(personalData).flatMap(tags => Object.keys(tags)))
  expect([...used].filter(kind => !kindsOfPersonalData.some(known => known === kind))).toEqual([])
})
