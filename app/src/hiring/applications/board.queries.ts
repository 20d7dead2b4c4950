import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { executeKept } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import { maySeeJob, permissionsOn } from '../jobs/job.policy.ts'
import type { Stage } from '../jobs/jobs.shapes.ts'
import type { StandingRow } from '../jobs/standing.queries.ts'
import { standingColumns, standingJoins, standingOfActor, userIdOf } from '../jobs/standing.queries.ts'
import type { Board, Card } from './applications.shapes.ts'
import { type ClosedAs, closedAs } from './closings.shapes.ts'

interface CardRow extends Omit<Card, 'stageSince'> {
  stageId: string
  since: string
}

interface ClosedRow {
  as: ClosedAs
  stageId: string
  count: number
}

interface BoardRow extends StandingRow {
  stages: Stage[]
  cards: CardRow[] | null
  closed: ClosedRow[] | null
}

/** All cards of a job in the running, in each stage the newest first. One statement: this is the page people look at all day. */
export async function getBoard(tx: Tx, actor: Actor, jobId: string): Promise<Board> {
  const userId = userIdOf(actor)
  const [row] = await executeKept(
    tx,
    sql<BoardRow>`
    select ${standingColumns},
      (select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'enabled', s.enabled,
          'openToHiringManagers', s.open_to_hiring_managers) order by s.position)
        from stage s where s.tenant_id = j.tenant_id and s.job_id = j.id and s.enabled) as stages,
      (select json_agg(card) from (
          select a.id, a.candidate_id as "candidateId", c.first_name || ' ' || c.last_name as name, c.headline, a.source,
            a.stage_id as "stageId", a.stage_since as since, o.application_id is not null as opened
          from application a
          join candidate c on c.tenant_id = a.tenant_id and c.id = a.candidate_id
          left join application_opened o on o.tenant_id = a.tenant_id and o.application_id = a.id and o.user_id = ${userId}
          where a.tenant_id = j.tenant_id and a.job_id = j.id and a.in_running is not null
          order by a.stage_id, a.stage_since desc, a.id desc) card) as cards,
      (select json_agg(json_build_object('as', k.closed_as, 'stageId', k.stage_id, 'count', k.count)) from (
          select a.closed_as, a.stage_id, count(*) from application a
          where a.tenant_id = j.tenant_id and a.job_id = j.id and a.in_running is null
          group by a.closed_as, a.stage_id) k) as closed
    from job j ${standingJoins(userId)}
    where j.tenant_id = ${actor.tenantId} and j.id = ${jobId}`,
  )
  const standing = row && standingOfActor(row, actor)
  if (!standing || !maySeeJob(standing)) throw notFound('job')
  const { seeProspects } = permissionsOn(standing)
  const stages = row.stages.filter(stage => stage.kind !== 'prospect' || seeProspects)
  return toBoard(stages, row)
}

function toBoard(stages: Stage[], { cards, closed }: BoardRow): Board {
  const columns = new Map(stages.map(stage => [stage.id, { ...stage, cards: [] as Card[] }]))
  let notOpenedCount = 0
  for (const { stageId, since, ...card } of cards ?? []) {
    const column = columns.get(stageId)
    if (!column) continue
    column.cards.push({ ...card, stageSince: new Date(since).toISOString() })
    if (!card.opened) notOpenedCount++
  }
  const countOf = (as: ClosedAs) =>
    (closed ?? []).reduce((sum, one) => (one.as === as && columns.has(one.stageId) ? sum + one.count : sum), 0)
  const closedCounts = Object.fromEntries(closedAs.map(as => [as, countOf(as)])) as Board['closedCounts'] // one of each
  return { stages: [...columns.values()], notOpenedCount, closedCounts }
}
