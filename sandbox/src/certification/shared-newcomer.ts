import { waitUntil } from './demand.ts'
import { openJob, untilQuiet } from './exam-jobs.ts'
import { exportToJob } from './export-box.ts'
import { readInAts, type SeenInAts } from './in-ats-section.ts'
import { addNewcomer, demandOnceOnEach, type Newcomer, untilOnJob } from './newcomer.ts'
import type { Exam } from './rule.ts'

/** A newcomer who was exported by the exam's recruiter and stands in Prospect, on a job of the rule's own. */
export interface Prospect {
  readonly newcomer: Newcomer
  readonly job: string
  readonly candidateId: string
}

export async function exportNewcomer(exam: Exam): Promise<Prospect> {
  const { recruiter } = exam.driver.people
  const job = await exam.step('The ATS opens a job, and LinkedIn accepts it', () =>
    openJob(exam, { team: [{ person: recruiter, role: 'recruiter' }], prospect: 'on' }),
  )
  const newcomer = await addNewcomer(exam)
  const candidateId = await exam.step('The recruiter exports the person, who appears in Prospect', async () => {
    await exportToJob(exam, recruiter, { newcomer, job })
    await untilOnJob(exam, newcomer, job)
    await untilQuiet(exam)
    return demandOnceOnEach(exam, newcomer, [job])
  })
  return { newcomer, job, candidateId }
}

/** What the recruiter sees of the person under In-ATS, once it is as it should be. Null: no such section, or an empty one. */
export async function untilInAts(
  exam: Exam,
  { newcomer }: Prospect,
  expected: string,
  isRight: (seen: SeenInAts | null) => boolean,
): Promise<SeenInAts | null> {
  const { recruiter } = exam.driver.people
  return waitUntil(`${recruiter.name} sees ${expected} under In-ATS of ${newcomer.name}`, {
    withinMs: exam.patienceMs,
    see: () => readInAts(exam, recruiter, newcomer.memberId),
    isRight,
    tell: seen => (seen === null ? 'nothing is shown' : `it shows: ${seen.text} ${seen.notes}`),
  })
}
