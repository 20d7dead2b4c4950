import { z } from 'zod'
import type { JobWish } from './ats-driver.ts'
import { waitUntil } from './demand.ts'
import type { Exam } from './rule.ts'

type Wish = Omit<JobWish, 'title'>

/** A job of the rule's own, closed again afterwards. Comes back when LinkedIn holds it, if LinkedIn is to hold it. */
export async function openJob(exam: Exam, wish: Wish): Promise<string> {
  const job = await exam.driver.openJob({ title: `Exam job ${exam.nextTag()}`, ...wish })
  exam.tidyUp(() => exam.driver.closeJob(job))
  await untilQuiet(exam)
  // Whether a job without prospects is told to LinkedIn at all is left to the ATS.
  if (wish.prospect !== 'off') await untilListed(exam, job)
  return job
}

export async function draftJob(exam: Exam, wish: Wish): Promise<string> {
  const job = await exam.driver.draftJob({ title: `Exam draft ${exam.nextTag()}`, ...wish })
  exam.tidyUp(() => exam.driver.closeJob(job))
  return job
}

/** Nothing is on its way any more, neither at LinkedIn nor in the ATS. */
export async function untilQuiet({ sandbox, driver }: Exam): Promise<void> {
  await sandbox.settle()
  await driver.untilQuiet()
}

const jobSchema = z.object({ clientId: z.string(), externalJobPostingId: z.string(), state: z.string() })
const taskSchema = jobSchema
  .omit({ state: true })
  .extend({ submittedAt: z.number(), errorMessage: z.string().nullable() })

async function untilListed(exam: Exam, job: string): Promise<void> {
  const isOurs = (row: { clientId: string; externalJobPostingId: string }) =>
    row.clientId === exam.clientId && row.externalJobPostingId === job
  await waitUntil(`LinkedIn has accepted the job ${job}`, {
    withinMs: exam.patienceMs,
    see: async () => ({
      jobs: (await exam.sandbox.listRecords('jobPostings', jobSchema)).filter(isOurs),
      tasks: (await exam.sandbox.listRecords('jobPostingTasks', taskSchema)).filter(isOurs),
    }),
    isRight: ({ jobs }) => jobs.some(each => each.state === 'LISTED'),
    tell: ({ tasks }) => {
      const failure = tasks.findLast(task => task.errorMessage !== null)?.errorMessage
      return failure ? `LinkedIn refused it: ${failure}` : 'LinkedIn does not list it'
    },
  })
}
