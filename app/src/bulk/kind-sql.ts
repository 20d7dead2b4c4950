import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { HISTORY_XID } from '../platform/events/imported-history.ts'
import type { Catalogue, Column, TableForm } from './catalogue.ts'
import { formOf } from './catalogue.ts'
import type { Kind, Part } from './kinds.ts'

/** Every row of a kind as the object of its line. The database spells the values, so none loses a digit. */
export function selectObjects(catalogue: Catalogue, kind: Kind, tenantId: string): RawBuilder<unknown> {
  const form = formOf(catalogue, kind.table)
  const properties = [
    ...form.columns.map(column => sql`${sql.ref(`t.${column.name}`)} as ${sql.ref(column.property)}`),
    ...(kind.table === 'app_user' ? [signInOfUser] : []),
    ...(kind.parts ?? []).map(part => selectPart(formOf(catalogue, part.table), part)),
  ]
  const tenantColumn = kind.table === 'tenant' ? 't.id' : 't.tenant_id'
  // Utility statements take no parameters; the id was checked to be a UUID.
  return sql`select ${sql.join(properties)} from ${sql.table(kind.table)} t
    where ${sql.ref(tenantColumn)} = ${sql.lit(tenantId)}::uuid`
}

/** The order of the lines: by key, byte by byte, whatever language the database sorts in. */
export function orderOfLines(catalogue: Catalogue, kind: Kind): RawBuilder<unknown> {
  return orderBy(formOf(catalogue, kind.table).key, 't')
}

/** Statements that bring lines in. `$lines` is a list of objects, of which each has every property. */
export function insertLines(
  catalogue: Catalogue,
  kind: Kind,
  { tenantId, lines }: { tenantId: string; lines: string },
): RawBuilder<unknown>[] {
  const list = sql`${lines}::jsonb`
  const form = formOf(catalogue, kind.table)
  if (kind.table === 'tenant') return [insertRows(form, sql`${recordset(form, list)}`, {})]
  const own = { tenant_id: sql`${tenantId}::uuid` }
  const parts = (kind.parts ?? []).map(part => {
    const { columns, name } = formOf(catalogue, part.table)
    const inner = columns.filter(column => column.name !== part.parent)
    const from = sql`jsonb_to_recordset(${list}) h (id text, ${sql.ref(part.property)} jsonb),
      jsonb_to_recordset(${sql.ref(`h.${part.property}`)}) r (${describe(inner)})`
    return insertRows({ name, columns: inner }, from, { ...own, [part.parent]: sql`h.id` })
  })
  if (kind.table === 'app_user') {
    const from = sql`jsonb_to_recordset(${list}) r (${describe(form.columns)}, "signIn" jsonb)`
    const signInId = sql`case when r."signIn" is not null then (select s.id from sign_in s where s.email = r.email) end`
    return [insertRows(form, from, { ...own, sign_in_id: signInId })]
  }
  const history = kind.table === 'event' ? { xid: sql`${HISTORY_XID}::text::xid8` } : {}
  return [insertRows(form, recordset(form, list), { ...own, ...history }), ...parts]
}

// Whoever signs in here already keeps name, language and password.
const signInOfUser = sql`(select to_json(s) from
  (select i.name, i.language, i.theme from sign_in i where i.id = t.sign_in_id) s) as "signIn"`

function selectPart(form: TableForm, part: Part): RawBuilder<unknown> {
  const columns = form.columns
    .filter(column => column.name !== part.parent)
    .map(column => sql`${sql.ref(`p.${column.name}`)} as ${sql.ref(column.property)}`)
  return sql`to_json(array(select to_json(x) from (select ${sql.join(columns)} from ${sql.table(part.table)} p
    where p.tenant_id = t.tenant_id and ${sql.ref(`p.${part.parent}`)} = t.id ${orderBy(
      form.key.filter(column => column.name !== part.parent),
      'p',
    )}) x)) as ${sql.ref(part.property)}`
}

function orderBy(columns: readonly Column[], alias: string): RawBuilder<unknown> {
  const order = columns.map(({ name, type }) =>
    type === 'text' ? sql`${sql.ref(`${alias}.${name}`)} collate "C"` : sql.ref(`${alias}.${name}`),
  )
  return order.length > 0 ? sql`order by ${sql.join(order)}` : sql``
}

function recordset(form: TableForm, list: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${list}) r (${describe(form.columns)})`
}

function describe(columns: readonly Column[]): RawBuilder<unknown> {
  return sql.join(columns.map(column => sql`${sql.ref(column.property)} ${sql.raw(column.type)}`))
}

function insertRows(
  form: Pick<TableForm, 'name' | 'columns'>,
  from: RawBuilder<unknown>,
  fixed: Record<string, RawBuilder<unknown>>,
): RawBuilder<unknown> {
  const names = [...Object.keys(fixed), ...form.columns.map(column => column.name)]
  const values = [...Object.values(fixed), ...form.columns.map(column => sql.ref(`r.${column.property}`))]
  return sql`insert into ${sql.table(form.name)} (${sql.join(names.map(name => sql.ref(name)))})
    select ${sql.join(values)} from ${from}`
}
