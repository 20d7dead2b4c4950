import { companyIdOf } from '../../behaviours/company-id.ts'
import { listAdministeredContracts } from '../../behaviours/contracts.ts'
import { type AccessRowState, readAccessRow } from '../../behaviours/integrations.ts'
import type { CallbackEndpoint, Contract, DeveloperApplication, Organization, Push } from '../../records.ts'
import type { Sandbox } from '../../sandbox.ts'

const mostPushes = 3

export interface CompanyView {
  readonly organization: Organization
  readonly companyId: string
  readonly instances: readonly InstanceView[]
}

/** One ATS instance: its company row, and a contract row for each contract that the reader administers. */
export interface InstanceView {
  readonly application: DeveloperApplication
  readonly name: string | null
  readonly rows: readonly RowView[]
  readonly endpoint: CallbackEndpoint | undefined
  /** Newest first. */
  readonly pushes: readonly Push[]
}

export interface RowView extends AccessRowState {
  /** On a row of contract level: which one. */
  readonly contractName: string | null
}

export function readCompanies(sandbox: Sandbox, memberId: string): readonly CompanyView[] {
  const contracts = listAdministeredContracts(sandbox, memberId)
  const urns = [...new Set(contracts.map(contract => contract.organization))]
  return urns.map(urn => {
    const organization = sandbox.store.organizations.get(urn)
    const own = contracts.filter(contract => contract.organization === urn)
    const applications = sandbox.store.applications.list(each => asked(sandbox, each, own))
    return {
      organization,
      companyId: companyIdOf(organization),
      instances: applications.map(application => readInstance(sandbox, application, own)),
    }
  })
}

/** An ATS is listed from its first request on. */
function asked(sandbox: Sandbox, { clientId }: DeveloperApplication, contracts: readonly Contract[]): boolean {
  const contexts = contracts.flatMap(contract => [contract.urn, contract.organization])
  const integration = sandbox.store.integrations.findWhere(
    each => each.clientId === clientId && contexts.includes(each.integrationContext),
  )
  return integration !== undefined
}

function readInstance(
  sandbox: Sandbox,
  application: DeveloperApplication,
  contracts: readonly Contract[],
): InstanceView {
  const { clientId } = application
  const companyRows = contracts.slice(0, 1).map(contract => ({
    ...readAccessRow(sandbox, { clientId, level: 'company', contract: contract.urn }),
    contractName: null,
  }))
  const contractRows = contracts.map(contract => ({
    ...readAccessRow(sandbox, { clientId, level: 'contract', contract: contract.urn }),
    contractName: contract.name,
  }))
  const rows = [...companyRows, ...contractRows]
  return {
    application,
    name: rows.find(row => row.integrationName !== null)?.integrationName ?? null,
    rows,
    endpoint: sandbox.store.callbackEndpoints.find(clientId),
    pushes: sandbox.store.pushes
      .list(push => push.clientId === clientId && push.type === 'INTEGRATION_STATUS_CHANGE' && !push.isForged)
      .slice(-mostPushes)
      .toReversed(),
  }
}
