import { z } from 'zod'
import { postToDoor } from '../ats-door.ts'
import { demand, demandSame } from '../demand.ts'
import { type NewCompany, setUpCompany, untilCustomerQuiet } from '../exam-customers.ts'
import { openJob, untilQuiet } from '../exam-jobs.ts'
import { exportToJob } from '../export-box.ts'
import { addNewcomer, demandOnceOnEach, demandUnknown, type Newcomer, untilOnJob } from '../newcomer.ts'
import type { Exam, Rule } from '../rule.ts'
import type { SeenCall } from '../sandbox-control.ts'
import { signBody } from '../signing.ts'

export const rsc103: Rule = {
  id: 'RSC-103',
  title: 'Several customers, each with an application and traffic of its own',
  source: 'LinkedIn RSC certification, module 1 (page rsc-cert-module1), rule RSC-103',

  async run(exam) {
    const { driver } = exam
    const other = await exam.step('A second customer is set up, of another company', () => setUpCompany(exam))
    const { clientId, callbackUrl, clientSecret } = await other.customer.readStored()
    await exam.step('Each has an application of its own, with a foreign id of its own', () =>
      demandOwnApplications(exam, [exam.clientId, clientId]),
    )
    const job = await exam.step('Both open a job, and LinkedIn accepts both', async () => {
      const theirs = await other.customer.openJob(`Exam job ${exam.nextTag()}`)
      await untilCustomerQuiet(exam, other)
      await demandListed(exam, { clientId, externalJobPostingId: theirs })
      const team = [{ person: driver.people.recruiter, role: 'recruiter' }] as const
      return openJob(exam, { team, prospect: 'on' })
    })
    await exam.step('Each call of an application is about its own company, and none is forbidden', async () => {
      demandOwnContexts(await exam.listCalls(), { own: driver.instance, foreign: other })
      const theirs = await exam.sandbox.listCalls({ clientId, after: 0 })
      demandOwnContexts(theirs, { own: other, foreign: driver.instance })
    })
    const newcomer = await addNewcomer(exam)
    const requestId = await exam.step('A person is exported to the first customer, and the push is lost', async () => {
      const fault = { on: 'push', kind: 'lost', type: 'EXPORT_CANDIDATE_PROFILE', clientId: exam.clientId, count: 1 }
      await exam.sandbox.addFault(fault)
      return (await exportToJob(exam, driver.people.recruiter, { newcomer, job })).requestId
    })
    const body = JSON.stringify({ type: 'EXPORT_CANDIDATE_PROFILE', requestId })
    await exam.step('At the door of the first, the signature of the second is refused', async () => {
      const { status } = await postToDoor(exam, { body, signature: signBody(clientSecret, body) })
      demand(status >= 400 && status < 500, {
        expected: 'the push is refused with a status of 400 to 499',
        actual: `the answer is ${status}`,
      })
      await untilQuiet(exam)
      await demandUnknown(exam, newcomer, [job])
    })
    await exam.step('At its own door, the second is given nobody who was exported to the first', async () => {
      await postToDoor(exam, { body, signature: signBody(clientSecret, body), callbackUrl })
      await untilCustomerQuiet(exam, other)
      await demandNotWith(other, newcomer)
    })
    await exam.step('The first takes the person in, and only the first', async () => {
      await postToDoor(exam, { body, signature: signBody(driver.instance.clientSecret, body) })
      await untilOnJob(exam, newcomer, job)
      await untilQuiet(exam)
      await demandOnceOnEach(exam, newcomer, [job])
      await demandNotWith(other, newcomer)
    })
  },
}

const applicationSchema = z.object({ clientId: z.string(), uniqueForeignId: z.string() })

async function demandOwnApplications({ sandbox }: Exam, clientIds: readonly string[]): Promise<void> {
  demandSame('the number of different client ids', { expected: 2, actual: new Set(clientIds).size })
  const all = await sandbox.listRecords('applications', applicationSchema)
  const foreignIds = all.filter(each => clientIds.includes(each.clientId)).map(each => each.uniqueForeignId)
  demandSame('the number of different foreign ids', { expected: 2, actual: new Set(foreignIds).size })
}

const jobSchema = applicationSchema.pick({ clientId: true }).extend({
  externalJobPostingId: z.string(),
  state: z.string(),
})

async function demandListed(
  { sandbox }: Exam,
  { clientId, externalJobPostingId }: { clientId: string; externalJobPostingId: string },
): Promise<void> {
  const jobs = await sandbox.listRecords('jobPostings', jobSchema)
  const job = jobs.find(each => each.clientId === clientId && each.externalJobPostingId === externalJobPostingId)
  demandSame(`the state of ${externalJobPostingId} at LinkedIn`, { expected: 'LISTED', actual: job?.state ?? null })
}

interface Company {
  readonly organization: string
  readonly contract: string
}

/** Of the calls of one customer none names the company or the contract of the other one. */
function demandOwnContexts(calls: readonly SeenCall[], { own, foreign }: { own: Company; foreign: Company }): void {
  const ours = calls.filter(call => call.direction === 'in')
  demand(ours.length > 0, { expected: 'the ATS calls LinkedIn for this customer', actual: 'there is no such call' })
  const urns = [foreign.organization, foreign.contract].filter(urn => urn !== own.organization)
  const strange = ours.find(({ path, query, requestBody }) =>
    urns.some(urn => patternOf(urn).test(`${path} ${query} ${requestBody}`)),
  )
  demand(strange === undefined, {
    expected: `no call in the name of one customer is about ${urns.join(' or ')}`,
    actual: `${strange?.method} ${strange?.path} is`,
  })
  const forbidden = ours.find(call => call.status === 403)
  demand(forbidden === undefined, {
    expected: 'LinkedIn forbids none of its calls',
    actual: `it answered 403 to ${forbidden?.method} ${forbidden?.path}`,
  })
}

/** Also percent-encoded, once or twice, as keys within keys are. */
function patternOf(urn: string): RegExp {
  return new RegExp(`${urn.replaceAll(':', '(:|%3A|%253A)')}(?!\\d)`, 'i')
}

async function demandNotWith({ customer }: NewCompany, newcomer: Newcomer): Promise<void> {
  const found = await customer.findCandidates(newcomer)
  demandSame(`the number of candidates named ${newcomer.name} with the second customer`, {
    expected: 0,
    actual: found.length,
  })
}
