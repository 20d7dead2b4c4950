import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound } from '../../platform/errors.ts'
import { isOpenFor } from '../applications/visible-applications.ts'
import { maySeeAllCandidates, worksWithAllCandidates } from '../candidates/candidate.policy.ts'
import { mayHandleApplicants } from '../jobs/job.policy.ts'
import type { StandingRow } from '../jobs/standing.queries.ts'
import { standingColumns, standingJoins, standingOfActor, userIdOf } from '../jobs/standing.queries.ts'

/** What a note is about: a person whatever the job, or a person on one job. */
export type NotePlace = { candidateId: string } | { applicationId: string }

/** A place that the actor may see, with what can be read there. */
export interface OpenPlace {
  place: NotePlace
  personName: string
  /** Undefined: notes about the person himself are not for this actor. */
  candidateId: string | undefined
  /** Those among them that he may open. */
  applicationIds: readonly string[]
  mayWrite: boolean
  /** What history says of the job. */
  job: { candidateId: string; jobReference: string; jobTitle: string } | undefined
}

/** A place that the actor may not see does not exist for him. */
export function openPlace(tx: Tx, actor: Actor, place: NotePlace): Promise<OpenPlace> {
  return 'candidateId' in place
    ? openCandidate(tx, actor, place.candidateId)
    : openApplication(tx, actor, place.applicationId)
}

/** Until the end of this transaction nobody is merged away from under what is being written about him. */
export async function holdPlace(tx: Tx, tenantId: string, place: NotePlace): Promise<void> {
  const held =
    'candidateId' in place
      ? sql`select from candidate where tenant_id = ${tenantId} and id = ${place.candidateId} for key share`
      : sql`select from application where tenant_id = ${tenantId} and id = ${place.applicationId} for key share`
  await held.execute(tx)
}

/** With the notes on all applications that the actor may open. Without sight of all candidates, one of those is needed. */
async function openCandidate(tx: Tx, actor: Actor, candidateId: string): Promise<OpenPlace> {
  const answer = await sql<{ name: string; ids: string[] }>`
    select c.first_name || ' ' || c.last_name as name, array(
      select a.id::text from application a join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
      where a.tenant_id = c.tenant_id and a.candidate_id = c.id and ${isOpenFor(actor)}) as ids
    from candidate c where c.tenant_id = ${actor.tenantId} and c.id = ${candidateId}`.execute(tx)
  const row = answer.rows[0]
  const seesPerson = maySeeAllCandidates(actor)
  if (!row || (row.ids.length === 0 && !seesPerson)) throw notFound('candidate')
  return {
    place: { candidateId },
    personName: row.name,
    candidateId: seesPerson ? candidateId : undefined,
    applicationIds: row.ids,
    mayWrite: worksWithAllCandidates(actor),
    job: undefined,
  }
}

interface ApplicationRow extends StandingRow {
  candidate_id: string
  name: string
  reference: string
  title: string
}

async function openApplication(tx: Tx, actor: Actor, applicationId: string): Promise<OpenPlace> {
  const answer = await sql<ApplicationRow>`
    select a.candidate_id, c.first_name || ' ' || c.last_name as name, j.reference, j.title, ${standingColumns}
    from application a
    join candidate c on c.tenant_id = a.tenant_id and c.id = a.candidate_id
    join stage s on s.tenant_id = a.tenant_id and s.id = a.stage_id
    join job j on j.tenant_id = a.tenant_id and j.id = a.job_id ${standingJoins(userIdOf(actor))}
    where a.tenant_id = ${actor.tenantId} and a.id = ${applicationId} and ${isOpenFor(actor)}`.execute(tx)
  const row = answer.rows[0]
  if (!row) throw notFound('application')
  return {
    place: { applicationId },
    personName: row.name,
    candidateId: maySeeAllCandidates(actor) ? row.candidate_id : undefined,
    applicationIds: [applicationId],
    mayWrite: mayHandleApplicants(standingOfActor(row, actor)),
    job: { candidateId: row.candidate_id, jobReference: row.reference, jobTitle: row.title },
  }
}
