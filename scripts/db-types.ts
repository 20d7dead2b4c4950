// Writes the row types of the migrated embedded database. --check: fails when the file is not fresh.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { openDb } from '../app/src/platform/db/db.ts'
import { migrate } from '../app/src/platform/db/migrate.ts'
import { migrationsFolder, projectRoot } from '../app/src/platform/paths.ts'

interface Column {
  table: string
  column: string
  type: string
  nullable: boolean
  defaulted: boolean
  generated: boolean
  view: boolean
}

const file = path.join(projectRoot, 'app/src/platform/db/generated/tables.ts')

const text = await render()
if (process.argv.includes('--check')) {
  const there = await readFile(file, 'utf8').catch(() => '')
  if (there !== text) {
    console.error('app/src/platform/db/generated/tables.ts is not fresh. Run: node scripts/run.mjs scripts/db-types.ts')
    process.exit(1)
  }
} else {
  await writeFile(file, text)
  console.log('Row types written.')
}

async function render(): Promise<string> {
  const db = await openDb({})
  await migrate(db, migrationsFolder)
  const columns = await db.transactAsOwner(tx =>
    sql<Column>`
      select c.relname as "table", a.attname as "column", format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), null) as "type",
        not a.attnotnull as nullable, a.atthasdef as defaulted, a.attgenerated <> '' as generated, c.relkind = 'v' as view
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
        and c.relname not like 'kysely%'
      order by c.relname, a.attnum`.execute(tx),
  )
  const words = await db.transactAsOwner(tx =>
    sql<{ table: string; definition: string }>`
      select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`.execute(tx),
  )
  await db.close()
  const unions = new Map<string, string>()
  for (const { table, definition } of words.rows) {
    const match = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(definition)
    if (!match?.[1] || !match[2]) continue
    const list = [...match[2].matchAll(/'([^']+)'::text/g)].map(word => `'${word[1]}'`)
    unions.set(`${table}.${match[1]}`, list.join(' | '))
  }
  const tables = new Map<string, Column[]>()
  for (const column of columns.rows) tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  const bodies = [...tables].map(([table, list]) => {
    const original = list[0]?.view ? tableBehind(table, list, tables) : undefined
    if (original) return `export type ${pascal(table)}Table = ${pascal(original)}Table\n`
    const lines = list.map(column => `  ${column.column}: ${typeOf(column, unions)}`)
    return `export interface ${pascal(table)}Table {\n${lines.join('\n')}\n}\n`
  })
  const names = [...tables.keys()].map(table => `  ${table}: ${pascal(table)}Table`)
  return [
    '// Written by scripts/db-types.ts from the migrated database; never by hand.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'\n",
    'type Json = ColumnType<unknown, string, string>\n',
    bodies.join('\n'),
    `export interface Tables {\n${names.join('\n')}\n}\n`,
  ].join('\n')
}

/** A view of the owner shows a table's own columns; a column of a view says nothing about null. */
function tableBehind(view: string, columns: Column[], tables: Map<string, Column[]>): string {
  const names = columns.map(column => column.column).join()
  for (const [table, list] of tables) {
    if (table !== view && list.map(column => column.column).join() === names) return table
  }
  throw new Error(`The view ${view} shows other columns than a table has: teach scripts/db-types.ts about it.`)
}

function typeOf(column: Column, unions: Map<string, string>): string {
  if (column.type === 'jsonb') return column.nullable ? 'ColumnType<unknown, string | null, string | null>' : 'Json'
  const plain = unions.get(`${column.table}.${column.column}`) ?? plainType(column.type)
  const type = column.nullable ? `${plain} | null` : plain
  if (column.generated) return `GeneratedAlways<${type}>`
  return column.defaulted ? `Generated<${type}>` : type
}

function plainType(type: string): string {
  if (type.endsWith('[]')) return `${plainType(type.slice(0, -2))}[]`
  if (['integer', 'bigint', 'smallint', 'double precision'].includes(type)) return 'number'
  if (type === 'boolean') return 'boolean'
  if (type.startsWith('timestamp')) return 'Date'
  return 'string'
}

function pascal(table: string): string {
  return table.replace(/(^|_)(\w)/g, (_all, _line, letter: string) => letter.toUpperCase())
}
