import { z } from 'zod'
import { demandSame } from '../demand.ts'
import { type NewCompany, setUpCompany, untilCustomerQuiet } from '../exam-customers.ts'
import type { Exam, Rule } from '../rule.ts'

const availabilities = { private: 'PRIVATE_TO_ATS_INTEGRATION', public: 'PUBLIC' } as const

export const rsc102: Rule = {
  id: 'RSC-102',
  title: 'The customer chooses whether jobs are public or private on LinkedIn',
  source: 'LinkedIn RSC certification, module 1 (page rsc-cert-module1), rule RSC-102',

  async run(exam) {
    const company = await exam.step('A new customer is set up, and chooses nothing', () => setUpCompany(exam))
    const { setJobVisibility } = company.customer
    const first = await exam.step('A job goes to LinkedIn as private', async () => {
      const job = await openJob(exam, company)
      await demandAvailability(exam, { company, jobs: [job], visibility: 'private' })
      return job
    })
    if (setJobVisibility === null) {
      await exam.step('Without a choice every job stays private', async () => {
        const jobs = [first, await openJob(exam, company), await openJob(exam, company)]
        await demandAvailability(exam, { company, jobs, visibility: 'private' })
      })
      return
    }
    const second = await exam.step('The customer chooses public: the next job goes to LinkedIn as public', async () => {
      await setJobVisibility('public')
      const job = await openJob(exam, company)
      await demandAvailability(exam, { company, jobs: [job], visibility: 'public' })
      return job
    })
    await exam.step('So does the job that was there before', () =>
      demandAvailability(exam, { company, jobs: [first], visibility: 'public' }),
    )
    await exam.step('The customer chooses private again: both are private, and so is the next one', async () => {
      await setJobVisibility('private')
      const jobs = [first, second, await openJob(exam, company)]
      await demandAvailability(exam, { company, jobs, visibility: 'private' })
    })
  },
}

async function openJob(exam: Exam, company: NewCompany): Promise<string> {
  return company.customer.openJob(`Exam job ${exam.nextTag()}`)
}

const jobSchema = z.object({ clientId: z.string(), externalJobPostingId: z.string(), availability: z.string() })

interface Wanted {
  readonly company: NewCompany
  readonly jobs: readonly string[]
  readonly visibility: keyof typeof availabilities
}

async function demandAvailability(exam: Exam, { company, jobs, visibility }: Wanted): Promise<void> {
  await untilCustomerQuiet(exam, company)
  const { clientId } = await company.customer.readStored()
  const known = (await exam.sandbox.listRecords('jobPostings', jobSchema)).filter(each => each.clientId === clientId)
  demandSame(`the availability of ${jobs.join(', ')} at LinkedIn`, {
    expected: jobs.map(() => availabilities[visibility]),
    actual: jobs.map(job => known.find(each => each.externalJobPostingId === job)?.availability ?? null),
  })
}
