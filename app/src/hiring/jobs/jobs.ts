import { sql } from 'kysely'
import type { FieldError } from '../../platform/errors.ts'
import { conflict, invalid, notAllowed } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { closeApplications, lockHired } from '../applications/close-applications.ts'
import { takeJobNumber } from '../instances/job-numbers.ts'
import { addDefaultProcess } from '../processes/processes.ts'
import { mayActivateJob, mayCloseJob, mayCreateJobAs, mayEditJob } from './job.policy.ts'
import type { JobChange, JobClosure, NewJob } from './jobs.shapes.ts'
import type { LockedJob } from './standing.queries.ts'
import { lockJob } from './standing.queries.ts'

/** A draft with its number, its process and its first person on the hiring team. */
export async function newJob(work: Work, input: NewJob): Promise<{ id: string; reference: string }> {
  const { actor } = work
  if (actor.kind !== 'user' || !mayCreateJobAs(actor, input.ownRole)) {
    throw notAllowed(
      input.ownRole === 'recruiter' ? 'job.needsRecruiter' : 'job.needsHiringManager',
      'To create a job you hold the app role that you want to have on it, as an administrator too. ' +
        'An administrator gives app roles.',
    )
  }
  const { number, reference } = await takeJobNumber(work)
  const id = newId('job')
  await work.tx
    .insertInto('job')
    .values({
      tenant_id: work.tenantId,
      id,
      number,
      reference,
      title: input.title,
      created_by: actor.userId,
      created_at: work.now,
      updated_at: work.now,
    })
    .execute()
  await work.tx
    .insertInto('hiring_team_member')
    .values({
      tenant_id: work.tenantId,
      job_id: id,
      user_id: actor.userId,
      role: input.ownRole,
      delegate_of: null,
      added_at: work.now,
    })
    .execute()
  await addDefaultProcess(work, id)
  await work.record({
    kind: 'job.created',
    subject: { kind: 'job', id },
    jobId: id,
    change: { reference, title: input.title, ownRole: input.ownRole },
  })
  return { id, reference }
}

export async function changeJob(work: Work, jobId: string, input: JobChange): Promise<void> {
  const job = await lockJob(work, jobId)
  if (!mayEditJob(job.standing)) {
    throw notAllowed(
      'job.mayNotEdit',
      'Only recruiters and hiring managers of this job, and administrators, change it.',
    )
  }
  refuseIfClosed(job)
  const changes = Object.entries(input).filter(
    ([field, value]) => value !== undefined && value !== job.details[field as keyof JobChange],
  )
  if (changes.length === 0) return
  if (job.standing.jobState === 'active') refuseIncomplete({ ...job.details, ...input }, 'cannot be emptied')
  await work.tx
    .updateTable('job')
    .set({
      title: input.title,
      description: input.description,
      location: input.location,
      openings: input.openings,
      employment_type: input.employmentType,
      seniority: input.seniority,
      workplace: input.workplace,
      updated_at: work.now,
      version: sql`version + 1`,
    })
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', jobId)
    .execute()
  await work.record({
    kind: 'job.changed',
    subject: { kind: 'job', id: jobId },
    jobId,
    change: { fields: changes.map(([field]) => field), ...oldAndNewTitle(job, input) },
  })
}

/** From now on people can be added, LinkedIn may know the job, and the process is frozen. */
export async function activateJob(work: Work, jobId: string): Promise<void> {
  const job = await lockJob(work, jobId)
  if (!mayActivateJob(job.standing)) {
    throw notAllowed(
      'job.mayNotActivate',
      'Only recruiters and hiring managers of this job, and administrators, activate it.',
    )
  }
  refuseIfClosed(job)
  if (job.standing.jobState === 'active') {
    throw conflict({ code: 'job.alreadyActive', message: 'This job is active already. Load the page again to see it.' })
  }
  refuseIncomplete(job.details, 'is needed before activation')
  await work.tx
    .updateTable('job')
    .set({ state: 'active', activated_at: work.now, updated_at: work.now, version: sql`version + 1` })
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', jobId)
    .execute()
  await work.record({
    kind: 'job.activated',
    subject: { kind: 'job', id: jobId },
    jobId,
    change: { reference: job.reference, title: job.details.title },
  })
}

/** Cancelled at any time; filled by somebody in Offer. Everybody else's application closes with the job. */
export async function closeJob(work: Work, jobId: string, closure: JobClosure): Promise<void> {
  const job = await lockJob(work, jobId)
  if (!mayCloseJob(job.standing)) {
    throw notAllowed('job.mayNotClose', 'Only recruiters of this job and administrators close it.')
  }
  refuseIfClosed(job)
  const hiredId = closure.reason === 'filled' ? (closure.hiredApplicationId ?? null) : null
  if (closure.reason === 'filled' && !(hiredId && (await lockHired(work, jobId, hiredId)))) throw nobodyHired()
  await work.tx
    .updateTable('job')
    .set({
      state: 'closed',
      closed_reason: closure.reason,
      closed_comment: closure.comment || null,
      closed_at: work.now,
      updated_at: work.now,
      version: sql`version + 1`,
    })
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', jobId)
    .execute()
  const closedCount = await closeApplications(work, {
    jobId,
    exceptId: hiredId,
    reason: closure.reason === 'filled' ? 'position_filled' : 'position_cancelled',
  })
  await work.record({
    kind: 'job.closed',
    subject: { kind: 'job', id: jobId },
    jobId,
    change: { reason: closure.reason, hiredApplicationId: hiredId, applicationsClosed: closedCount },
  })
}

function refuseIfClosed(job: LockedJob): void {
  if (job.standing.jobState !== 'closed') return
  throw conflict({ code: 'job.closed', message: 'This job is closed and stays as it was. Make a new job instead.' })
}

const mandatory = [
  { field: 'title', name: 'The title', code: 'job.missingTitle' },
  { field: 'description', name: 'The description', code: 'job.missingDescription' },
  { field: 'location', name: 'The location', code: 'job.missingLocation' },
] as const

function refuseIncomplete(details: JobChange, why: string): void {
  const errors: FieldError[] = mandatory
    .filter(({ field }) => !details[field]?.trim())
    .map(({ field, name, code }) => ({ field, message: `${name} ${why}.`, code }))
  if (errors.length === 0) return
  throw invalid({
    code: 'job.incomplete',
    message: `An active job has a title, a description and a location. ${errors.map(error => error.message).join(' ')}`,
    errors,
  })
}

function oldAndNewTitle(job: LockedJob, input: JobChange) {
  if (input.title === undefined || input.title === job.details.title) return {}
  return { old: { title: job.details.title }, new: { title: input.title } }
}

function nobodyHired() {
  const message = 'Choose somebody of this job who is in the Offer stage and still in the running.'
  return invalid({
    code: 'job.hiredNotInOffer',
    message: `A job is filled by a person in the Offer stage. ${message}`,
    errors: [{ field: 'hiredApplicationId', message, code: 'job.hiredNotInOffer' }],
  })
}
