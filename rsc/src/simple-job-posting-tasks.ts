import { z } from 'zod'
import { type RecordReading, stringKeys } from './batch.ts'
import { getBatch } from './batch-calls.ts'
import type { Client } from './client.ts'
import { optionalText } from './tolerant-fields.ts'

/** The states of a job task. `UNKNOWN` stands for a word that we do not know. Source: rsc-sync 7.2. */
export const jobPostingTaskStatuses = ['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'PROCESSED', 'UNKNOWN'] as const

/** One of {@link jobPostingTaskStatuses}. */
export type JobPostingTaskStatus = (typeof jobPostingTaskStatuses)[number]

/**
 * One task of an answer. `FAILED` comes with `errorMessage`; `PROCESSED` may.
 *
 * Source: rsc-sync 7.2 (simpleJobPostingTasks).
 */
export const jobPostingTaskAnswerSchema = z
  .looseObject({
    id: z.string().min(1),
    status: z.string().min(1),
    externalJobPostingId: optionalText,
    jobPosting: optionalText,
    location: optionalText,
    errorMessage: optionalText,
  })
  .transform(answer => ({
    taskUrn: answer.id,
    status: readTaskStatus(answer.status),
    statusText: answer.status,
    externalJobPostingId: answer.externalJobPostingId,
    jobPostingUrn: answer.jobPosting,
    location: answer.location,
    errorMessage: answer.errorMessage,
  }))

/** What became of a submitted job. */
export type JobPostingTask = z.infer<typeof jobPostingTaskAnswerSchema>

/**
 * Reads what became of submitted jobs, one reading per task URN. A failed job is a good reading with the status `FAILED`.
 * Usually done within five minutes; tasks do not live forever, so store the result.
 *
 * @throws {InvalidBatchError} and {@link LinkedInFailure} for the call as a whole.
 * Source: rsc-sync 7.2.
 */
export function getJobPostingTasks(
  client: Client,
  taskUrns: readonly string[],
): Promise<RecordReading<string, JobPostingTask>[]> {
  const resource = { path: '/simpleJobPostingTasks', spelling: stringKeys, schema: jobPostingTaskAnswerSchema }
  return getBatch(client, resource, taskUrns)
}

function readTaskStatus(text: string): JobPostingTaskStatus {
  return jobPostingTaskStatuses.find(status => status === text) ?? 'UNKNOWN'
}
