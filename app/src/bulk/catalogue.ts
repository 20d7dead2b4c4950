import { sql } from 'kysely'
import type { Tx } from '../platform/db/db.ts'
import { kinds, leftOutColumns } from './kinds.ts'

export interface Column {
  name: string
  /** The name in a line. */
  property: string
  type: string
}

export interface TableForm {
  name: string
  columns: Column[]
  /** Of the primary key, without the tenant. */
  key: Column[]
}

export interface Constraint {
  type: 'p' | 'u' | 'f' | 'c'
  properties: string[]
}

export interface Catalogue {
  tables: ReadonlyMap<string, TableForm>
  constraints: ReadonlyMap<string, Constraint>
}

interface ColumnRow {
  table: string
  column: string
  type: string
  key: number | null
}

/** What the database says of the tables that are exported, so that a new column is exported without being listed. */
export async function readCatalogue(tx: Tx): Promise<Catalogue> {
  const names = kinds.flatMap(kind => [kind.table, ...(kind.parts ?? []).map(part => part.table)])
  const columns = await sql<ColumnRow>`
    select c.relname as "table", a.attname as "column",
      format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), null) as type,
      array_position(k.conkey, a.attnum) as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relnamespace = 'public'::regnamespace and c.relname = any(${names}) and a.attnum > 0
      and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`.execute(tx)
  const constraints = await sql<Constraint & { name: string; columns: string[] }>`
    select k.conname as name, k.contype as type,
      array(select a.attname::text from unnest(k.conkey) with ordinality o (num, n)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = o.num order by o.n) as columns
    from pg_constraint k where k.conrelid::regclass::text = any(${names})`.execute(tx)
  return {
    tables: new Map(names.map(name => [name, toForm(name, columns.rows)])),
    constraints: new Map(
      constraints.rows.map(({ name, type, columns: of }) => [
        name,
        { type, properties: of.filter(column => column !== 'tenant_id').map(toProperty) },
      ]),
    ),
  }
}

export function formOf(catalogue: Catalogue, table: string): TableForm {
  const form = catalogue.tables.get(table)
  if (!form) throw new Error(`The database has no table ${table}.`)
  return form
}

function toForm(table: string, rows: readonly ColumnRow[]): TableForm {
  const own = rows
    .filter(row => row.table === table && row.column !== 'tenant_id' && !(`${table}.${row.column}` in leftOutColumns))
    .map(row => ({ ...row, name: row.column, property: toProperty(row.column) }))
  return {
    name: table,
    columns: own,
    key: own.filter(one => one.key !== null).sort((a, b) => Number(a.key) - Number(b.key)),
  }
}

function toProperty(column: string): string {
  return column.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())
}
