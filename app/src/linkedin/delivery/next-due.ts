import { sql } from 'kysely'
import type { Tx } from '../../platform/db/db.ts'
import type { Permissions } from '../access/access.queries.ts'
import type { Endpoint } from '../access/call-count.ts'
import type { Resource } from './ledger.ts'
import { resources } from './ledger.ts'
import { isReady } from './parents.ts'

export const endpointOf: Record<Resource, Endpoint> = {
  job: 'simpleJobPostings',
  acl: 'atsEntityAcls',
  acl_assignee: 'atsEntityAclAssignees',
  candidate: 'atsCandidates',
  candidate_notes: 'atsCandidateNotes',
  application: 'atsApplications',
  application_notes: 'atsApplicationNotes',
  stages: 'atsApplicationStages',
}

const ofExport: readonly Resource[] = ['job', 'acl', 'acl_assignee']

/** When there is something to do again that is allowed; undefined when nothing waits. Nothing before its window opens. */
export async function nextDue(
  tx: Tx,
  tenantId: string,
  { permissions, windows }: { permissions: Permissions; windows: ReadonlyMap<Endpoint, Date> },
): Promise<Date | undefined> {
  const { exportEnabled, indicatorEnabled } = permissions
  const allowed = resources.filter(resource => (ofExport.includes(resource) ? exportEnabled : indicatorEnabled))
  const windowOf = (resource: Resource) => windows.get(endpointOf[resource]) ?? null
  const moments = allowed.map(
    resource => sql`(select greatest(min(next_try_at), ${windowOf(resource)}::timestamptz) from sync_record record
      where tenant_id = ${tenantId} and resource = ${resource} and ${isReady[resource]}
        and (state = 'queued' or (state = 'sent' and remote_task is not null)) having min(next_try_at) is not null)`,
  )
  if (indicatorEnabled) {
    moments.push(sql`(select greatest(min(match_next_at), ${windowOf('candidate')}::timestamptz) from sync_record
      where tenant_id = ${tenantId} and match_next_at is not null having min(match_next_at) is not null)`)
  }
  if (moments.length === 0) return undefined
  const answer = await sql<{ at: Date | null }>`select least(${sql.join(moments)}) as at`.execute(tx)
  return answer.rows[0]?.at ?? undefined
}
