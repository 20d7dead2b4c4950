import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import type { Origin } from './candidates.shapes.ts'
import type { ContactKind } from './contacts.ts'
import { contactKinds, placeOf } from './contacts.ts'

export interface HandedContact {
  kind: ContactKind
  value: string
  origin: Origin
}

/** Whom the one does not have yet he gets from the other, behind his own, each with where it came from. */
export async function copyContacts(
  work: Work,
  { fromId, toId }: { fromId: string; toId: string },
): Promise<HandedContact[]> {
  const handed: HandedContact[] = []
  for (const kind of contactKinds) {
    const { table, column } = placeOf(kind)
    const answer = await sql<{ value: string; origin: Origin }>`
      insert into ${table} (tenant_id, candidate_id, ${column}, position, origin)
      select tenant_id, ${toId}::text, ${column}, position + 1 + coalesce((select max(position) from ${table} there
        where there.tenant_id = ${work.tenantId} and there.candidate_id = ${toId}), 0), origin
      from ${table} where tenant_id = ${work.tenantId} and candidate_id = ${fromId}
      on conflict do nothing returning ${column} as value, origin`.execute(work.tx)
    handed.push(...answer.rows.map(row => ({ kind, ...row })))
  }
  return handed
}

/** Takes them away again. Whatever was removed and added anew since is somebody's own doing, and stays. */
export async function removeHandedContacts(
  work: Work,
  candidateId: string,
  contacts: readonly HandedContact[],
): Promise<void> {
  for (const { kind, value, origin } of contacts) {
    const { table, column } = placeOf(kind)
    await sql`
      delete from ${table} where tenant_id = ${work.tenantId} and candidate_id = ${candidateId} and ${column} = ${value}
        and origin = ${JSON.stringify(origin)}::jsonb`.execute(work.tx)
  }
}
