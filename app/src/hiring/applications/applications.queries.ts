import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Source } from '../candidates/candidates.shapes.ts'
import { mayHandleProspects, permissionsOn } from '../jobs/job.policy.ts'
import type { Stage } from '../jobs/jobs.shapes.ts'
import type { StandingRow } from '../jobs/standing.queries.ts'
import { standingColumns, standingJoins, standingOfActor, userIdOf } from '../jobs/standing.queries.ts'
import type { Application } from './applications.shapes.ts'
import { closingsColumn, toClosing } from './closings.queries.ts'
import type { Closing } from './closings.shapes.ts'
import { moverName, standingMoves } from './move-history.ts'
import { isOpenFor } from './visible-applications.ts'

/** With its history and its neighbours in the same stage, in one statement. */
export async function getApplication(tx: Tx, actor: Actor, applicationId: string): Promise<Application> {
  const answer = await sql<ApplicationRow & StandingRow>`
    select a.id, a.job_id, j.reference, j.title, a.candidate_id, a.stage_id, a.stage_since, a.state, a.source,
      a.passed_prospect_at, by.id as source_user_id, by.first_name || ' ' || by.last_name as source_user_name, s.kind,
      ${standingColumns}, position.*,
      (select json_agg(json_build_object('id', t.id, 'kind', t.kind, 'name', t.name, 'enabled', t.enabled,
          'openToHiringManagers', t.open_to_hiring_managers) order by t.position)
        from stage t where t.tenant_id = a.tenant_id and t.job_id = a.job_id) as stages,
      (select json_agg(json_build_object('id', m.id, 'undoes', m.undoes, 'stageId', t.id, 'stageName', t.name,
          'kind', t.kind, 'at', m.at, 'by', ${moverName}) order by m.application_version)
        from stage_move m
        join stage t on t.tenant_id = m.tenant_id and t.id = m.to_stage_id
        left join app_user u on u.tenant_id = m.tenant_id and u.id = m.actor ->> 'userId'
        where m.tenant_id = a.tenant_id and m.application_id = a.id) as moves,
      ${closingsColumn}
    from application a
    join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
    join job j on j.tenant_id = a.tenant_id and j.id = a.job_id ${standingJoins(userIdOf(actor))}
    left join app_user by on by.tenant_id = a.tenant_id and by.id = a.source_user_id
    ${neighbours}
    where a.tenant_id = ${actor.tenantId} and a.id = ${applicationId} and ${isOpenFor(actor)}`.execute(tx)
  const row = answer.rows[0]
  if (!row) throw notFound('application')
  return toApplication(row, actor)
}

// Board order: the newest in its stage first, and nobody who is out of the running. Whoever is out himself still has his neighbours.
const neighbours = sql`
  cross join lateral (
    select
      (select count(*) from application n where n.tenant_id = a.tenant_id and n.job_id = a.job_id and n.in_running is not null
        and n.stage_id = a.stage_id) as total,
      (select count(*) from application n where n.tenant_id = a.tenant_id and n.job_id = a.job_id and n.in_running is not null
        and n.stage_id = a.stage_id and (n.stage_since, n.id) > (a.stage_since, a.id)) as index,
      (select n.id from application n where n.tenant_id = a.tenant_id and n.job_id = a.job_id and n.in_running is not null
        and n.stage_id = a.stage_id and (n.stage_since, n.id) > (a.stage_since, a.id)
        order by n.stage_since, n.id limit 1) as previous_id,
      (select n.id from application n where n.tenant_id = a.tenant_id and n.job_id = a.job_id and n.in_running is not null
        and n.stage_id = a.stage_id and (n.stage_since, n.id) < (a.stage_since, a.id)
        order by n.stage_since desc, n.id desc limit 1) as next_id
  ) position`

interface MoveRow {
  id: string
  undoes: string | null
  stageId: string
  stageName: string
  kind: Stage['kind']
  at: string
  by: string | null
}

interface ApplicationRow {
  id: string
  job_id: string
  reference: string
  title: string
  candidate_id: string
  stage_id: string
  stage_since: Date
  state: 'active' | 'closed'
  source: Source
  passed_prospect_at: Date | null
  source_user_id: string | null
  source_user_name: string | null
  kind: Stage['kind']
  total: number
  index: number
  previous_id: string | null
  next_id: string | null
  stages: Stage[]
  moves: MoveRow[] | null
  closings: Closing[] | null
}

function toApplication(row: ApplicationRow & StandingRow, actor: Actor): Application {
  const standing = standingOfActor(row, actor)
  const mayHandle = (row.kind !== 'prospect' || mayHandleProspects(standing)) && permissionsOn(standing).moveApplicants
  const isInRunning = row.state === 'active'
  return {
    id: row.id,
    jobId: row.job_id,
    jobReference: row.reference,
    jobTitle: row.title,
    candidateId: row.candidate_id,
    stageId: row.stage_id,
    stageSince: row.stage_since.toISOString(),
    state: row.state,
    source: row.source,
    sourceUser: row.source_user_id === null ? null : { id: row.source_user_id, name: row.source_user_name ?? '' },
    passedProspectAt: row.passed_prospect_at?.toISOString() ?? null,
    stages: row.stages.filter(stage => stage.enabled),
    history: standingMoves(row.moves ?? []).map(({ id, undoes: _undoes, at, ...step }) => ({
      moveId: id,
      ...step,
      at: new Date(at).toISOString(),
    })),
    closings: (row.closings ?? []).map(toClosing),
    position: { index: row.index, total: row.total, previousId: row.previous_id, nextId: row.next_id },
    permissions: {
      move: isInRunning && mayHandle,
      close: isInRunning && mayHandle,
      reopen: !isInRunning && mayHandle,
    },
  }
}
