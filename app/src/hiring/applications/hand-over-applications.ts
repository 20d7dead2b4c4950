import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import type { TakenRow } from '../candidates/set-candidate-aside.ts'
import { bringBack } from '../candidates/set-candidate-aside.ts'
import { type JobClosingReason, writeJobClosings } from './close-applications.ts'

/** Both are on one job: one application goes on, the other waits under the merge. */
export interface SameJob {
  jobId: string
  staysId: string
  waitsId: string
}

interface Pair {
  keptId: string
  absorbedId: string
}

/** Locks the applications of both. Whichever has come further goes on; where both stand alike, the one of who is kept. */
export async function findSameJobs(work: Work, { keptId, absorbedId }: Pair): Promise<SameJob[]> {
  await sql`select from application where tenant_id = ${work.tenantId} and candidate_id in (${keptId}, ${absorbedId})
    order by id for update`.execute(work.tx)
  const answer = await sql<SameJob>`
    select k.job_id as "jobId", case when further then a.id else k.id end as "staysId",
      case when further then k.id else a.id end as "waitsId"
    from application k
    join stage ks on ks.tenant_id = k.tenant_id and ks.job_id = k.job_id and ks.id = k.stage_id
    join application a on a.tenant_id = k.tenant_id and a.job_id = k.job_id and a.candidate_id = ${absorbedId}
    join stage s on s.tenant_id = a.tenant_id and s.job_id = a.job_id and s.id = a.stage_id,
    lateral (select (a.state = 'active', a.passed_prospect_at is not null, s.position)
      > (k.state = 'active', k.passed_prospect_at is not null, ks.position) as further) compared
    where k.tenant_id = ${work.tenantId} and k.candidate_id = ${keptId} order by k.job_id`.execute(work.tx)
  return answer.rows
}

export interface ApplicationTaken {
  application: TakenRow
  jobWasClosed: boolean
  moves: TakenRow[]
  closings: TakenRow[]
  opened: TakenRow[]
}

interface Moved {
  id: string
  jobId: string
}

export interface HandedApplications {
  moved: Moved[]
  waiting: ApplicationTaken[]
}

/** Everything that the absorbed one has goes on as the other's. */
export async function handOverApplications(
  work: Work,
  { keptId, absorbedId }: Pair,
  sameJobs: readonly SameJob[],
): Promise<HandedApplications> {
  const waiting: ApplicationTaken[] = []
  for (const { waitsId, jobId } of sameJobs) {
    waiting.push(await takeOut(work, waitsId))
    await work.record(about('application.setAside', { id: waitsId, jobId, candidateId: keptId }))
  }
  const moved = await changeOwner(work, { fromId: absorbedId, toId: keptId, which: sql`true` })
  await work.record(...moved.map(row => about('application.handedOver', { ...row, candidateId: keptId })))
  return { moved, waiting }
}

/** Taken before anything else: whoever closes a job holds it first, too. */
export async function lockJobsOf(work: Work, { moved, waiting }: HandedApplications): Promise<void> {
  const jobIds = [...moved.map(one => one.jobId), ...waiting.map(({ application }) => String(application.job_id))]
  await sql`
    select from job j where j.tenant_id = ${work.tenantId} and j.id = any(${jobIds}::text[]) order by j.id for share`.execute(
    work.tx,
  )
}

/** Wherever they stand by now. What was added since stays where it is. */
export async function handBackApplications(
  work: Work,
  { keptId, absorbedId }: Pair,
  handed: HandedApplications,
): Promise<void> {
  const which = sql`id = any(${handed.moved.map(one => one.id)}::text[])`
  const moved = await changeOwner(work, { fromId: keptId, toId: absorbedId, which })
  await work.record(...moved.map(row => about('application.handedBack', { ...row, candidateId: absorbedId })))
  for (const taken of handed.waiting) await bringApplicationBack(work, taken)
}

async function changeOwner(
  work: Work,
  { fromId, toId, which }: { fromId: string; toId: string; which: ReturnType<typeof sql> },
): Promise<Moved[]> {
  const answer = await sql<Moved>`
    update application set candidate_id = ${toId}, updated_at = ${work.now}, version = version + 1
    where tenant_id = ${work.tenantId} and candidate_id = ${fromId} and ${which}
    returning id, job_id as "jobId"`.execute(work.tx)
  return answer.rows
}

async function takeOut(work: Work, id: string): Promise<ApplicationTaken> {
  const answer = await sql<ApplicationTaken>`
    with opened as (
      delete from application_opened o where o.tenant_id = ${work.tenantId} and o.application_id = ${id} returning to_jsonb(o) as row),
    moves as (
      delete from stage_move m where m.tenant_id = ${work.tenantId} and m.application_id = ${id} returning to_jsonb(m) as row),
    closings as (
      delete from application_closing k where k.tenant_id = ${work.tenantId} and k.application_id = ${id} returning to_jsonb(k) as row),
    taken as (
      delete from application a where a.tenant_id = ${work.tenantId} and a.id = ${id} returning to_jsonb(a) as row)
    select row as application, (select j.state = 'closed' from job j
        where j.tenant_id = ${work.tenantId} and j.id = taken.row ->> 'job_id') as "jobWasClosed",
      (select coalesce(jsonb_agg(row), '[]') from moves) as moves,
      (select coalesce(jsonb_agg(row), '[]') from closings) as closings,
      (select coalesce(jsonb_agg(row), '[]') from opened) as opened from taken`.execute(work.tx)
  const [taken] = answer.rows
  if (!taken) throw new Error('An application that was locked is not there.')
  return taken
}

async function bringApplicationBack(
  work: Work,
  { application, jobWasClosed, moves, closings, opened }: ApplicationTaken,
): Promise<void> {
  const changed = { updated_at: work.now.toISOString(), version: Number(application.version) + 1 }
  await bringBack(work, 'application', [{ ...application, ...changed }])
  await bringBack(work, 'stage_move', moves)
  await bringBack(work, 'application_closing', closings)
  await bringBack(work, 'application_opened', opened)
  const subject = {
    id: String(application.id),
    jobId: String(application.job_id),
    candidateId: String(application.candidate_id),
  }
  await work.record(about('application.broughtBack', subject))
  if (!jobWasClosed) await closeWithJob(work, subject)
}

interface Subject {
  id: string
  jobId: string
  candidateId: string
}

/** The job was closed while it waited: so is what would have been closed with it. */
async function closeWithJob(work: Work, { id, jobId, candidateId }: Subject): Promise<void> {
  const answer = await sql<{ reason: JobClosingReason }>`
    update application a set state = 'closed', closed_as = 'job_closed', closed_at = ${work.now}, closed_reason =
      case j.closed_reason when 'filled' then 'position_filled' else 'position_cancelled' end
    from job j where j.tenant_id = a.tenant_id and j.id = a.job_id and j.state = 'closed'
      and a.tenant_id = ${work.tenantId} and a.id = ${id} and a.state = 'active'
    returning a.closed_reason as reason`.execute(work.tx)
  const reason = answer.rows[0]?.reason
  if (reason === undefined) return
  const [closing] = writeJobClosings(work, [id], reason)
  await work.record({
    kind: 'application.closed',
    subject: { kind: 'application', id },
    jobId,
    change: { candidateId, closingId: closing?.id, as: 'job_closed', reason },
  })
}

function about(kind: `application.${string}`, { id, jobId, candidateId }: Subject) {
  return { kind, subject: { kind: 'application', id }, jobId, change: { candidateId } }
}
