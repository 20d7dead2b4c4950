import type { ExamPerson } from './ats-driver.ts'
import { demand, RuleBroken } from './demand.ts'
import type { Newcomer } from './newcomer.ts'
import type { Exam } from './rule.ts'

/** Ids of the jobs that the box on this profile offers to this recruiter, read from the page as he would see it. */
export async function listOfferedJobs(
  exam: Exam,
  person: ExamPerson,
  { newcomer, query }: { newcomer: Newcomer; query: string },
): Promise<string[]> {
  const { url } = exam.sandbox
  const parameters = new URLSearchParams({ ats: `${exam.clientId}@${exam.driver.instance.organization}`, q: query })
  const answer = await fetch(`${url}/talent/profile/${newcomer.memberId}/jobs?${parameters}`, {
    headers: { cookie: await signIn(exam, person) },
    redirect: 'manual',
  })
  demand(answer.status === 200, {
    expected: `${person.name} can open a profile in Recruiter`,
    actual: answer.status === 403 ? 'this person has no active seat' : `the page answers ${answer.status}`,
  })
  const html = await answer.text()
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

async function signIn(exam: Exam, person: ExamPerson): Promise<string> {
  const { url } = exam.sandbox
  const known = (await exam.sandbox.readPeople()).find(each => each.email === person.email)
  const answer = await fetch(`${url}/talent/sign-in`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ email: person.email, password: known?.password ?? '' }),
    redirect: 'manual',
  })
  demand(answer.status === 303, {
    expected: `${person.name} can sign in to LinkedIn with ${person.email}`,
    actual: known === undefined ? 'the sandbox knows nobody with this address' : `it answers ${answer.status}`,
  })
  return answer.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}

function readAttribute(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
