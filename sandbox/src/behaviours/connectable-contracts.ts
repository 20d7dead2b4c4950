import type { Contract } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { listAdministeredContracts } from './contracts.ts'
import { findConnectedCompany } from './integrations.ts'

/** What a member may connect an ATS instance with: the contracts he administers, of one company once it is connected. */
export function listConnectableContracts(sandbox: Sandbox, clientId: string, memberId: string): readonly Contract[] {
  const company = findConnectedCompany(sandbox, clientId)
  return listAdministeredContracts(sandbox, memberId).filter(
    contract => company === undefined || contract.organization === company,
  )
}

export function chooseContract(
  sandbox: Sandbox,
  choice: { clientId: string; contract: string; byMemberId: string },
): void {
  const { clientId, contract, byMemberId } = choice
  if (!listConnectableContracts(sandbox, clientId, byMemberId).some(each => each.urn === contract)) {
    throw new Refusal(403, 'not-contract-admin', 'Only a contract that you administer can be connected with this ATS.')
  }
  sandbox.store.contractChoices.put({ clientId, contract, memberId: byMemberId, chosenAt: sandbox.clock.now() })
}

/** The only one there is, else the one that was chosen; undefined while somebody has to choose. */
export function findContractToConnect(sandbox: Sandbox, clientId: string, memberId: string): Contract | undefined {
  const connectable = listConnectableContracts(sandbox, clientId, memberId)
  if (connectable.length === 1) return connectable[0]
  const chosen = sandbox.store.contractChoices.find(clientId)?.contract
  return connectable.find(contract => contract.urn === chosen)
}
