import type { Member } from '../member-shape.ts'
import type { Sandbox } from '../sandbox.ts'
import type { CandidatePlace } from '../synced-records.ts'
import { findCandidate, findChosen } from './ats-candidates.ts'
import { findLink } from './candidate-links.ts'
import { findMemberByPersonUrn, findMemberByProfileUrl, listMembersByEmail, listMembersByName } from './members.ts'

const mostNamesakes = 10

/** What a page says about somebody who was not synced yet. Ours, not LinkedIn's; used for one view and kept nowhere. */
export interface Lookup {
  readonly personUrn: string | undefined
  readonly notPersonUrns: readonly string[]
  readonly firstName: string
  readonly lastName: string
  readonly emails: readonly string[]
  readonly profileUrl: string | undefined
}

export type CandidateMatch =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'member'; readonly member: Member; readonly by: 'hand' | 'id' | 'email' | 'profile' }
  | { readonly kind: 'several'; readonly members: readonly Member[]; readonly by: 'email' | 'name' }
  | { readonly kind: 'nobody' }

/** By hand, else by id, by one of the addresses or by the profile, each alone exact; a name only gives a list to choose from. */
export function findMatch(sandbox: Sandbox, place: CandidatePlace, lookup: Lookup | undefined): CandidateMatch {
  const chosen = findChosen(sandbox, place)
  if (chosen !== undefined) return { kind: 'member', member: chosen, by: 'hand' }
  const told = readTold(sandbox, place, lookup)
  return told === undefined ? { kind: 'unknown' } : findTold(sandbox, place, told)
}

/** What was synced, else what the page says. */
function readTold(sandbox: Sandbox, place: CandidatePlace, lookup: Lookup | undefined): Lookup | undefined {
  const synced = findCandidate(sandbox, place)?.candidate
  if (synced === undefined) return lookup
  const { firstName, lastName, emailAddresses = [], linkedInProfileUrl } = synced
  return {
    personUrn: undefined,
    notPersonUrns: lookup?.notPersonUrns ?? [],
    firstName,
    lastName,
    emails: emailAddresses,
    profileUrl: linkedInProfileUrl,
  }
}

function findTold(sandbox: Sandbox, place: CandidatePlace, lookup: Lookup): CandidateMatch {
  const find = (urn: string) => findMemberByPersonUrn(sandbox, place.clientId, urn)
  const apart = new Set([
    ...(findLink(sandbox, place)?.notMemberIds ?? []),
    ...lookup.notPersonUrns.map(urn => find(urn)?.memberId),
  ])
  const isPossible = (member: Member) => member.closedAt === null && !apart.has(member.memberId)

  const known = lookup.personUrn === undefined ? undefined : find(lookup.personUrn)
  if (known !== undefined && isPossible(known)) return { kind: 'member', member: known, by: 'id' }
  const byEmail = listMembersByEmail(sandbox, lookup.emails).filter(isPossible)
  if (byEmail.length > 1) return { kind: 'several', members: byEmail.slice(0, mostNamesakes), by: 'email' }
  if (byEmail[0] !== undefined) return { kind: 'member', member: byEmail[0], by: 'email' }
  const byProfile = lookup.profileUrl === undefined ? undefined : findMemberByProfileUrl(sandbox, lookup.profileUrl)
  if (byProfile !== undefined && isPossible(byProfile)) return { kind: 'member', member: byProfile, by: 'profile' }
  const byName = listMembersByName(sandbox, lookup).filter(isPossible)
  if (byName.length > 0) return { kind: 'several', members: byName.slice(0, mostNamesakes), by: 'name' }
  return { kind: 'nobody' }
}
