import { z } from 'zod'
import type { ExamCustomer, ExamPerson, SetUpShown } from './ats-driver.ts'
import { RuleBroken, waitUntil } from './demand.ts'
import type { Exam } from './rule.ts'
import type { AccessOrder, AccessShown } from './sandbox-control.ts'

/** A new customer of the ATS, and the company at LinkedIn that it is. */
export interface NewCompany {
  readonly name: string
  readonly customer: ExamCustomer
  readonly organization: string
  readonly contract: string
  readonly admin: ExamPerson
}

/** Of another company than the instance under test, if the sandbox has one. What it switches on goes off after the rule. */
export async function addCompany(exam: Exam): Promise<NewCompany> {
  const { contract, organization, admin } = await chooseContract(exam)
  const name = `Exam ${exam.nextTag()}`
  const customer = await exam.driver.addCustomer({ name, linkedInAdmin: admin })
  const company = { name, customer, contract, organization, admin }
  exam.tidyUp(() => switchOff(exam, company))
  return company
}

/** All of the set-up, as far as the ATS takes part in it: requested, ready, switched on for the contract. */
export async function setUpCompany(exam: Exam): Promise<NewCompany> {
  const company = await addCompany(exam)
  await connect(exam, company)
  const { keys } = await steer(exam, company, 'request')
  await company.customer.tellRequested(keys)
  await exam.sandbox.settle()
  await steer(exam, company, 'enable')
  await untilShown(exam, company, 'enabled')
  await untilCustomerQuiet(exam, company)
  return company
}

/** The ATS makes an application for the customer, whose calls are evidence from now on. Answers its client id. */
export async function connect(exam: Exam, { customer }: NewCompany): Promise<string> {
  await customer.connect()
  const { clientId } = await customer.readStored()
  exam.watch(clientId)
  return clientId
}

export function steer(
  { sandbox }: Exam,
  { customer, contract, admin }: NewCompany,
  action: AccessOrder['action'],
): Promise<AccessShown> {
  const { uniqueForeignId } = customer
  return sandbox.steerAccess({ action, level: 'contract', uniqueForeignId, contract, byEmail: admin.email })
}

export async function untilShown(exam: Exam, { customer }: NewCompany, state: SetUpShown): Promise<void> {
  await waitUntil(`the administrator's page in the ATS says ${state}`, {
    withinMs: exam.patienceMs,
    see: () => customer.readSetUp(),
    isRight: seen => seen === state,
    tell: seen => `it says ${seen}`,
  })
}

/** Nothing is on its way any more, neither at LinkedIn nor in the instance of this customer. */
export async function untilCustomerQuiet({ sandbox }: Exam, { customer }: NewCompany): Promise<void> {
  await sandbox.settle()
  await customer.untilQuiet()
}

const integrationSchema = z.object({
  clientId: z.string(),
  integrationContext: z.string(),
  integrationType: z.string(),
  integrationName: z.string().nullable(),
  status: z.string(),
})
export type SeenIntegration = z.infer<typeof integrationSchema>

export async function listIntegrations({ sandbox }: Exam, clientId: string): Promise<readonly SeenIntegration[]> {
  const all = await sandbox.listRecords('integrations', integrationSchema)
  return all.filter(each => each.clientId === clientId)
}

const configurationSchema = z.object({
  clientId: z.string(),
  integrationType: z.string(),
  name: z.string(),
  value: z.string(),
})
export type SeenConfiguration = z.infer<typeof configurationSchema>

export function listConfigurations({ sandbox }: Exam): Promise<readonly SeenConfiguration[]> {
  return sandbox.listRecords('configurations', configurationSchema)
}

async function chooseContract({ sandbox, driver }: Exam) {
  const [people, contracts] = [await sandbox.readPeople(), await sandbox.readContracts()]
  const isOfOthers = (contract: { organization: string }) => contract.organization !== driver.instance.organization
  const inOrder = [...contracts.filter(isOfOthers), ...contracts.filter(contract => !isOfOthers(contract))]
  for (const contract of inOrder) {
    const admin = people.find(person =>
      person.seats.some(seat => seat.contract === contract.urn && seat.roles.includes('ADMIN_SEAT')),
    )
    if (admin !== undefined) return { contract: contract.urn, organization: contract.organization, admin }
  }
  throw new RuleBroken({
    expected: 'the sandbox has a contract with an administrator',
    actual: 'nobody administers one; its seed has such people',
  })
}

async function switchOff(exam: Exam, company: NewCompany): Promise<void> {
  const { sandbox } = exam
  const { uniqueForeignId } = company.customer
  const applications = await sandbox.listRecords(
    'applications',
    z.object({ clientId: z.string(), uniqueForeignId: z.string() }),
  )
  const clientId = applications.find(each => each.uniqueForeignId === uniqueForeignId)?.clientId
  if (clientId === undefined) return
  for (const level of ['contract', 'company'] as const) {
    const integrations = await listIntegrations(exam, clientId)
    const type = level === 'contract' ? 'CSA_API' : 'ONE_CLICK_EXPORT'
    if (integrations.find(each => each.integrationType === type)?.status !== 'ENABLED') continue
    const { contract, admin } = company
    await sandbox.steerAccess({ action: 'disable', level, uniqueForeignId, contract, byEmail: admin.email })
  }
}
