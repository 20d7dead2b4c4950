import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import { reasonOf } from './delivery-reason.shapes.ts'
import { newVersion } from './ledger.ts'
import { listsOf } from './lists.ts'

export type Parent = { resource: 'candidate' | 'application'; keys: readonly string[] }

/** What hangs on a record that LinkedIn does not get, or does not take, waits for it, and says so. */
export async function holdChildren(work: Work, parent: Parent): Promise<void> {
  await sql`
    update sync_record set state = 'held', reason = ${JSON.stringify(reasonOf('parentNotThere'))}, updated_at = ${work.now}
    where tenant_id = ${work.tenantId} and ${childrenOf(parent)} and state = 'queued' and wanted = 'present'
      and not exists (select from sync_record parent where parent.tenant_id = sync_record.tenant_id
        and parent.resource = ${parent.resource} and parent.key = ${keyOfParent(parent)}
        and parent.known_there and parent.accepted_version > 0)`.execute(work.tx)
}

/** LinkedIn has taken it: what waited for it is next. */
export async function wakeChildren(work: Work, parent: Parent): Promise<void> {
  await sql`
    update sync_record set ${newVersion(work)}
    where tenant_id = ${work.tenantId} and ${childrenOf(parent)} and state = 'held' and wanted = 'present'`.execute(
    work.tx,
  )
}

/** Something new hangs on candidates who are held: whether they still have to be is looked at again. */
export async function wakeHeldCandidates(work: Work, which: ReturnType<typeof sql>): Promise<void> {
  await sql`
    update sync_record set ${newVersion(work)}
    where tenant_id = ${work.tenantId} and resource = 'candidate' and state = 'held' and wanted = 'present'
      and exists (select from application_for_linkedin a where a.tenant_id = sync_record.tenant_id
        and a.candidate_id = sync_record.key and ${which})`.execute(work.tx)
}

function childrenOf({ resource, keys }: Parent) {
  const all = [...keys]
  return resource === 'candidate'
    ? sql`resource = any(${['application', ...listsOf.candidate, ...listsOf.application]}) and subject_id = any(${all})`
    : sql`resource = any(${[...listsOf.application]}) and key = any(${all})`
}

function keyOfParent({ resource }: Parent) {
  return resource === 'candidate' ? sql`sync_record.subject_id` : sql`sync_record.key`
}
