import { findCompanyOf, isAdminSeat, listSeatsOfMember } from '../behaviours/contracts.ts'
import type { Member } from '../member-shape.ts'
import type { Sandbox } from '../sandbox.ts'
import type { SeededPerson } from './SignInPage.tsx'

/** Who can sign in. People of a company that is on LinkedIn Recruiter here carry its name. */
export function listSeededPeople(sandbox: Sandbox): readonly SeededPerson[] {
  return sandbox.store.members
    .list(member => member.closedAt === null)
    .map(member => ({ member, role: roleOf(sandbox, member), organization: findCompanyOf(sandbox, member)?.name }))
}

function roleOf(sandbox: Sandbox, member: Member): SeededPerson['role'] {
  const seats = listSeatsOfMember(sandbox, member.memberId)
  if (seats.length === 0) return 'member'
  return seats.some(isAdminSeat) ? 'admin' : 'recruiter'
}
