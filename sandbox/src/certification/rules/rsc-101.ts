import { z } from 'zod'
import { takeToken } from '../callback-registration.ts'
import { demand, demandSame, waitUntil } from '../demand.ts'
import {
  addCompany,
  connect,
  listConfigurations,
  listIntegrations,
  type NewCompany,
  type SeenIntegration,
  steer,
  untilShown,
} from '../exam-customers.ts'
import type { Exam, Rule } from '../rule.ts'

export const rsc101: Rule = {
  id: 'RSC-101',
  title: 'First-time set-up of a new customer',
  source: 'LinkedIn RSC certification, module 1 (page rsc-cert-module1), rule RSC-101',
  leftOut: 'pressing the buttons in LinkedIn’s plugin: the exam presses them over HTTP and hands the keys to the ATS',

  async run(exam) {
    const company = await exam.step('A new customer appears, of whom LinkedIn knows nothing', async () => {
      const added = await addCompany(exam)
      demandSame('the number of its applications', {
        expected: 0,
        actual: (await listApplications(exam, added)).length,
      })
      demandSame("the administrator's page", { expected: 'notRequested', actual: await added.customer.readSetUp() })
      return added
    })
    const clientId = await exam.step('Its administrator connects, and it has an application of its own', async () => {
      await connect(exam, company)
      const applications = await listApplications(exam, company)
      demandSame('the number of its applications', { expected: 1, actual: applications.length })
      return applications[0]?.clientId ?? ''
    })
    await exam.step('He requests both levels in the plugin; the ATS names all four integrations', async () => {
      const { keys } = await steer(exam, company, 'request')
      demandSame('the number of keys', { expected: 4, actual: keys.length })
      await company.customer.tellRequested(keys)
      demandNamed(await untilReady(exam, clientId), company)
    })
    await exam.step('The ATS has told its CALLBACK_URL, which LinkedIn has validated', () =>
      demandCallbackUrl(exam, { clientId, company }),
    )
    await exam.step("The administrator's page in the ATS says Partner ready", () =>
      untilShown(exam, company, 'partnerReady'),
    )
    await exam.step('The ATS has stored the key, the secret, and the URNs of company and contract', () =>
      demandStored(exam, { clientId, company }),
    )
    await exam.step('In Recruiter the integration has that name, and can be switched on', async () => {
      const { company: row, contract } = await steer(exam, company, 'enable')
      for (const { status, integrationName } of [row, contract]) {
        demandSame('the status', { expected: 'ENABLED', actual: status })
        demandNameOfCustomer(integrationName, company)
      }
    })
    await exam.step("By itself the administrator's page in the ATS says Enabled", () =>
      untilShown(exam, company, 'enabled'),
    )
  },
}

const applicationSchema = z.object({ clientId: z.string(), kind: z.string(), uniqueForeignId: z.string() })

async function listApplications({ sandbox }: Exam, { customer }: NewCompany) {
  const all = await sandbox.listRecords('applications', applicationSchema)
  return all.filter(each => each.kind === 'child' && each.uniqueForeignId === customer.uniqueForeignId)
}

async function untilReady(exam: Exam, clientId: string): Promise<readonly SeenIntegration[]> {
  return waitUntil('four integrations are partner ready', {
    withinMs: exam.patienceMs,
    see: async () => {
      await exam.sandbox.settle()
      return listIntegrations(exam, clientId)
    },
    isRight: seen => seen.length === 4 && seen.every(each => each.status === 'PARTNER_READY'),
    tell: seen => `LinkedIn has ${seen.map(each => `${each.integrationType} ${each.status}`).join(', ') || 'none'}`,
  })
}

function demandNamed(integrations: readonly SeenIntegration[], company: NewCompany): void {
  const ofCompany = integrations.filter(each => each.integrationContext === company.organization)
  const ofContract = integrations.filter(each => each.integrationContext === company.contract)
  demandSame('how many are for the company and for the contract', {
    expected: [3, 1],
    actual: [ofCompany.length, ofContract.length],
  })
  const names = new Set(integrations.map(each => each.integrationName))
  demandSame('the number of different names', { expected: 1, actual: names.size })
  for (const name of names) demandNameOfCustomer(name, company)
}

function demandNameOfCustomer(name: string | null, company: NewCompany): void {
  demand(name?.includes(company.name) === true, {
    expected: `the integration name tells the customer by his name, "${company.name}"`,
    actual: `it is "${name ?? ''}"`,
  })
}

const endpointSchema = z.object({ clientId: z.string(), url: z.string(), state: z.string() })

async function demandCallbackUrl(exam: Exam, { clientId, company }: { clientId: string; company: NewCompany }) {
  const { callbackUrl } = await company.customer.readStored()
  const own = (await listConfigurations(exam)).filter(each => each.clientId === clientId)
  const known = own.find(each => each.name === 'CALLBACK_URL' && each.integrationType === 'ONE_CLICK_EXPORT')
  demandSame('the CALLBACK_URL at LinkedIn', { expected: callbackUrl, actual: known?.value ?? null })
  const endpoints = await exam.sandbox.listRecords('callbackEndpoints', endpointSchema)
  const endpoint = endpoints.find(each => each.clientId === clientId)
  demandSame('its health', { expected: 'validated', actual: endpoint?.state ?? null })
}

async function demandStored(exam: Exam, { clientId, company }: { clientId: string; company: NewCompany }) {
  const stored = await company.customer.readStored()
  demandSame('the stored client id', { expected: clientId, actual: stored.clientId })
  demandSame('the stored URNs', {
    expected: [company.organization, company.contract],
    actual: [stored.organization, stored.contract],
  })
  await takeToken(exam.sandbox.url, stored)
}
