import { sql } from 'kysely'
import type { Tx } from '../platform/db/db.ts'

export interface WholeTable {
  name: string
  /** Without those that the database makes itself. */
  columns: string[]
  /** For the order of the rows: a row that names another one of its table comes after it. */
  order: string[]
}

interface TableRow {
  name: string
  columns: string[]
  key: string[]
  own_references: string[]
  parents: string[]
}

/** All tables of the product, parents first. The words of candidates come with the candidates, by the database's own hand. */
export async function listWholeTables(tx: Tx): Promise<WholeTable[]> {
  const answer = await sql<TableRow>`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_constraint k, unnest(k.conkey) with ordinality o (num, n), pg_attribute a
        where k.conrelid = c.oid and k.contype = 'p' and a.attrelid = c.oid and a.attnum = o.num order by o.n) as key,
      array(select a.attname::text from pg_constraint k, unnest(k.conkey) o (num), pg_attribute a
        where k.conrelid = c.oid and k.confrelid = c.oid and k.contype = 'f' and a.attrelid = c.oid and a.attnum = o.num
          and not a.attnotnull) as own_references,
      array(select distinct p.relname::text from pg_constraint k join pg_class p on p.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as parents
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
      and c.relname <> 'candidate_words'
    order by c.relname`.execute(tx)
  return parentsFirst(answer.rows).map(row => ({
    name: row.name,
    columns: row.columns,
    order: [...row.own_references, ...row.key],
  }))
}

function parentsFirst(tables: readonly TableRow[]): TableRow[] {
  const sorted: TableRow[] = []
  const place = (table: TableRow) => {
    if (sorted.includes(table)) return
    for (const parent of tables) if (table.parents.includes(parent.name)) place(parent)
    sorted.push(table)
  }
  for (const table of tables) place(table)
  return sorted
}

export async function countTable(tx: Tx, name: string): Promise<number> {
  const answer = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(name)}`.execute(tx)
  return answer.rows[0]?.rows ?? 0
}
