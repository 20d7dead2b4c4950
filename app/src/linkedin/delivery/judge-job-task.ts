import type { RecordReading } from '@lodestone/rsc/batch'
import type { JobPostingTask } from '@lodestone/rsc/simple-job-posting-tasks'
import type { Work } from '../../platform/work.ts'
import type { DeliveryReason } from './delivery-reason.shapes.ts'
import { fieldNamedIn, reasonOf } from './delivery-reason.shapes.ts'
import { isTooEarlyFor } from './job-posting.ts'
import type { SentRecord } from './ledger.ts'
import { accept, lookAgain, refuse, tryAgain } from './ledger.ts'

/** A submitted job whose evaluation at LinkedIn is asked about. */
export interface JobTask {
  taskUrn: string
  record: SentRecord
  operation: string
  attempts: number
  /** The job was changed since it was sent. */
  isOvertaken: boolean
}

const HOUR_MS = 3_600_000
const SHORTEST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 5 * 60_000

export async function judgeTask(
  work: Work,
  task: JobTask,
  reading: RecordReading<string, JobPostingTask> | undefined,
): Promise<void> {
  const { record, operation, attempts } = task
  if (!reading?.ok) {
    if (reading?.kind === 'notFound') return forgetTask(work, task, null)
    return waitForTask(work, task, reasonOf('unanswered', { words: reading?.message ?? null }))
  }
  if (!isAbout(reading.value, task)) return waitForTask(work, task, reasonOf('unanswered'))
  const { status, errorMessage } = reading.value
  if (status === 'SUCCEEDED' || status === 'PROCESSED') {
    return accept(work, record, errorMessage ? reasonOf('remark', { words: errorMessage }) : null)
  }
  if (status !== 'FAILED') return waitForTask(work, task, null)
  const knownThere = readExistence(errorMessage ?? '', operation)
  if (knownThere !== undefined && attempts < MOST_CHANGES_OF_MIND) {
    return tryAgain(work, record, { reason: reasonOf('otherOperation', { words: errorMessage }), knownThere })
  }
  if (isTooEarlyFor(errorMessage)) {
    return tryAgain(work, record, { reason: reasonOf('clockAhead', { words: errorMessage }) })
  }
  return refuse(work, record, reasonOf('refused', { words: errorMessage, field: fieldNamedIn(errorMessage) }))
}

/** Tasks do not live for ever. What became of the job is not known, so it is said again. */
export async function forgetTask(work: Work, { record }: JobTask, words: string | null): Promise<void> {
  await tryAgain(work, record, { reason: reasonOf('forgotten', { words }) })
}

/**
 * After 1, 2, 4, ... seconds, and at last every five minutes: as long as the job has waited already. A task that is not done
 * after a day never will be; one that only holds up a newer version of its job gets an hour.
 */
async function waitForTask(work: Work, task: JobTask, reason: DeliveryReason | null): Promise<void> {
  const waitedMs = work.now.getTime() - task.record.sentAt.getTime()
  if (waitedMs >= (task.isOvertaken ? 1 : 24) * HOUR_MS) {
    return tryAgain(work, task.record, { reason: reason ?? reasonOf('unfinished') })
  }
  const waitMs = Math.min(Math.max(waitedMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS)
  await lookAgain(work, task.record, { at: new Date(work.now.getTime() + waitMs), reason })
}

/** What LinkedIn says about another task or another job says nothing about this one. */
function isAbout(answer: JobPostingTask, { taskUrn, record }: JobTask): boolean {
  const isOtherTask = answer.taskUrn.startsWith('urn:') && answer.taskUrn !== taskUrn
  const isOtherJob = answer.externalJobPostingId !== null && answer.externalJobPostingId !== record.key
  return !isOtherTask && !isOtherJob
}

// With waits that double, so many tries take most of an hour: by then LinkedIn contradicts itself.
const MOST_CHANGES_OF_MIND = 12

/** A create of what is there, or a change of what is not: then the other operation is the right one. */
function readExistence(words: string, operation: string): boolean | undefined {
  if (operation === 'CREATE') return /already exists|duplicate/i.test(words) ? true : undefined
  return /non-existing|does not exist/i.test(words) ? false : undefined
}
