import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import { holdOfRefused, wakeHeldCandidates } from './children.ts'
import { newVersion } from './ledger.ts'
import { listsOf } from './lists.ts'
import { wantLists } from './want-lists.ts'

/**
 * LinkedIn should know the newest version of these applications, with what hangs on them, if the gate is open for them. Of what
 * it has closed for, or what is gone, nothing shall be left there.
 */
export async function wantApplications(work: Work, applications: readonly string[]): Promise<void> {
  await want(work, { which: sql`a.id = any(${[...applications]})`, again: sql`` })
  await leaveNothing(work, sql`key = any(${[...applications]})`)
}

/** The title of a job stands on its applications as well. */
export async function wantApplicationsOn(work: Work, jobs: readonly string[]): Promise<void> {
  await want(work, { which: sql`a.job_id = any(${[...jobs]})`, again: sql`` })
}

/** Their names and addresses stand on their applications as well. */
export async function wantApplicationsOf(work: Work, candidates: readonly string[]): Promise<void> {
  await want(work, { which: sql`a.candidate_id = any(${[...candidates]})`, again: sql`` })
  await leaveNothing(work, sql`subject_id = any(${[...candidates]})`)
}

/** After LinkedIn was switched on: everything for which the gate is open, whatever was sent in former times. */
export async function wantAllApplications(work: Work): Promise<void> {
  await want(work, { which: sql`true`, again: sql`payload_hash = null,` })
  await leaveNothing(work, sql`true`)
}

type Part = ReturnType<typeof sql>

const resources = ['application', ...listsOf.application]

async function want(work: Work, { which, again }: { which: Part; again: Part }): Promise<void> {
  await sql`
    insert into sync_record (tenant_id, resource, key, subject_id, wanted, next_try_at, updated_at)
    select a.tenant_id, 'application', a.id, a.candidate_id, 'present', ${work.now}, ${work.now}
    from application_for_linkedin a where a.tenant_id = ${work.tenantId} and ${which}
    on conflict (tenant_id, resource, key) do update set
      wanted = 'present', subject_id = excluded.subject_id, ${formerSubject}, ${again} ${newVersion(work)}`.execute(
    work.tx,
  )
  const places = sql`select a.id as key, a.candidate_id from application_for_linkedin a
    where a.tenant_id = ${work.tenantId} and ${which}`
  for (const resource of listsOf.application) await wantLists(work, { resource, places, again })
  await wakeHeldCandidates(work, which)
  await holdOfRefused(work, which)
}

/** Whose LinkedIn takes it for: of several changes before it is told, the first is the one that counts. */
const formerSubject = sql`former_subject_id = case
  when sync_record.known_there
  then nullif(coalesce(sync_record.former_subject_id, sync_record.subject_id), excluded.subject_id) end`

async function leaveNothing(work: Work, which: Part): Promise<void> {
  await sql`
    update sync_record set wanted = 'absent', ${newVersion(work)}
    where tenant_id = ${work.tenantId} and resource = any(${resources}) and ${which} and wanted = 'present'
      and not exists (select from application_for_linkedin a
        where a.tenant_id = sync_record.tenant_id and a.id = sync_record.key)`.execute(work.tx)
}
