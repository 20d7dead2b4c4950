import { z } from 'zod'
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

function readTaskStatus(text: string): JobPostingTaskStatus {
  return jobPostingTaskStatuses.find(status => status === text) ?? 'UNKNOWN'
}
