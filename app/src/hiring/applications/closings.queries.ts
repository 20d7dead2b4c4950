import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Page } from '../../platform/http/paging.ts'
import { cursorTime, cursorTimeOf, decodeCursor, toPage } from '../../platform/http/paging.ts'
import type { Source } from '../candidates/candidates.shapes.ts'
import { maySeeJob, permissionsOn } from '../jobs/job.policy.ts'
import type { StandingRow } from '../jobs/standing.queries.ts'
import { standingColumns, standingJoins, standingOfActor, userIdOf } from '../jobs/standing.queries.ts'
import type { ClosedAs, ClosedListItem, Closing, ClosingReason } from './closings.shapes.ts'
import { nameOfActor } from './move-history.ts'

interface Request {
  jobId: string
  as: ClosedAs
  limit: number
  next?: string | undefined
}

const cursor = z.tuple([cursorTime, z.string()])

/** Who is out of the running on a job, the last one first. */
export async function listClosed(tx: Tx, actor: Actor, request: Request): Promise<Page<ClosedListItem>> {
  const where: RawBuilder<unknown>[] = [
    sql`a.tenant_id = ${actor.tenantId} and a.job_id = ${request.jobId} and a.in_running is null
      and a.closed_as = ${request.as}`,
  ]
  if (!(await seesProspects(tx, actor, request.jobId))) where.push(sql`s.kind <> 'prospect'`)
  if (request.next !== undefined) {
    const [closedAt, id] = decodeCursor(request.next, cursor)
    where.push(sql`(a.closed_at, a.id) < (${closedAt}::timestamptz, ${id})`)
  }
  const answer = await sql<ClosedRow>`
    with page as (
      select a.tenant_id, a.id, a.candidate_id, a.source, a.stage_id, a.closed_at, s.name as stage_name
      from application a join stage s on s.tenant_id = a.tenant_id and s.job_id = a.job_id and s.id = a.stage_id
      where ${sql.join(where, sql` and `)}
      order by a.closed_at desc, a.id desc limit ${request.limit + 1})
    select a.*, ${cursorTimeOf('a.closed_at')} as cursor_time, c.first_name || ' ' || c.last_name as name, c.headline,
      k.reason, k.comment, ${nameOfActor('k.actor')} as closed_by
    from page a
    join candidate c on c.tenant_id = a.tenant_id and c.id = a.candidate_id
    join application_closing k on k.tenant_id = a.tenant_id and k.application_id = a.id and k.reopened_at is null
    left join app_user u on u.tenant_id = k.tenant_id and u.id = k.actor ->> 'userId'
    order by a.closed_at desc, a.id desc`.execute(tx)
  return toPage(answer.rows, request.limit, { cursor: row => [row.cursor_time, row.id], item: toItem })
}

async function seesProspects(tx: Tx, actor: Actor, jobId: string): Promise<boolean> {
  const answer = await sql<StandingRow>`
    select ${standingColumns} from job j ${standingJoins(userIdOf(actor))}
    where j.tenant_id = ${actor.tenantId} and j.id = ${jobId}`.execute(tx)
  const row = answer.rows[0]
  const standing = row && standingOfActor(row, actor)
  if (!standing || !maySeeJob(standing)) throw notFound('job')
  return permissionsOn(standing).seeProspects
}

interface ClosedRow {
  id: string
  candidate_id: string
  name: string
  headline: string | null
  source: Source
  stage_id: string
  stage_name: string
  closed_at: Date
  cursor_time: string
  reason: ClosingReason
  comment: string | null
  closed_by: string | null
}

function toItem(row: ClosedRow): ClosedListItem {
  return {
    id: row.id,
    candidateId: row.candidate_id,
    name: row.name,
    headline: row.headline,
    source: row.source,
    stageId: row.stage_id,
    stageName: row.stage_name,
    reason: row.reason,
    comment: row.comment,
    closedAt: row.closed_at.toISOString(),
    closedBy: row.closed_by,
  }
}

/** For a statement over `application a`: all its closings as JSON, the oldest first. */
export const closingsColumn = sql`
  (select json_agg(json_build_object('id', k.id, 'as', k.closed_as, 'reason', k.reason, 'comment', k.comment, 'at', k.at,
      'by', ${nameOfActor('k.actor')}, 'reopenedAt', k.reopened_at, 'reopenedBy', ${nameOfActor('k.reopened_by', 'r')})
      order by k.at, k.id)
    from application_closing k
    left join app_user u on u.tenant_id = k.tenant_id and u.id = k.actor ->> 'userId'
    left join app_user r on r.tenant_id = k.tenant_id and r.id = k.reopened_by ->> 'userId'
    where k.tenant_id = a.tenant_id and k.application_id = a.id) as closings`

/** Times inside JSON come in the spelling of the database session. */
export function toClosing(row: Closing): Closing {
  const { at, reopenedAt } = row
  return {
    ...row,
    at: new Date(at).toISOString(),
    reopenedAt: reopenedAt === null ? null : new Date(reopenedAt).toISOString(),
  }
}
