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

/** LinkedIn has lost what they hung on, and them with it. */
export async function sayListsAgain(work: Work, parent: Parent['resource'], key: string): Promise<void> {
  await sql`
    update sync_record set payload_hash = null, ${newVersion(work)}
    where tenant_id = ${work.tenantId} and resource = any(${[...listsOf[parent]]}) and key = ${key}
      and wanted = 'present'`.execute(work.tx)
}

/** Nobody waits for a candidate whom LinkedIn has refused: only a change of his own sends him again. */
export async function holdOfRefused(work: Work, which: ReturnType<typeof sql>): Promise<void> {
  await sql`
    update sync_record set state = 'held', reason = ${JSON.stringify(reasonOf('parentNotThere'))}, updated_at = ${work.now}
    where tenant_id = ${work.tenantId} and resource = any(${['application', ...listsOf.application]})
      and state = 'queued' and wanted = 'present'
      and key in (select a.id from application_for_linkedin a where a.tenant_id = ${work.tenantId} and ${which})
      and exists (select from sync_record parent where parent.tenant_id = sync_record.tenant_id
        and parent.resource = 'candidate' and parent.key = sync_record.subject_id and parent.state = 'refused'
        and not (parent.known_there and parent.accepted_version > 0))`.execute(work.tx)
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
