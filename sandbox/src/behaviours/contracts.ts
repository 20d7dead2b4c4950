import type { Member } from '../member-shape.ts'
import type { Contract, Organization, Seat } from '../records.ts'
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

/** Contracts that this member administers. */
export function listAdministeredContracts(sandbox: Sandbox, memberId: string): readonly Contract[] {
  return sandbox.store.contracts.list(contract => isContractAdmin(sandbox, memberId, contract.urn))
}

/** Names are for a screen that says whom to ask. */
export function listAdminsOfOrganization(sandbox: Sandbox, organizationUrn: string): readonly Member[] {
  const contracts = listContractsOfOrganization(sandbox, organizationUrn).map(contract => contract.urn)
  const seats = sandbox.store.seats.list(seat => isAdminSeat(seat) && contracts.includes(seat.contract))
  return [...new Set(seats.map(seat => seat.memberId))].map(memberId => sandbox.store.members.get(memberId))
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

/** The company of somebody's seat, past ones included; without one, the company that his profile names. */
export function findCompanyOf(sandbox: Sandbox, member: Member): Organization | undefined {
  const seat = sandbox.store.seats.findWhere(each => each.memberId === member.memberId)
  const contract = seat === undefined ? undefined : sandbox.store.contracts.find(seat.contract)
  if (contract !== undefined) return sandbox.store.organizations.find(contract.organization)
  const named = member.currentCompanyName
  return named
    ? sandbox.store.organizations.findWhere(({ name }) => name === named || name.startsWith(`${named} `))
    : undefined
}
