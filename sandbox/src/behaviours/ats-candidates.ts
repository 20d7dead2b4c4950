import type { Candidate } from '@lodestone/rsc/ats-candidates'
import type { Member } from '../member-shape.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { candidateLinkIdOf } from '../store.ts'
import { type AtsCandidate, type CandidatePlace, isOfCandidate } from '../synced-records.ts'
import { chooseMember, findLink, forgetLink } from './candidate-links.ts'
import { findMemberByPersonUrn, findMemberByProfileUrl, listMembersByEmail, personUrnFor } from './members.ts'

/** A candidate as the ATS names and describes him; replaced whole by each put, the member that a user chose included. */
export function putCandidate(sandbox: Sandbox, place: CandidatePlace, candidate: Candidate): void {
  const { manualMatchedMember, ...record } = candidate
  const chosen = manualMatchedMember === undefined ? null : getChosenMember(sandbox, place, manualMatchedMember)
  const known = findCandidate(sandbox, place)
  const now = sandbox.clock.now()
  sandbox.store.atsCandidates.put({
    ...place,
    candidate: record,
    matchDueAt: now + sandbox.options.matchDelayMs,
    formerMatchIds: known === undefined ? [] : listMatched(sandbox, known).map(member => member.memberId),
    createdAt: known?.createdAt ?? now,
    changedAt: now,
  })
  chooseMember(sandbox, place, chosen)
}

/** The link in the profile plugin and this are one thing. Null takes the choice back. */
export function setManualMatch(sandbox: Sandbox, place: CandidatePlace, personUrn: string | null): void {
  if (findCandidate(sandbox, place) === undefined) throw refuseUnknownCandidate()
  chooseMember(sandbox, place, personUrn === null ? null : getChosenMember(sandbox, place, personUrn))
}

/** Nothing of the candidate stays: no note, not even who he was taken for. His applications are records of their own. */
export function removeCandidate(sandbox: Sandbox, place: CandidatePlace): void {
  if (!sandbox.store.atsCandidates.remove(candidateLinkIdOf(place))) throw refuseUnknownCandidate()
  sandbox.store.atsCandidateNotes.removeWhere(isOfCandidate(place))
  forgetLink(sandbox, place)
}

export function findCandidate(sandbox: Sandbox, place: CandidatePlace): AtsCandidate | undefined {
  return sandbox.store.atsCandidates.find(candidateLinkIdOf(place))
}

/** The record as it came, and whom it was matched with: what a user chose wins over what was found. */
export function describeCandidate(sandbox: Sandbox, place: CandidatePlace) {
  const known = findCandidate(sandbox, place)
  if (known === undefined) return undefined
  const urnOf = ({ memberId }: Member) => personUrnFor(place.clientId, memberId)
  const chosen = findChosen(sandbox, place)
  if (chosen !== undefined) return { ...known.candidate, manualMatchedMember: urnOf(chosen) }
  const matched = listMatched(sandbox, known)
  return { ...known.candidate, ...(matched.length === 0 ? {} : { matchedMembers: matched.map(urnOf) }) }
}

/** Who chose him by hand, here or in the ATS, and has not left since. */
export function findChosen(sandbox: Sandbox, place: CandidatePlace): Member | undefined {
  const memberId = findLink(sandbox, place)?.memberId
  const member = memberId == null ? undefined : sandbox.store.members.find(memberId)
  return member?.closedAt === null ? member : undefined
}

/** Matching takes its time: until then it is as it was before the last put. */
export function listMatched(sandbox: Sandbox, known: AtsCandidate): readonly Member[] {
  const found =
    sandbox.clock.now() < known.matchDueAt
      ? known.formerMatchIds.flatMap(memberId => sandbox.store.members.find(memberId) ?? [])
      : listMatching(sandbox, known.candidate)
  const apart = findLink(sandbox, known)?.notMemberIds ?? []
  return found.filter(member => member.closedAt === null && !apart.includes(member.memberId))
}

/** By one of the addresses, else by the profile; never by the name. */
function listMatching(sandbox: Sandbox, candidate: AtsCandidate['candidate']): readonly Member[] {
  const byEmail = listMembersByEmail(sandbox, candidate.emailAddresses ?? [])
  if (byEmail.length > 0) return byEmail
  const { linkedInProfileUrl } = candidate
  const byProfile = linkedInProfileUrl === undefined ? undefined : findMemberByProfileUrl(sandbox, linkedInProfileUrl)
  return byProfile === undefined ? [] : [byProfile]
}

function getChosenMember(sandbox: Sandbox, place: CandidatePlace, personUrn: string): Member {
  const member = findMemberByPersonUrn(sandbox, place.clientId, personUrn)
  if (member?.closedAt === null) return member
  throw new Refusal(400, 'unknown-member', `${personUrn} is not a member known to this application.`)
}

export function refuseUnknownCandidate(): Refusal {
  return new Refusal(404, 'unknown-candidate', 'The candidate does not exist.')
}
