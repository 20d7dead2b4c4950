import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { worksWithAllCandidates } from '../candidates/candidate.policy.ts'
import { maySeeAllJobs } from '../jobs/job.policy.ts'
import { userIdOf } from '../jobs/standing.queries.ts'

/**
 * For a statement over `application a` and its `stage s`: may the actor know of this application?
 * The same rule as maySeeProspects; and whoever works with all candidates sees where an applicant stands on other jobs.
 */
export function isVisible(actor: Actor): RawBuilder<boolean> {
  if (seesAll(actor)) return sql`true`
  if (!worksWithAllCandidates(actor)) return isOnOwnJob(actor)
  return sql`(s.kind <> 'prospect' or ${isOnOwnJob(actor)})`
}

/** May the actor open it? That takes a place on the hiring team, or sight of all jobs. */
export function isOpenFor(actor: Actor): RawBuilder<boolean> {
  return seesAll(actor) ? sql`true` : isOnOwnJob(actor)
}

/** The same for whoever stands in `app_user u`: who else may open it? */
export function isOpenForUser(): RawBuilder<boolean> {
  return sql`(u.active and (u.roles && array['administrator', 'read_only'] or ${isOnJobOf(sql`u.id`)}))`
}

function seesAll(actor: Actor): boolean {
  return actor.kind !== 'user' || maySeeAllJobs(actor.roles)
}

/** Whom somebody without sight of all candidates may know: the people on his own jobs. */
export function candidatesOfOwnJobs(actor: Actor): RawBuilder<unknown> {
  return sql`
    select a.candidate_id from hiring_team_member m
    join application a on a.tenant_id = m.tenant_id and a.job_id = m.job_id
    join stage s on s.tenant_id = a.tenant_id and s.job_id = a.job_id and s.id = a.stage_id
    ${principal}
    where m.tenant_id = ${actor.tenantId} and m.user_id = ${userIdOf(actor)} and ${stageIsOpen}`
}

function isOnOwnJob(actor: Actor): RawBuilder<boolean> {
  return isOnJobOf(sql`${userIdOf(actor)}`)
}

function isOnJobOf(userId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (
    select from hiring_team_member m ${principal}
    where m.tenant_id = a.tenant_id and m.job_id = a.job_id and m.user_id = ${userId} and ${stageIsOpen})`
}

const principal = sql`
  left join hiring_team_member p on p.tenant_id = m.tenant_id and p.job_id = m.job_id and p.user_id = m.delegate_of`

const stageIsOpen = sql`
  (s.kind <> 'prospect' or coalesce(p.role, m.role) = 'recruiter'
    or (coalesce(p.role, m.role) = 'hiring_manager' and s.open_to_hiring_managers))`
