import type { ExamPerson } from './ats-driver.ts'
import { RuleBroken } from './demand.ts'
import type { Newcomer } from './newcomer.ts'
import { openProfile, readAttribute } from './recruiter-pages.ts'
import type { Exam } from './rule.ts'

/** Ids of the jobs that the box on this profile offers to this recruiter, read from the page as he would see it. */
export async function listOfferedJobs(
  exam: Exam,
  person: ExamPerson,
  { newcomer, query }: { newcomer: Newcomer; query: string },
): Promise<string[]> {
  const parameters = new URLSearchParams({ ats: `${exam.clientId}@${exam.driver.instance.organization}`, q: query })
  const html = await openProfile(exam, person, `${newcomer.memberId}/jobs?${parameters}`)
  return [...html.matchAll(/\sdata-job-id="([^"]*)"/g)].map(match => readAttribute(match[1] ?? ''))
}

/** The button Export. What it refuses is told as what the rule expected to work. */
export async function exportToJob(
  exam: Exam,
  person: ExamPerson,
  { newcomer, job }: { newcomer: Newcomer; job: string },
): Promise<{ requestId: string }> {
  const answer = await tryExport(exam, person, { newcomer, job })
  if (answer.ok) return answer
  throw new RuleBroken({
    expected: `${person.name} can export ${newcomer.name} to ${job}`,
    actual: `LinkedIn refuses it: ${answer.message}`,
  })
}

export function tryExport(exam: Exam, person: ExamPerson, { newcomer, job }: { newcomer: Newcomer; job: string }) {
  return exam.sandbox.exportMember({
    recruiterEmail: person.email,
    memberId: newcomer.memberId,
    clientId: exam.clientId,
    integrationContext: exam.driver.instance.organization,
    externalJobPostingId: job,
  })
}
