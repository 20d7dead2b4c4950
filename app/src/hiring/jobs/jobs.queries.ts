import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Page } from '../../platform/http/paging.ts'
import { cursorTime, cursorTimeOf, decodeCursor, toPage } from '../../platform/http/paging.ts'
import { searchPattern, wordsOf } from '../search/words.ts'
import type { Standing } from './job.policy.ts'
import { maySeeAllJobs, maySeeJob, permissionsOn } from './job.policy.ts'
import type { Job, JobFilter, JobListItem, Stage, TeamMember } from './jobs.shapes.ts'
import type { StandingRow } from './standing.queries.ts'
import { rolesOf, standingColumns, standingJoins, standingOfActor, userIdOf } from './standing.queries.ts'

const cursor = z.tuple([cursorTime, z.string()])

/** Newest first: the jobs whose hiring team the actor is on, or all that he may see. */
export async function listJobs(
  tx: Tx,
  actor: Actor,
  filter: JobFilter & { limit: number; next?: string | undefined },
): Promise<Page<JobListItem>> {
  const userId = userIdOf(actor)
  const where = [sql`j.tenant_id = ${actor.tenantId}`]
  if (filter.state) where.push(sql`j.state = ${filter.state}`)
  if (filter.scope === 'mine' || !maySeeAllJobs(rolesOf(actor))) {
    // An array and not a join, because the planner would rather read all jobs than look up the few that are his.
    where.push(sql`j.id = any(array(select m.job_id from hiring_team_member m
      where m.tenant_id = ${actor.tenantId} and m.user_id = ${userId}))`)
  }
  const words = wordsOf(filter.q ?? '')
  for (const word of words) where.push(sql`j.search_text like findable(${searchPattern(word)})`)
  if (filter.next) {
    const [createdAt, id] = decodeCursor(filter.next, cursor)
    where.push(sql`(j.created_at, j.id) < (${createdAt}::timestamptz, ${id})`)
  }
  const answer = await sql<JobListRow & StandingRow>`
    with page as (
      select tenant_id, id, reference, title, location, state, created_at, activated_at
      from ${sql.table(words.length > 0 ? 'job_search' : 'job')} j
      where ${sql.join(where, sql` and `)}
      order by j.created_at desc, j.id desc limit ${filter.limit + 1})
    select j.*, ${cursorTimeOf('j.created_at')} as cursor_time, ${standingColumns},
      (select json_agg(json_build_object('id', u.id, 'name', u.first_name || ' ' || u.last_name) order by m.added_at, u.id)
        from hiring_team_member m join app_user u on u.tenant_id = m.tenant_id and u.id = m.user_id
        where m.tenant_id = j.tenant_id and m.job_id = j.id) as team,
      (select json_agg(json_build_object('kind', s.kind, 'name', s.name, 'count',
          (select count(*) from application a where a.tenant_id = s.tenant_id and a.job_id = s.job_id and a.stage_id = s.id
            and a.in_running is not null)
        ) order by s.position)
        from stage s where s.tenant_id = j.tenant_id and s.job_id = j.id and s.enabled) as stage_counts,
      unopened.count as unopened_count, unopened.waiting_since
    from page j ${standingJoins(userId)}
    cross join lateral (
      select count(*), min(a.stage_since) as waiting_since from application a
      where a.tenant_id = j.tenant_id and a.job_id = j.id and a.stage_id = prospect.id and a.in_running is not null
        and not exists (select from application_opened o
          where o.tenant_id = a.tenant_id and o.application_id = a.id and o.user_id = ${userId})) unopened
    order by j.created_at desc, j.id desc`.execute(tx)
  return toPage(answer.rows, filter.limit, {
    cursor: row => [row.cursor_time, row.id],
    item: row => toListItem(row, actor),
  })
}

interface JobListRow {
  id: string
  reference: string
  title: string
  location: string
  state: JobListItem['state']
  created_at: Date
  cursor_time: string
  activated_at: Date | null
  team: JobListItem['team'] | null
  stage_counts: JobListItem['stageCounts']
  unopened_count: number
  waiting_since: Date | null
}

function toListItem(row: JobListRow & StandingRow, actor: Actor): JobListItem {
  const { seeProspects } = permissionsOn(standingOfActor(row, actor))
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    location: row.location,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    activatedAt: row.activated_at?.toISOString() ?? null,
    ownRole: row.job_role,
    team: row.team ?? [],
    stageCounts: row.stage_counts.filter(stage => stage.kind !== 'prospect' || seeProspects),
    unopenedProspects: seeProspects
      ? { count: row.unopened_count, waitingSince: row.waiting_since?.toISOString() ?? null }
      : { count: 0, waitingSince: null },
  }
}

export async function getJob(tx: Tx, actor: Actor, jobId: string): Promise<Job> {
  const answer = await sql<JobRow & StandingRow>`
    select j.id, j.reference, j.title, j.description, j.location, j.openings, j.employment_type, j.seniority, j.workplace,
      j.closed_reason, j.created_at, j.activated_at, j.closed_at, ${standingColumns},
      (select json_agg(json_build_object('userId', u.id, 'name', u.first_name || ' ' || u.last_name, 'role', m.role,
          'delegateOf', case when p.id is null then null
            else json_build_object('id', p.id, 'name', p.first_name || ' ' || p.last_name) end) order by m.added_at, u.id)
        from hiring_team_member m
        join app_user u on u.tenant_id = m.tenant_id and u.id = m.user_id
        left join app_user p on p.tenant_id = m.tenant_id and p.id = m.delegate_of
        where m.tenant_id = j.tenant_id and m.job_id = j.id) as team,
      (select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'enabled', s.enabled,
          'openToHiringManagers', s.open_to_hiring_managers) order by s.position)
        from stage s where s.tenant_id = j.tenant_id and s.job_id = j.id) as stages,
      (select count(*) from application a
        where a.tenant_id = j.tenant_id and a.job_id = j.id and a.in_running is not null) as candidate_count,
      (select count(*) from application a
        where a.tenant_id = j.tenant_id and a.job_id = j.id and a.stage_id = prospect.id and a.in_running is not null) as prospect_count
    from job j ${standingJoins(userIdOf(actor))}
    where j.tenant_id = ${actor.tenantId} and j.id = ${jobId}`.execute(tx)
  const row = answer.rows[0]
  const standing = row && standingOfActor(row, actor)
  if (!standing || !maySeeJob(standing)) throw notFound('job')
  return toJob(row, standing)
}

interface JobRow {
  id: string
  reference: string
  title: string
  description: string
  location: string
  openings: number
  employment_type: Job['employmentType']
  seniority: Job['seniority']
  workplace: Job['workplace']
  closed_reason: Job['closedReason']
  created_at: Date
  activated_at: Date | null
  closed_at: Date | null
  team: TeamMember[] | null
  stages: Stage[]
  candidate_count: number
  prospect_count: number
}

function toJob(row: JobRow & StandingRow, standing: Standing): Job {
  const permissions = permissionsOn(standing)
  return {
    id: row.id,
    reference: row.reference,
    state: row.job_state,
    title: row.title,
    description: row.description,
    location: row.location,
    openings: row.openings,
    employmentType: row.employment_type,
    seniority: row.seniority,
    workplace: row.workplace,
    closedReason: row.closed_reason,
    createdAt: row.created_at.toISOString(),
    activatedAt: row.activated_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    team: row.team ?? [],
    stages: row.stages,
    candidateCount: row.candidate_count - (permissions.seeProspects ? 0 : row.prospect_count),
    permissions,
  }
}
