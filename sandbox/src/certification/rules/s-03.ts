import { z } from 'zod'
import { demandSame } from '../demand.ts'
import {
  addCompany,
  connect,
  listConfigurations,
  listIntegrations,
  steer,
  untilCustomerQuiet,
  untilShown,
} from '../exam-customers.ts'
import type { Exam, Rule } from '../rule.ts'

const TIMES = 5

export const s03: Rule = {
  id: 'S-03',
  title: 'Notify partner, pressed again and again, has one result',
  source: 'a rule of our own: LinkedIn’s callback may come more than once',
  leftOut: 'how often the ATS tells LinkedIn the same name and address: a repetition changes nothing there',

  async run(exam) {
    const company = await exam.step('A new customer connects, and has a job already', async () => {
      const added = await addCompany(exam)
      const clientId = await connect(exam, added)
      return { ...added, clientId, job: await added.customer.openJob(`Exam job ${exam.nextTag()}`) }
    })
    const { customer, clientId, job } = company
    await exam.step('Request, then Notify partner four times: five calls to the page', async () => {
      const { keys } = await steer(exam, company, 'request')
      await customer.tellRequested(keys)
      for (let times = 1; times < TIMES; times++) {
        await customer.tellRequested((await steer(exam, company, 'notify')).keys)
      }
      await exam.sandbox.settle()
    })
    await exam.step('LinkedIn holds four integrations, all ready, of one name', async () => {
      const integrations = await listIntegrations(exam, clientId)
      demandSame('the number of integrations', { expected: 4, actual: integrations.length })
      demandSame('their states', {
        expected: ['PARTNER_READY'],
        actual: distinct(integrations.map(each => each.status)),
      })
      demandSame('the number of their names', {
        expected: 1,
        actual: distinct(integrations.map(each => each.integrationName ?? '')).length,
      })
    })
    await exam.step('The ATS told one CALLBACK_URL, the one that LinkedIn holds', async () => {
      const told = await listToldUrls(exam, clientId)
      const held = (await listConfigurations(exam)).filter(
        each => each.clientId === clientId && each.name === 'CALLBACK_URL',
      )
      demandSame('the list of addresses told', { expected: held.map(each => each.value), actual: distinct(told) })
    })
    await exam.step('The page says Partner ready', () => untilShown(exam, company, 'partnerReady'))
    await exam.step('Switched on, the job is made at LinkedIn once', async () => {
      await steer(exam, company, 'enable')
      await untilShown(exam, company, 'enabled')
      await untilCustomerQuiet(exam, company)
      const jobs = await exam.sandbox.listRecords('jobPostings', jobSchema)
      const own = jobs.filter(each => each.clientId === clientId).map(each => each.externalJobPostingId)
      demandSame('the list of jobs at LinkedIn', { expected: [job], actual: own })
      demandSame('how often it was sent', { expected: 1, actual: await countSendings(exam, { clientId, job }) })
    })
  },
}

const jobSchema = z.object({ clientId: z.string(), externalJobPostingId: z.string() })

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}

const configurationSchema = z.object({
  entities: z.object({ CALLBACK_URL: z.object({ configurationValue: z.object({ string: z.string() }) }) }),
})

async function listToldUrls({ sandbox }: Exam, clientId: string): Promise<readonly string[]> {
  const calls = await sandbox.listCalls({ clientId, after: 0 })
  return calls
    .filter(call => call.method === 'PUT' && call.path.endsWith('/configurations') && call.requestBody !== '')
    .flatMap(call => {
      const told = configurationSchema.safeParse(JSON.parse(call.requestBody))
      return told.success ? [told.data.entities.CALLBACK_URL.configurationValue.string] : []
    })
}

const batchSchema = z.object({ elements: z.array(z.object({ externalJobPostingId: z.string() })) })

async function countSendings({ sandbox }: Exam, { clientId, job }: { clientId: string; job: string }): Promise<number> {
  const calls = await sandbox.listCalls({ clientId, after: 0 })
  const sent = calls
    .filter(call => call.method === 'POST' && call.resource === 'simpleJobPostings')
    .flatMap(call => batchSchema.parse(JSON.parse(call.requestBody)).elements)
  return sent.filter(each => each.externalJobPostingId === job).length
}
