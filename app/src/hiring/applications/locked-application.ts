import { sql } from 'kysely'
import { executeKept } from '../../platform/db/db.ts'
import { conflict, notAllowed, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { actorForHistory } from '../../platform/work.ts'
import type { Standing } from '../jobs/job.policy.ts'
import { mayHandleApplicants, mayHandleProspects, maySeeJob, maySeeProspects } from '../jobs/job.policy.ts'
import type { Stage } from '../jobs/jobs.shapes.ts'
import type { StandingRow } from '../jobs/standing.queries.ts'
import { standingColumns, standingJoins, standingOfActor, userIdOf } from '../jobs/standing.queries.ts'
import { prospectsNotForHiringManagers } from './applications.ts'

/** So long whoever did something undoes it, as if it had never been. */
export const UNDO_SECONDS = 60

export interface LockedApplication {
  id: string
  jobId: string
  jobReference: string
  jobTitle: string
  candidateId: string
  stageId: string
  state: 'active' | 'closed'
  version: number
  passedProspectAt: Date | null
  stages: Stage[]
  standing: Standing
}

interface LockedRow extends StandingRow {
  job_id: string
  reference: string
  title: string
  candidate_id: string
  stage_id: string
  state: 'active' | 'closed'
  version: number
  passed_prospect_at: Date | null
  stages: Stage[]
}

/** The job first, then the application: the same order as closing a job, so that the two cannot wait for each other. */
export async function lockApplication(work: Work, id: string): Promise<LockedApplication> {
  const [row] = await executeKept(
    work.tx,
    sql<LockedRow>`
    select a.job_id, j.reference, j.title, a.candidate_id, a.stage_id, a.state, a.version, a.passed_prospect_at, ${standingColumns},
      (select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'enabled', s.enabled,
          'openToHiringManagers', s.open_to_hiring_managers) order by s.position)
        from stage s where s.tenant_id = a.tenant_id and s.job_id = a.job_id) as stages
    from application a
    join job j on j.tenant_id = a.tenant_id and j.id = a.job_id ${standingJoins(userIdOf(work.actor))}
    where a.tenant_id = ${work.tenantId} and a.id = ${id}
    for share of j for update of a`,
  )
  if (!row) throw notFound('application')
  const application = toLocked(id, row, standingOfActor(row, work.actor))
  const isProspect = stageOf(application, row.stage_id).kind === 'prospect'
  const maySee = isProspect ? maySeeProspects(application.standing) : maySeeJob(application.standing)
  if (!maySee) throw notFound('application')
  return application
}

function toLocked(id: string, row: LockedRow, standing: Standing): LockedApplication {
  return {
    id,
    jobId: row.job_id,
    jobReference: row.reference,
    jobTitle: row.title,
    candidateId: row.candidate_id,
    stageId: row.stage_id,
    state: row.state,
    version: row.version,
    passedProspectAt: row.passed_prospect_at,
    stages: row.stages,
    standing,
  }
}

export function stageOf(application: LockedApplication, stageId: string): Stage {
  const stage = application.stages.find(one => one.id === stageId)
  if (!stage) throw notFound('stage')
  return stage
}

export function refuseUnlessMayMove(standing: Standing, stage: Stage): void {
  refuseUnlessMayHandle(standing, stage, 'application.mayNotMove', 'move people to another stage')
}

export function refuseUnlessMayClose(standing: Standing, stage: Stage): void {
  refuseUnlessMayHandle(standing, stage, 'application.mayNotClose', 'close applications and re-open them')
}

function refuseUnlessMayHandle(standing: Standing, stage: Stage, code: string, what: string): void {
  if (!mayHandleApplicants(standing)) {
    throw notAllowed(code, `Only recruiters and hiring managers of this job, and administrators, ${what}.`)
  }
  if (stage.kind === 'prospect' && !mayHandleProspects(standing)) throw prospectsNotForHiringManagers()
}

export function refuseUnlessOpen(application: LockedApplication): void {
  refuseWhenJobIsClosed(application)
  if (application.state === 'closed') {
    throw conflict({
      code: 'application.closed',
      message: 'This application is closed. Re-open it first.',
    })
  }
}

export function refuseWhenJobIsClosed(application: LockedApplication): void {
  if (application.standing.jobState !== 'closed') return
  throw conflict({ code: 'job.closed', message: 'This job is closed. Its people stay where they were.' })
}

export function named(stage: Stage): Pick<Stage, 'id' | 'kind' | 'name'> {
  return { id: stage.id, kind: stage.kind, name: stage.name }
}

export function subjectOf(application: LockedApplication) {
  const { candidateId, jobReference, jobTitle } = application
  return { candidateId, jobReference, jobTitle }
}

interface Writing {
  toStageId: string
  stageSince: Date
  passedProspectAt: Date | null
  undoes: string | null
}

export function writeMove(work: Work, application: LockedApplication, writing: Writing): string {
  const id = newId('stageMove')
  work.later(sql`
    with moved as (
      update application set stage_id = ${writing.toStageId}, stage_since = ${writing.stageSince},
        passed_prospect_at = ${writing.passedProspectAt}, updated_at = ${work.now}, version = version + 1
      where tenant_id = ${work.tenantId} and id = ${application.id}
      returning tenant_id, id, version)
    insert into stage_move (tenant_id, id, application_id, from_stage_id, to_stage_id, at, actor, undoes, application_version)
    select tenant_id, ${id}::text, id, ${application.stageId}::text, ${writing.toStageId}::text, ${work.now}::timestamptz,
      ${JSON.stringify(actorForHistory(work.actor))}::jsonb, ${writing.undoes}::text, version
    from moved`)
  return id
}

export function movedMeanwhile(now: Stage) {
  return conflict({
    code: 'application.movedMeanwhile',
    message: `Somebody else has moved this person meanwhile: the card is in ${now.name} now. Look again before you move it.`,
    params: { stageId: now.id, stageName: now.name },
  })
}
