import { randomUUID } from 'node:crypto'
import type { JobOperation, JobPosting, JobPostingTask, JobState } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { jobPostingIdOf } from '../store.ts'
import { findJobEvaluationFailure } from './job-evaluation.ts'

const FIRST_JOB_POSTING_NUMBER = 555_010
const TASK_LIFETIME_MS = 24 * 60 * 60 * 1000

/** A job as it came, after the wire has checked its form. */
interface SubmittedJob {
  readonly integrationContext: string
  readonly externalJobPostingId: string
  readonly jobPostingOperationType?: string | undefined
  readonly state?: JobState | undefined
}

interface Place {
  readonly clientId: string
  readonly integrationContext: string
  readonly externalJobPostingId: string
}

/** Accepts a job for evaluation. What becomes of it is read from its task. */
export function submitJob(
  sandbox: Sandbox,
  clientId: string,
  job: SubmittedJob,
  posting: Readonly<Record<string, unknown>>,
): JobPostingTask {
  const { integrationContext, externalJobPostingId } = job
  const place = { clientId, integrationContext, externalJobPostingId }
  const operation = chooseOperation(sandbox, place, job)
  const submittedAt = sandbox.clock.now()
  const task = sandbox.store.jobPostingTasks.put({
    taskUrn: `urn:li:simpleJobPostingTask:${randomUUID()}`,
    clientId,
    integrationContext,
    externalJobPostingId,
    operation,
    posting,
    status: 'IN_PROGRESS',
    submittedAt,
    dueAt: submittedAt + sandbox.options.jobTaskDelayMs,
    jobPosting: null,
    errorMessage: null,
  })
  scheduleTask(sandbox, task)
  return task
}

/** A task of this application that has not been forgotten yet. */
export function findTask(sandbox: Sandbox, clientId: string, taskUrn: string): JobPostingTask | undefined {
  const task = sandbox.store.jobPostingTasks.find(taskUrn)
  return task?.clientId === clientId && !isForgotten(sandbox, task) ? task : undefined
}

/** After a restart: tasks in progress go on, old ones are dropped. */
export function resumeJobTasks(sandbox: Sandbox): void {
  for (const task of sandbox.store.jobPostingTasks.list()) {
    if (task.status === 'IN_PROGRESS') scheduleTask(sandbox, task)
    else if (isForgotten(sandbox, task)) sandbox.store.jobPostingTasks.remove(task.taskUrn)
  }
}

/** The older schema has no operation type: an unknown id is a new job, CLOSED closes, everything else changes. */
function chooseOperation(sandbox: Sandbox, place: Place, job: SubmittedJob): JobOperation {
  const known = findJob(sandbox, place)
  const isKnown = known !== undefined || isBeingCreated(sandbox, place)
  const operation = readOperation(job.jobPostingOperationType) ?? deriveOperation(isKnown, job.state)
  if (operation === 'CLOSE' && (!isKnown || known?.state === 'CLOSED')) {
    throw new Refusal(409, 'already-closed', 'Cannot close job which is already closed or does not exist')
  }
  return operation
}

function readOperation(text: string | undefined): JobOperation | undefined {
  const operations: readonly JobOperation[] = ['CREATE', 'UPDATE', 'RENEW', 'CLOSE']
  return operations.find(operation => operation === text)
}

function deriveOperation(isKnown: boolean, state: JobState | undefined): JobOperation {
  if (!isKnown) return 'CREATE'
  return state === 'CLOSED' ? 'CLOSE' : 'UPDATE'
}

function isBeingCreated(sandbox: Sandbox, place: Place): boolean {
  const creating = sandbox.store.jobPostingTasks.findWhere(
    task =>
      task.status === 'IN_PROGRESS' && task.operation === 'CREATE' && jobPostingIdOf(task) === jobPostingIdOf(place),
  )
  return creating !== undefined
}

function scheduleTask(sandbox: Sandbox, task: JobPostingTask): void {
  sandbox.clock.schedule(`job task ${task.taskUrn}`, task.dueAt, () => completeTask(sandbox, task.taskUrn))
}

function completeTask(sandbox: Sandbox, taskUrn: string): void {
  const task = sandbox.store.jobPostingTasks.find(taskUrn)
  if (task?.status !== 'IN_PROGRESS') return
  const known = findJob(sandbox, task)
  const errorMessage = explainImpossible(task, known) ?? findJobEvaluationFailure(task.posting)
  if (errorMessage !== null) {
    sandbox.store.jobPostingTasks.put({ ...task, status: 'FAILED', errorMessage })
    return
  }
  const { jobPosting } = sandbox.store.jobPostings.put(applyTask(sandbox, task, known))
  sandbox.store.jobPostingTasks.put({ ...task, status: 'SUCCEEDED', jobPosting })
}

function explainImpossible(task: JobPostingTask, known: JobPosting | undefined): string | null {
  if (task.operation === 'CREATE') {
    return known === undefined
      ? null
      : `A job with partnerIdentifier ${task.externalJobPostingId} already exists. This looks like a duplicate creation request.`
  }
  return known === undefined ? `${task.operation} operation is not allowed for a non-existing job.` : null
}

function applyTask(sandbox: Sandbox, task: JobPostingTask, known: JobPosting | undefined): JobPosting {
  const now = sandbox.clock.now()
  const text = (name: string) => (typeof task.posting[name] === 'string' ? task.posting[name] : undefined)
  return {
    clientId: task.clientId,
    integrationContext: task.integrationContext,
    externalJobPostingId: task.externalJobPostingId,
    jobPosting: known?.jobPosting ?? nextJobPostingUrn(sandbox),
    state: task.operation === 'CLOSE' || text('state') === 'CLOSED' ? 'CLOSED' : 'LISTED',
    title: text('title') ?? '',
    location: text('location') ?? [text('postalCode'), text('countryCode')].filter(Boolean).join(', '),
    companyJobCode: text('companyJobCode') ?? null,
    availability: text('availability') ?? '',
    accessRestricted: task.posting.accessRestricted === true,
    posting: task.posting,
    createdAt: known?.createdAt ?? now,
    changedAt: now,
  }
}

function isForgotten(sandbox: Sandbox, task: JobPostingTask): boolean {
  return sandbox.clock.now() >= task.submittedAt + TASK_LIFETIME_MS
}

function findJob(sandbox: Sandbox, place: Place): JobPosting | undefined {
  return sandbox.store.jobPostings.find(jobPostingIdOf(place))
}

function nextJobPostingUrn(sandbox: Sandbox): string {
  return `urn:li:jobPosting:${sandbox.store.nextNumber('job posting', FIRST_JOB_POSTING_NUMBER)}`
}
