import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import type { CandidateField, Origin } from './candidates.shapes.ts'

/** E-mail addresses and phone numbers: rows of their own, each with its own origin. */
export const contactKinds = ['emails', 'phones'] as const
export type ContactKind = (typeof contactKinds)[number]

export function isContactKind(field: CandidateField): field is ContactKind {
  return field === 'emails' || field === 'phones'
}

const places = {
  emails: { table: sql.table('candidate_email'), column: sql.ref('email') },
  phones: { table: sql.table('candidate_phone'), column: sql.ref('phone') },
}

export function placeOf(kind: ContactKind) {
  return places[kind]
}

export interface Contacts {
  candidateId: string
  kind: ContactKind
  values: readonly string[]
  origin: Origin
}

/** A statement, in the order given. What is there already keeps its origin. */
export function insertContacts(work: Work, { candidateId, kind, values, origin }: Contacts): RawBuilder<unknown> {
  const { table, column } = places[kind]
  return sql`
    insert into ${table} as there (tenant_id, candidate_id, ${column}, position, origin)
    select ${work.tenantId}::uuid, ${candidateId}::text, value, number - 1, ${JSON.stringify(origin)}::jsonb
    from unnest(${[...values]}::text[]) with ordinality as given (value, number)
    on conflict (tenant_id, candidate_id, ${column}) do update set position = excluded.position`
}

export async function replaceContacts(work: Work, contacts: Contacts): Promise<void> {
  const { table, column } = places[contacts.kind]
  await sql`
    delete from ${table}
    where tenant_id = ${work.tenantId} and candidate_id = ${contacts.candidateId}
      and ${column} <> all(${[...contacts.values]}::text[])`.execute(work.tx)
  await insertContacts(work, contacts).execute(work.tx)
}
