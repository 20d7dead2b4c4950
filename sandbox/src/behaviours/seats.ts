import type { Seat } from '../records.ts'
import type { Sandbox } from '../sandbox.ts'
import { personUrnFor } from './members.ts'

/** Seats of a contract as an application sees them; the member's URN is this application's own. */
export function listSeatsForApplication(sandbox: Sandbox, clientId: string, contractUrns: readonly string[]) {
  return sandbox.store.seats
    .list(seat => contractUrns.includes(seat.contract))
    .map(seat => describeSeat(sandbox, clientId, seat))
}

function describeSeat(sandbox: Sandbox, clientId: string, seat: Seat) {
  const member = sandbox.store.members.get(seat.memberId)
  return {
    id: seat.seatId,
    firstName: member.firstName,
    lastName: member.lastName,
    contract: seat.contract,
    member: personUrnFor(clientId, seat.memberId),
    state: seat.state,
    seatRoles: seat.seatRoles,
  }
}
