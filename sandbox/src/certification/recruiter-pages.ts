import type { ExamPerson } from './ats-driver.ts'
import { demand } from './demand.ts'
import type { Exam } from './rule.ts'

/** A profile, or a part of it, as the browser of this person gets it. `path` begins with the member's id. */
export async function openProfile(exam: Exam, person: ExamPerson, path: string): Promise<string> {
  const answer = await fetch(`${exam.sandbox.url}/talent/profile/${path}`, {
    headers: { cookie: await signIn(exam, person) },
    redirect: 'manual',
  })
  demand(answer.status === 200, {
    expected: `${person.name} can open a profile in Recruiter`,
    actual: answer.status === 403 ? 'this person has no active seat' : `the page answers ${answer.status}`,
  })
  return answer.text()
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

/** What stands in an attribute, or in a piece of text. */
export function readAttribute(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
