import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import { isOpen } from './gate.ts'
import { newVersion } from './ledger.ts'
import { listsOf } from './lists.ts'
import { wantLists } from './want-lists.ts'

/**
 * LinkedIn should know the newest version of these candidates, if the gate is open for them. Of whom it has closed for, or who
 * is gone, nothing shall be left there.
 */
export async function wantCandidates(work: Work, candidates: readonly string[]): Promise<void> {
  await want(work, { which: sql`c.id = any(${[...candidates]})`, again: sql`` })
  await leaveNobody(work, sql`key = any(${[...candidates]})`)
}

/** After LinkedIn was switched on: everybody for whom the gate is open, whatever was sent in former times. */
export async function wantAllCandidates(work: Work): Promise<void> {
  await want(work, { which: sql`true`, again: sql`payload_hash = null,` })
  await leaveNobody(work, sql`true`)
}

type Part = ReturnType<typeof sql>

async function want(work: Work, { which, again }: { which: Part; again: Part }): Promise<void> {
  await sql`
    insert into sync_record (tenant_id, resource, key, subject_id, wanted, next_try_at, updated_at)
    select c.tenant_id, 'candidate', c.id, c.id, 'present', ${work.now}, ${work.now}
    from candidate c where c.tenant_id = ${work.tenantId} and ${which} and ${isOpen}
    on conflict (tenant_id, resource, key) do update set
      wanted = 'present', ${again} ${newVersion(work)}`.execute(work.tx)
  const places = sql`select c.id as key, c.id as candidate_id from candidate c
    where c.tenant_id = ${work.tenantId} and ${which} and ${isOpen}`
  for (const resource of listsOf.candidate) await wantLists(work, { resource, places, again })
}

async function leaveNobody(work: Work, which: Part): Promise<void> {
  await sql`
    update sync_record set wanted = 'absent', ${newVersion(work)}
    where tenant_id = ${work.tenantId} and resource = any(${['candidate', ...listsOf.candidate]}) and ${which} and wanted = 'present'
      and not exists (select from candidate c
        where c.tenant_id = sync_record.tenant_id and c.id = sync_record.key and ${isOpen})`.execute(work.tx)
}
