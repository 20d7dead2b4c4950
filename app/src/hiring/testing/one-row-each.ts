import { sql } from 'kysely'
import type { Tx } from '../../platform/db/db.ts'

/** A table of the product as the database describes it. */
export interface CatalogueTable {
  name: string
  columns: CatalogueColumn[]
  /** Own columns and the parent's, side by side. */
  parents: { table: string; columns: string[]; parentColumns: string[] }[]
}

interface CatalogueColumn {
  name: string
  type: string
  optional: boolean
  /** The first word that the column's check allows. */
  word: string | null
}

export const isTenantTable = (table: CatalogueTable): boolean => table.columns.some(one => one.name === 'tenant_id')

/** Every table in the database, so that a new one is tested without being listed anywhere. */
export async function readCatalogue(tx: Tx): Promise<CatalogueTable[]> {
  const answer = await sql<CatalogueTable>`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname,
          'type', format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), null),
          'optional', not a.attnotnull or a.atthasdef or a.attgenerated <> '',
          'word', (select (regexp_match(pg_get_constraintdef(k.oid), '^CHECK \\(\\(\\w+ = ANY \\(ARRAY\\[''([^'']+)'''))[1]
            from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1)
        ) order by a.attnum)
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(json_build_object('table', k.confrelid::regclass::text,
          'columns', (select json_agg(a.attname order by o.n) from unnest(k.conkey) with ordinality o (num, n)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = o.num),
          'parentColumns', (select json_agg(a.attname order by o.n) from unnest(k.confkey) with ordinality o (num, n)
            join pg_attribute a on a.attrelid = k.confrelid and a.attnum = o.num))), '[]')
        from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as parents
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
    order by c.relname`.execute(tx)
  return parentsFirst(answer.rows)
}

export type Row = Record<string, unknown>

/** Fills every tenant table with one row of this tenant; only what must be filled. */
export async function addOneRowEach(tx: Tx, catalogue: CatalogueTable[], tenantId: string): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>([['tenant', { id: tenantId }]])
  for (const table of catalogue.filter(isTenantTable)) {
    const row = oneRow(table, rows, tenantId)
    // The row of words comes with its candidate.
    if (table.name !== 'candidate_words') await insertRow(tx, table.name, row)
    rows.set(table.name, row)
  }
  return rows
}

export async function insertRow(tx: Tx, table: string, row: Row): Promise<void> {
  const names = Object.keys(row).map(name => sql.ref(name))
  const values = Object.values(row).map(value => sql`${value}`)
  await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(values)})`.execute(tx)
}

/** Columns that may be empty by themselves, and by a check of the table are not. */
const filledByCheck: Record<string, readonly string[]> = { note: ['candidate_id', 'body'] }

function oneRow(table: CatalogueTable, rows: Map<string, Row>, tenantId: string): Row {
  const row: Row = {}
  for (const column of table.columns) {
    if (column.name === 'tenant_id') row.tenant_id = tenantId
    else if (!column.optional || filledByCheck[table.name]?.includes(column.name))
      row[column.name] = anyValue(column, table.name, tenantId)
  }
  for (const parent of table.parents) {
    const there = rows.get(parent.table)
    for (const [index, name] of parent.columns.entries()) {
      const key = parent.parentColumns[index]
      if (name in row && there && key) row[name] = there[key]
    }
  }
  return row
}

function anyValue(column: CatalogueColumn, table: string, tenantId: string): unknown {
  if (column.word !== null) return column.word
  if (column.type.startsWith('timestamp') || column.type === 'date') return '2026-03-01T09:00:00Z'
  if (column.type === 'integer' || column.type === 'bigint' || column.type === 'xid8') return '1'
  if (column.type === 'boolean') return true
  if (column.type === 'uuid') return tenantId
  if (column.type === 'jsonb') return '{}'
  if (column.type.endsWith('[]')) return '{}'
  return `${table}_${tenantId.replaceAll('-', '')}`
}

function parentsFirst(tables: CatalogueTable[]): CatalogueTable[] {
  const sorted: CatalogueTable[] = []
  const place = (table: CatalogueTable) => {
    if (sorted.includes(table)) return
    for (const parent of table.parents) {
      const there = tables.find(one => one.name === parent.table)
      if (there) place(there)
    }
    sorted.push(table)
  }
  tables.forEach(place)
  return sorted
}
