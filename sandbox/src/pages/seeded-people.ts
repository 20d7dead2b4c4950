import { isAdminSeat, listSeatsOfMember } from '../behaviours/contracts.ts'
import type { Member } from '../member-shape.ts'
import type { Sandbox } from '../sandbox.ts'
import type { SeededPerson } from './SignInPage.tsx'

/** Who can sign in. People with a seat, past ones included, carry the name of their company. */
export function listSeededPeople(sandbox: Sandbox): readonly SeededPerson[] {
  return sandbox.store.members
    .list(member => member.closedAt === null)
    .map(member => ({ member, role: roleOf(sandbox, member), organization: findOrganizationName(sandbox, member) }))
}

function roleOf(sandbox: Sandbox, member: Member): SeededPerson['role'] {
  const seats = listSeatsOfMember(sandbox, member.memberId)
  if (seats.length === 0) return 'member'
  return seats.some(isAdminSeat) ? 'admin' : 'recruiter'
}

function findOrganizationName(sandbox: Sandbox, member: Member): string | undefined {
  const seat = sandbox.store.seats.findWhere(each => each.memberId === member.memberId)
  const contract = seat === undefined ? undefined : sandbox.store.contracts.find(seat.contract)
  return contract === undefined ? undefined : sandbox.store.organizations.find(contract.organization)?.name
}
