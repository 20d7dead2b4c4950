import type { Member } from '../member-shape.ts'
import type { CandidateLink } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { candidateLinkIdOf } from '../store.ts'
import type { CandidatePlace } from '../synced-records.ts'
import { findSeatFor } from './contracts.ts'
import { isEnabled } from './integrations.ts'
import { findMemberByPersonUrn, personUrnFor } from './members.ts'

interface PluginOrder extends CandidatePlace {
  readonly personUrn: string
  readonly byMemberId: string
}

export function findLink(sandbox: Sandbox, place: CandidatePlace): CandidateLink | undefined {
  return sandbox.store.candidateLinks.find(candidateLinkIdOf(place))
}

/** Link in the profile plugin; it takes back an earlier Unlink. Returns the URN for the page's callback. */
export function linkCandidate(sandbox: Sandbox, order: PluginOrder): string {
  const member = getMemberInPlugin(sandbox, order)
  putLink(sandbox, order, {
    memberId: member.memberId,
    notMemberIds: listUnlinked(sandbox, order).filter(memberId => memberId !== member.memberId),
  })
  return personUrnFor(order.clientId, member.memberId)
}

/** Unlink: also what matched by itself stays apart from now on. */
export function unlinkCandidate(sandbox: Sandbox, order: PluginOrder): string {
  const member = getMemberInPlugin(sandbox, order)
  const others = listUnlinked(sandbox, order).filter(memberId => memberId !== member.memberId)
  putLink(sandbox, order, { memberId: null, notMemberIds: [...others, member.memberId] })
  return personUrnFor(order.clientId, member.memberId)
}

/** What the ATS says by `manualMatchedMember`. Null takes the choice back and parts nobody for good. */
export function chooseMember(sandbox: Sandbox, place: CandidatePlace, member: Member | null): void {
  const notMemberIds = listUnlinked(sandbox, place).filter(memberId => memberId !== member?.memberId)
  if (member === null && notMemberIds.length === 0) forgetLink(sandbox, place)
  else putLink(sandbox, place, { memberId: member?.memberId ?? null, notMemberIds })
}

export function forgetLink(sandbox: Sandbox, place: CandidatePlace): void {
  sandbox.store.candidateLinks.remove(candidateLinkIdOf(place))
}

export function listUnlinked(sandbox: Sandbox, place: CandidatePlace): readonly string[] {
  return findLink(sandbox, place)?.notMemberIds ?? []
}

export function maySeeProfilePlugin(sandbox: Sandbox, { clientId, integrationContext }: CandidatePlace): boolean {
  return isEnabled(sandbox, clientId, { integrationContext, integrationType: 'PROFILE_PLUGIN' })
}

/** The member whom a button of the profile plugin is about, for somebody who may press it. */
export function getMemberInPlugin(sandbox: Sandbox, order: PluginOrder): Member {
  if (!maySeeProfilePlugin(sandbox, order)) {
    throw new Refusal(403, 'not-enabled', 'The In-ATS profile widget is not switched on for this company.')
  }
  const seat = findSeatFor(sandbox, order.byMemberId, { organization: order.integrationContext })
  if (seat === undefined) {
    throw new Refusal(
      403,
      'no-seat',
      'Only somebody with a Recruiter seat of this company can link or save candidates.',
    )
  }
  const member = findMemberByPersonUrn(sandbox, order.clientId, order.personUrn)
  if (member === undefined || member.closedAt !== null) {
    throw new Refusal(404, 'unknown-member', `This application knows no member ${order.personUrn}.`)
  }
  return member
}

function putLink(
  sandbox: Sandbox,
  { clientId, integrationContext, atsCandidateId }: CandidatePlace,
  link: Pick<CandidateLink, 'memberId' | 'notMemberIds'>,
): void {
  const changedAt = sandbox.clock.now()
  sandbox.store.candidateLinks.put({ clientId, integrationContext, atsCandidateId, ...link, changedAt })
}
