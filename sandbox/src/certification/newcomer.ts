import type { PersonOnJob } from './ats-driver.ts'
import { demandSame, waitUntil } from './demand.ts'
import type { Exam } from './rule.ts'

/** A LinkedIn member made for one rule, under a name that no ATS can know yet. */
export interface Newcomer {
  readonly memberId: string
  readonly firstName: string
  readonly lastName: string
  readonly name: string
}

export async function addNewcomer(exam: Exam): Promise<Newcomer> {
  const tag = exam.nextTag()
  const memberId = `exam-${tag}`
  const [firstName, lastName] = ['Robin', `Exam-${tag}`]
  await exam.sandbox.addMember({
    memberId,
    firstName,
    lastName,
    headline: 'Greenhouse climate engineer',
    currentJobTitle: 'Climate engineer',
    currentCompanyName: 'Kasbouw Noord',
    location: 'Zwolle, Netherlands',
    industry: 'Horticulture',
    publicProfileUrl: `https://www.linkedin.example/in/${memberId}`,
    signInEmail: `${memberId}@leiepost.example`,
  })
  return { memberId, firstName, lastName, name: `${firstName} ${lastName}` }
}

/** Waits until the ATS shows the newcomer on the job, once or more often. */
export async function untilOnJob(exam: Exam, newcomer: Newcomer, job: string): Promise<readonly PersonOnJob[]> {
  return waitUntil(`${newcomer.name} appears on ${job} in the ATS`, {
    withinMs: exam.patienceMs,
    see: () => listPlaces(exam, newcomer, job),
    isRight: places => places.length > 0,
    tell: () => `the ATS shows nobody of that name on ${job}`,
  })
}

/** One candidate, and on each of these jobs exactly once. */
export async function demandOnceOnEach(exam: Exam, newcomer: Newcomer, jobs: readonly string[]): Promise<string> {
  const candidateIds = await exam.driver.findCandidates(newcomer)
  demandSame(`the number of candidates named ${newcomer.name}`, { expected: 1, actual: candidateIds.length })
  for (const job of jobs) {
    const places = await listPlaces(exam, newcomer, job)
    demandSame(`the number of places of ${newcomer.name} on ${job}`, { expected: 1, actual: places.length })
  }
  return candidateIds[0] ?? ''
}

export async function demandUnknown(exam: Exam, newcomer: Newcomer, jobs: readonly string[]): Promise<void> {
  const candidateIds = await exam.driver.findCandidates(newcomer)
  demandSame(`the number of candidates named ${newcomer.name}`, { expected: 0, actual: candidateIds.length })
  for (const job of jobs) {
    const people = await exam.driver.listPeopleOnJob(job)
    demandSame(`the number of people on ${job}`, { expected: 0, actual: people.length })
  }
}

async function listPlaces(exam: Exam, newcomer: Newcomer, job: string): Promise<readonly PersonOnJob[]> {
  const candidateIds = await exam.driver.findCandidates(newcomer)
  const people = await exam.driver.listPeopleOnJob(job)
  return people.filter(person => candidateIds.includes(person.candidateId))
}
