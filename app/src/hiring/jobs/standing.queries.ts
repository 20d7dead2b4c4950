import { sql } from 'kysely'
import type { Actor, AppRole } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import type { Standing } from './job.policy.ts'
import { maySeeJob } from './job.policy.ts'
import type { Job } from './jobs.shapes.ts'

/** One user and one job; undefined when this company has no such job or user. */
export async function findStanding(
  tx: Tx,
  tenantId: string,
  who: { userId: string; jobId: string },
): Promise<Standing | undefined> {
  const answer = await sql<StandingRow & { roles: AppRole[]; active: boolean }>`
    select ${standingColumns}, u.roles, u.active
    from job j ${standingJoins(who.userId)}
    join app_user u on u.tenant_id = j.tenant_id and u.id = ${who.userId}
    where j.tenant_id = ${tenantId} and j.id = ${who.jobId}`.execute(tx)
  const row = answer.rows[0]
  return row && toStanding(row, { userId: who.userId, roles: row.roles, active: row.active })
}

export interface LockedJob {
  id: string
  reference: string
  details: Pick<Job, 'title' | 'description' | 'location' | 'openings' | 'employmentType' | 'seniority' | 'workplace'>
  standing: Standing
}

/**
 * The job that a verb is about, locked until its end; `share` only keeps others from changing it.
 * A job that the actor may not see does not exist for him.
 */
export async function lockJob(work: Work, jobId: string, strength: 'update' | 'share' = 'update'): Promise<LockedJob> {
  const answer = await sql<StandingRow & JobRow>`
    select ${standingColumns}, j.reference, j.title, j.description, j.location, j.openings, j.employment_type, j.seniority, j.workplace
    from job j ${standingJoins(userIdOf(work.actor))}
    where j.tenant_id = ${work.tenantId} and j.id = ${jobId}
    for ${sql.raw(strength)} of j`.execute(work.tx)
  const row = answer.rows[0]
  const standing = row && standingOfActor(row, work.actor)
  if (!standing || !maySeeJob(standing)) throw notFound('job')
  const { reference, title, description, location, openings, seniority, workplace } = row
  const details = { title, description, location, openings, employmentType: row.employment_type, seniority, workplace }
  return { id: jobId, reference, details, standing }
}

interface JobRow {
  reference: string
  title: string
  description: string
  location: string
  openings: number
  employment_type: Job['employmentType']
  seniority: Job['seniority']
  workplace: Job['workplace']
}

export interface StandingRow {
  job_state: Job['state']
  job_role: Standing['jobRole']
  delegate_of: string | null
  acts_as: Standing['actsAs']
  prospect_enabled: boolean
  prospect_open: boolean
}

/** Part of a statement over `job j`; `standingColumns` come from it. */
export function standingJoins(userId: string | null) {
  return sql`
    join stage prospect on prospect.tenant_id = j.tenant_id and prospect.job_id = j.id and prospect.position = 0
    left join hiring_team_member own on own.tenant_id = j.tenant_id and own.job_id = j.id and own.user_id = ${userId}
    left join hiring_team_member principal on principal.tenant_id = own.tenant_id and principal.job_id = own.job_id
      and principal.user_id = own.delegate_of`
}

export const standingColumns = sql`
  j.state as job_state, own.role as job_role, own.delegate_of, coalesce(principal.role, own.role) as acts_as,
  prospect.enabled as prospect_enabled, prospect.open_to_hiring_managers as prospect_open`

export function standingOfActor(row: StandingRow, actor: Actor): Standing {
  return toStanding(row, { userId: userIdOf(actor), roles: rolesOf(actor), active: true })
}

export function userIdOf(actor: Actor): string | null {
  return actor.kind === 'user' ? actor.userId : null
}

// Whoever starts the program by hand may do what an administrator may; a push or a schedule has no rights of its own.
export function rolesOf(actor: Actor): readonly AppRole[] {
  if (actor.kind === 'user') return actor.roles
  return actor.kind === 'operator' ? ['administrator'] : []
}

export function toStanding(row: StandingRow, person: Pick<Standing, 'userId' | 'roles' | 'active'>): Standing {
  return {
    ...person,
    jobState: row.job_state,
    jobRole: row.job_role,
    delegateOf: row.delegate_of,
    actsAs: row.acts_as,
    prospectEnabled: row.prospect_enabled,
    prospectOpenToHiringManagers: row.prospect_open,
  }
}
