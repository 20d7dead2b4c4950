import type { IntegrationKey } from '@lodestone/rsc/ats-integrations'
import type { RscIntegrationType } from './access.queries.ts'
import { companyTypes } from './access.queries.ts'

export interface Contexts {
  organizationUrn: string
  contractUrn: string | null
}

/** The three keys of the company, and the contract's one when a contract was chosen. */
export function integrationKeysOf(contexts: Contexts): IntegrationKey[] {
  const types: RscIntegrationType[] = contexts.contractUrn === null ? [...companyTypes] : [...companyTypes, 'CSA_API']
  return types.map(type => integrationKey(contexts, type))
}

export function integrationKey(contexts: Contexts, integrationType: RscIntegrationType): IntegrationKey {
  const integrationContext = integrationType === 'CSA_API' ? contexts.contractUrn : contexts.organizationUrn
  if (integrationContext === null) throw new Error('CSA_API belongs to a contract, and none was chosen.')
  return { integrationContext, integrationType, tenantType: 'RECRUITER', dataProvider: 'ATS' }
}
