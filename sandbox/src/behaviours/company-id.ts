import type { Organization } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { isContractAdmin, listContractsOfOrganization } from './contracts.ts'

const URN_PREFIX = 'urn:li:organization:'

export function companyIdOf(organization: Pick<Organization, 'urn'>): string {
  return organization.urn.slice(URN_PREFIX.length)
}

/**
 * The company gets another id, so every key that holds the old one changes. Recruiter asks to switch access off first and on
 * again afterwards; what was synced under the old id is gone, and the ATS hears the new id by the push of switching on.
 */
export function changeCompanyId(
  sandbox: Sandbox,
  change: { organization: string; companyId: string; byMemberId?: string | undefined },
): Organization {
  const organization = getChangeable(sandbox, change)
  const { store } = sandbox
  const renamed = { ...organization, urn: URN_PREFIX + change.companyId }
  store.organizations.remove(organization.urn)
  store.organizations.put(renamed)
  for (const contract of listContractsOfOrganization(sandbox, organization.urn)) {
    store.contracts.put({ ...contract, organization: renamed.urn })
  }
  const isOld = (each: { integrationContext: string }) => each.integrationContext === organization.urn
  for (const integration of store.integrations.list(isOld)) {
    store.integrations.remove(store.integrations.keyOf(integration))
    store.integrations.put({ ...integration, integrationContext: renamed.urn, changedAt: sandbox.clock.now() })
  }
  for (const configuration of store.configurations.list(isOld)) {
    store.configurations.remove(store.configurations.keyOf(configuration))
    store.configurations.put({ ...configuration, integrationContext: renamed.urn })
  }
  for (const link of store.candidateLinks.list(isOld)) {
    store.candidateLinks.remove(store.candidateLinks.keyOf(link))
    store.candidateLinks.put({ ...link, integrationContext: renamed.urn })
  }
  const synced = [
    store.atsCandidates,
    store.atsCandidateNotes,
    store.atsApplications,
    store.atsApplicationStages,
    store.atsApplicationNotes,
    store.atsInterviewFeedback,
    store.jobPostings,
    store.jobPostingTasks,
    store.entityAcls,
    store.entityAclAssignees,
  ]
  for (const collection of synced) collection.removeWhere(isOld)
  return renamed
}

function getChangeable(
  sandbox: Sandbox,
  { organization, companyId, byMemberId }: { organization: string; companyId: string; byMemberId?: string | undefined },
): Organization {
  const { store } = sandbox
  const known = store.organizations.find(organization)
  if (known === undefined) throw new Refusal(404, 'unknown-organization', `There is no company ${organization}.`)
  const contracts = listContractsOfOrganization(sandbox, organization)
  if (byMemberId !== undefined && !contracts.some(contract => isContractAdmin(sandbox, byMemberId, contract.urn))) {
    throw new Refusal(403, 'not-contract-admin', 'Only an administrator of a contract of this company can do this.')
  }
  if (!/^[1-9]\d{0,14}$/.test(companyId)) {
    throw new Refusal(400, 'wrong-company-id', 'A company id is a whole number, such as 4102938.')
  }
  if (store.organizations.find(URN_PREFIX + companyId) !== undefined) {
    throw new Refusal(409, 'company-id-taken', `The company id ${companyId} is in use.`)
  }
  const isOn = store.integrations.findWhere(
    each => each.integrationContext === organization && each.status === 'ENABLED',
  )
  if (isOn !== undefined) {
    throw new Refusal(
      409,
      'still-enabled',
      'Switch company-level access of every ATS off before changing the company id.',
    )
  }
  return known
}
