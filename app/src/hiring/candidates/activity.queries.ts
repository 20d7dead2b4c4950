import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Page } from '../../platform/http/paging.ts'
import { decodeCursor, toPage } from '../../platform/http/paging.ts'
import { isVisible } from '../applications/visible-applications.ts'
import { isVisiblePool } from '../talent-pools/talent-pool.policy.ts'
import { isToldOf, maySeeAllCandidates } from './candidate.policy.ts'
import type { CandidateActivity } from './candidates.shapes.ts'
import { absorbedBy } from './who-absorbed.queries.ts'

interface Request {
  candidateId: string
  limit: number
  next?: string | undefined
}

interface EventRow {
  id: string
  at: Date
  kind: string
  actor_kind: string
  actor_name: string | null
  pool_name: string | null
  change: Record<string, unknown>
}

/** What happened to this person and to his applications that the actor may know of, newest first. */
export async function listActivity(tx: Tx, actor: Actor, request: Request): Promise<Page<CandidateActivity>> {
  const applicationIds = await visibleApplications(tx, actor, request.candidateId)
  const before = request.next === undefined ? sql`` : sql`and e.id < ${decodeCursor(request.next, z.string())}`
  const newest = sql`${before} order by e.id desc limit ${request.limit + 1}`
  const answer = await sql<EventRow>`
    select e.id, e.at, e.kind, e.actor ->> 'kind' as actor_kind, e.change, p.name as pool_name, coalesce(
      case when e.actor ? 'tokenId' then api_token_name(e.tenant_id, e.actor ->> 'tokenId') end,
      u.first_name || ' ' || u.last_name) as actor_name
    from (
      (select * from event e where e.tenant_id = ${actor.tenantId} and e.subject_kind = 'candidate'
        and e.subject_id in ${absorbedBy(actor.tenantId, request.candidateId)} and ${isToldOf(actor)} ${newest})
      union all
      (select * from event e where e.tenant_id = ${actor.tenantId} and e.subject_kind = 'application'
        and e.subject_id = any(${applicationIds}::text[]) ${newest})
    ) e
    left join app_user u on u.tenant_id = e.tenant_id and u.id = e.actor ->> 'userId'
    left join talent_pool p on p.tenant_id = e.tenant_id and p.id = e.change ->> 'poolId' and ${isVisiblePool(actor)}
    order by e.id desc limit ${request.limit + 1}`.execute(tx)
  return toPage(answer.rows, request.limit, {
    cursor: row => row.id,
    item: row => ({
      id: row.id,
      at: row.at.toISOString(),
      kind: row.kind,
      actor: { kind: row.actor_kind, name: row.actor_name },
      change: row.pool_name === null ? row.change : { ...row.change, poolName: row.pool_name },
    }),
  })
}

async function visibleApplications(tx: Tx, actor: Actor, candidateId: string): Promise<string[]> {
  const answer = await sql<{ ids: string[] }>`
    select array(
      select a.id::text from application a join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
      where a.tenant_id = c.tenant_id and a.candidate_id = c.id and ${isVisible(actor)}) as ids
    from candidate c where c.tenant_id = ${actor.tenantId} and c.id = ${candidateId}`.execute(tx)
  const ids = answer.rows[0]?.ids
  if (!ids || (ids.length === 0 && !maySeeAllCandidates(actor))) throw notFound('candidate')
  return ids
}
