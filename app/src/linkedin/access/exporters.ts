import { sql } from 'kysely'
import type { Standing } from '../../hiring/jobs/job.policy.ts'
import { isExcludedFromProspects, runsJob } from '../../hiring/jobs/job.policy.ts'
import type { StandingRow } from '../../hiring/jobs/standing.queries.ts'
import { toStanding } from '../../hiring/jobs/standing.queries.ts'
import type { AppRole } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'

/** Someone on a hiring team, as far as export asks about him. */
export interface TeamMemberInLinkedIn {
  jobId: string
  jobReference: string
  userId: string
  name: string
  standing: Standing
  connection: { personUrn: string; expiresAt: Date } | null
  hasSeat: boolean
}

export type WhyNoExport =
  | 'userInactive'
  | 'roleMayNot'
  | 'excludedFromProspects'
  | 'notConnected'
  | 'connectionExpired'
  | 'noSeat'

/** The right by the hiring team alone, LinkedIn apart. A delegate has the right of the one he stands in for. */
export function mayExportTo(standing: Standing): boolean {
  return runsJob(standing) && !isExcludedFromProspects(standing)
}

export function whyNoExport(
  member: TeamMemberInLinkedIn,
  situation: { now: Date; level: 'off' | 'company' | 'contract' },
): WhyNoExport | null {
  const { standing, connection } = member
  if (!standing.active) return 'userInactive'
  if (!runsJob(standing)) return 'roleMayNot'
  if (isExcludedFromProspects(standing)) return 'excludedFromProspects'
  if (!connection) return 'notConnected'
  if (connection.expiresAt <= situation.now) return 'connectionExpired'
  // Below contract level LinkedIn does not tell who has a seat.
  return situation.level === 'contract' && !member.hasSeat ? 'noSeat' : null
}

/** Who stands on the access list of a job at LinkedIn: exactly those who may see it in the export box. */
export function belongsOnAccessList(member: TeamMemberInLinkedIn, now: Date): boolean {
  const { standing, connection } = member
  const isOpen = standing.jobState === 'active' && standing.prospectEnabled
  return isOpen && mayExportTo(standing) && connection !== null && connection.expiresAt > now
}

/** The hiring teams of these jobs, or of all active jobs. */
export async function listTeamsInLinkedIn(
  tx: Tx,
  tenantId: string,
  jobs: readonly string[] | 'active',
): Promise<TeamMemberInLinkedIn[]> {
  const wanted = jobs === 'active' ? sql`j.state = 'active'` : sql`j.id = any(${[...jobs]})`
  const answer = await sql<TeamRow>`
    select j.id as job_id, j.reference, j.state as job_state, own.user_id, own.role as job_role, own.delegate_of,
      coalesce(principal.role, own.role) as acts_as,
      prospect.enabled as prospect_enabled, prospect.open_to_hiring_managers as prospect_open,
      u.first_name || ' ' || u.last_name as name, u.active, u.roles, connection.person_urn, connection.expires_at,
      exists (select from linkedin_seat seat where seat.tenant_id = j.tenant_id
        and seat.person_urn = connection.person_urn and seat.state = 'ACTIVE') as has_seat
    from job j
    join stage prospect on prospect.tenant_id = j.tenant_id and prospect.job_id = j.id and prospect.position = 0
    join hiring_team_member own on own.tenant_id = j.tenant_id and own.job_id = j.id
    join app_user u on u.tenant_id = j.tenant_id and u.id = own.user_id
    left join hiring_team_member principal on principal.tenant_id = j.tenant_id and principal.job_id = j.id
      and principal.user_id = own.delegate_of
    left join linkedin_user_connection connection on connection.tenant_id = j.tenant_id and connection.user_id = own.user_id
    where j.tenant_id = ${tenantId} and ${wanted}
    order by findable(u.first_name) collate "C", findable(u.last_name) collate "C", own.user_id`.execute(tx)
  return answer.rows.map(toMember)
}

interface TeamRow extends StandingRow {
  job_id: string
  reference: string
  user_id: string
  name: string
  active: boolean
  roles: AppRole[]
  person_urn: string | null
  expires_at: Date | null
  has_seat: boolean
}

function toMember(row: TeamRow): TeamMemberInLinkedIn {
  return {
    jobId: row.job_id,
    jobReference: row.reference,
    userId: row.user_id,
    name: row.name,
    standing: toStanding(row, { userId: row.user_id, roles: row.roles, active: row.active }),
    connection: row.person_urn && row.expires_at ? { personUrn: row.person_urn, expiresAt: row.expires_at } : null,
    hasSeat: row.has_seat,
  }
}
