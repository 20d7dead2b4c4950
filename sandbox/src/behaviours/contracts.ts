import type { Contract, Seat } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'

const ADMIN_ROLE = 'ADMIN_SEAT'

export function getContract(sandbox: Sandbox, contractUrn: string): Contract {
  const contract = sandbox.store.contracts.find(contractUrn)
  if (contract === undefined) {
    throw new Refusal(404, 'unknown-contract', `There is no contract ${contractUrn}. /_sandbox/credentials lists them.`)
  }
  return contract
}

export function listContractsOfOrganization(sandbox: Sandbox, organizationUrn: string): readonly Contract[] {
  return sandbox.store.contracts.list(contract => contract.organization === organizationUrn)
}

/** Active seats, one per contract. No seat means no Recruiter. */
export function listSeatsOfMember(sandbox: Sandbox, memberId: string): readonly Seat[] {
  return sandbox.store.seats.list(seat => seat.memberId === memberId && seat.state === 'ACTIVE')
}

export function isAdminSeat(seat: Seat): boolean {
  return seat.state === 'ACTIVE' && seat.seatRoles.includes(ADMIN_ROLE)
}

export function isContractAdmin(sandbox: Sandbox, memberId: string, contractUrn: string): boolean {
  return listSeatsOfMember(sandbox, memberId).some(seat => seat.contract === contractUrn && isAdminSeat(seat))
}

/** The seat with which a member acts for a company: the wished contract first, else any of his contracts there. */
export function findSeatFor(
  sandbox: Sandbox,
  memberId: string,
  place: { organization: string; preferredContract?: string | undefined },
): Seat | undefined {
  const contracts = listContractsOfOrganization(sandbox, place.organization).map(contract => contract.urn)
  const seats = listSeatsOfMember(sandbox, memberId).filter(seat => contracts.includes(seat.contract))
  return seats.find(seat => seat.contract === place.preferredContract) ?? seats[0]
}
