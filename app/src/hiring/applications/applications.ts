import { sql } from 'kysely'
import { isSqlState } from '../../platform/db/sql-state.ts'
import { conflict, notAllowed, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { actorForHistory } from '../../platform/work.ts'
import { maySeeAllCandidates } from '../candidates/candidate.policy.ts'
import { getCandidate } from '../candidates/candidates.queries.ts'
import type { Source } from '../candidates/candidates.shapes.ts'
import { addCandidate } from '../candidates/candidates.ts'
import { mayHandleApplicants, mayHandleProspects } from '../jobs/job.policy.ts'
import type { Job, Stage } from '../jobs/jobs.shapes.ts'
import { lockJob, userIdOf } from '../jobs/standing.queries.ts'
import type { AddedApplication, NewApplication } from './applications.shapes.ts'
import { isOpenFor } from './visible-applications.ts'

/** By hand: somebody of this job's team brings in an existing candidate or a new one. */
export async function addByHand(work: Work, jobId: string, input: NewApplication): Promise<AddedApplication> {
  const { standing } = await lockJob(work, jobId, 'share')
  if (!mayHandleApplicants(standing)) {
    throw notAllowed(
      'application.mayNotAdd',
      'Only recruiters and hiring managers of this job, and administrators, add people.',
    )
  }
  if (input.as === 'prospect' && !mayHandleProspects(standing)) throw prospectsNotForHiringManagers()
  const candidateId = input.candidate
    ? (await addCandidate(work, input.candidate)).id
    : await knownCandidate(work, input.candidateId ?? '')
  return addApplication(work, {
    jobId,
    candidateId,
    as: input.as,
    source: input.source ?? 'recruiter',
    sourceUserId: userIdOf(work.actor),
  })
}

export interface NewOnJob {
  jobId: string
  candidateId: string
  as: 'prospect' | 'applicant'
  source: Source
  sourceUserId: string | null
}

/**
 * One person, one application per job: whoever is on the job already keeps his place, and that is the answer.
 * Asks for no permission: that is up to the verb that calls it.
 */
export async function addApplication(work: Work, input: NewOnJob): Promise<AddedApplication> {
  const entry = await lockEntry(work, input)
  const id = await insertApplication(work, input, entry)
  if (!id) return existing(work, input)
  await work.record({
    kind: 'application.created',
    subject: { kind: 'application', id },
    jobId: input.jobId,
    change: {
      candidateId: input.candidateId,
      jobReference: entry.reference,
      jobTitle: entry.title,
      stage: { id: entry.stage_id, kind: entry.kind, name: entry.name },
      source: input.source,
    },
  })
  const { jobId, candidateId } = input
  return { id, jobId, candidateId, stageId: entry.stage_id, alreadyThere: false, closedAs: null }
}

/** Takes the dot for not yet seen off the card, for this user alone. */
export async function markOpened(work: Work, applicationId: string): Promise<void> {
  const answer = await sql`
    with seen as (
      select a.tenant_id, a.id from application a join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
      where a.tenant_id = ${work.tenantId} and a.id = ${applicationId} and ${isOpenFor(work.actor)}),
    opened as (
      insert into application_opened (tenant_id, application_id, user_id, opened_at)
      select tenant_id, id, ${userIdOf(work.actor)}::text, ${work.now}::timestamptz from seen on conflict do nothing)
    select id from seen`.execute(work.tx)
  if (answer.rows.length === 0) throw notFound('application')
}

export function prospectsNotForHiringManagers() {
  return notAllowed(
    'application.prospectsNotForHiringManagers',
    'The Prospect stage of this job is not open to hiring managers. Ask a recruiter of the job.',
  )
}

async function knownCandidate(work: Work, candidateId: string): Promise<string> {
  if (!maySeeAllCandidates(work.actor)) await getCandidate(work.tx, work.actor, candidateId)
  return candidateId
}

interface Entry {
  state: Job['state']
  reference: string
  title: string
  stage_id: string
  kind: Stage['kind']
  name: string
  enabled: boolean
}

/** The stage in which a person enters the job. The lock keeps the job from closing meanwhile. */
async function lockEntry(work: Work, { jobId, as }: NewOnJob): Promise<Entry> {
  const answer = await sql<Entry>`
    select j.state, j.reference, j.title, s.id as stage_id, s.kind, s.name, s.enabled
    from job j join stage s on s.tenant_id = j.tenant_id and s.job_id = j.id
    where j.tenant_id = ${work.tenantId} and j.id = ${jobId} and s.kind = ${as === 'prospect' ? 'prospect' : 'application'}
    order by s.position limit 1 for share of j`.execute(work.tx)
  const entry = answer.rows[0]
  if (!entry) throw notFound('job')
  if (entry.state === 'closed') {
    throw conflict({ code: 'job.closed', message: 'This job is closed. Nobody can be added to it any more.' })
  }
  if (entry.state === 'draft') {
    throw conflict({ code: 'job.notActive', message: 'This job is still a draft. Activate it before you add people.' })
  }
  if (!entry.enabled) {
    throw conflict({
      code: 'job.prospectOff',
      message: 'This job was activated without the Prospect stage. Add the person as an applicant instead.',
    })
  }
  return entry
}

async function insertApplication(work: Work, input: NewOnJob, entry: Entry): Promise<string | undefined> {
  const added = work.tx
    .insertInto('application')
    .values({
      tenant_id: work.tenantId,
      id: newId('application'),
      job_id: input.jobId,
      candidate_id: input.candidateId,
      stage_id: entry.stage_id,
      source: input.source,
      source_user_id: input.sourceUserId,
      passed_prospect_at: input.as === 'prospect' ? null : work.now,
      stage_since: work.now,
      created_at: work.now,
      updated_at: work.now,
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'job_id', 'candidate_id']).doNothing())
    .returning(['tenant_id', 'id', 'stage_id', 'version'])
  try {
    const answer = await sql<{ id: string }>`
      with added as (${added}),
      first_move as (
        insert into stage_move (tenant_id, id, application_id, to_stage_id, at, actor, application_version)
        select tenant_id, ${newId('stageMove')}::text, id, stage_id, ${work.now}::timestamptz,
          ${JSON.stringify(actorForHistory(work.actor))}::jsonb, version
        from added)
      select id from added`.execute(work.tx)
    return answer.rows[0]?.id
  } catch (error) {
    if (isSqlState(error, '23503')) throw notFound('candidate')
    throw error
  }
}

async function existing(work: Work, { jobId, candidateId }: NewOnJob): Promise<AddedApplication> {
  const row = await work.tx
    .selectFrom('application')
    .select(['id', 'stage_id', 'closed_as'])
    .where('tenant_id', '=', work.tenantId)
    .where('job_id', '=', jobId)
    .where('candidate_id', '=', candidateId)
    .executeTakeFirstOrThrow()
  return { id: row.id, jobId, candidateId, stageId: row.stage_id, alreadyThere: true, closedAs: row.closed_as }
}
