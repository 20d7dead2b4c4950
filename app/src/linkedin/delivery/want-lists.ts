import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import { newVersion } from './ledger.ts'

type Part = ReturnType<typeof sql>

export interface WantedList {
  resource: 'candidate_notes' | 'application_notes' | 'stages'
  /** Statement with `key` and `candidate_id` of what the lists hang on. */
  places: Part
  again: Part
}

/**
 * LinkedIn should know the newest version of these lists. One without an entry that was never sent needs no record. A note that
 * has turned private cannot be seen from here any more, so what was once wanted is always looked at again.
 */
export async function wantLists(work: Work, { resource, places, again }: WantedList): Promise<void> {
  await sql`
    insert into sync_record (tenant_id, resource, key, subject_id, wanted, next_try_at, updated_at)
    select ${work.tenantId}::uuid, ${resource}, place.key, place.candidate_id, 'present', ${work.now}, ${work.now}
    from (${places}) place
    where ${hasEntries[resource]} or exists (select from sync_record known
      where known.tenant_id = ${work.tenantId} and known.resource = ${resource} and known.key = place.key)
    on conflict (tenant_id, resource, key) do update set
      wanted = 'present', subject_id = excluded.subject_id, ${again} ${newVersion(work)}`.execute(work.tx)
}

const hasEntries: Record<WantedList['resource'], Part> = {
  stages: sql`true`,
  application_notes: sql`exists (select from note n
    where n.tenant_id = current_tenant() and n.application_id = place.key)`,
  candidate_notes: sql`exists (select from note n
    where n.tenant_id = current_tenant() and n.candidate_id = place.key)`,
}
