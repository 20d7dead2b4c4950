import { normalProfileUrl } from '../../hiring/candidates/contact-details.ts'
import type { Work } from '../../platform/work.ts'
import { evidenceOf, raiseDoubts, sharedAddress } from './doubts.ts'
import type { Match, PersonAtLinkedIn } from './match-candidate.ts'

interface NewLink {
  person: Pick<PersonAtLinkedIn, 'personUrn' | 'profileUrl'>
  candidateId: string
  linkedBy: 'export' | 'profile_url' | 'email' | 'hand' | 'linkedin'
}

/** From now on this candidate is this person. The database refuses a second link in either direction. */
export async function linkCandidate(work: Work, { person, candidateId, linkedBy }: NewLink): Promise<void> {
  const { personUrn, profileUrl } = person
  await work.tx
    .insertInto('linkedin_identity')
    .values({
      tenant_id: work.tenantId,
      person_urn: personUrn,
      candidate_id: candidateId,
      linked_by: linkedBy,
      profile_url: profileUrl !== null && URL.canParse(profileUrl) ? normalProfileUrl(profileUrl) : null,
      linked_at: work.now,
      linked_by_user_id: linkedBy === 'hand' && work.actor.kind === 'user' ? work.actor.userId : null,
    })
    .execute()
  await work.record({
    kind: 'identity.linked',
    subject: { kind: 'candidate', id: candidateId },
    // Who he is at LinkedIn can be erased; history cannot.
    change: { linkedBy },
  })
}

interface DoubtfulArrival {
  candidateId: string
  person: PersonAtLinkedIn
  match: Extract<Match, { kind: 'doubtful' }>
}

/** A new candidate was made although somebody here may be the same person: a human being should look. */
export async function recordDoubt(work: Work, { candidateId, person, match }: DoubtfulArrival): Promise<void> {
  const evidence = sharedAddress(match.foundBy, person)
  if (match.why === 'otherName') evidence.push(evidenceOf('otherName', person.personUrn))
  await raiseDoubts(
    work,
    match.candidateIds.map(otherId => ({ oneId: candidateId, otherId, evidence })),
  )
  await work.record({
    kind: 'identity.doubtful',
    subject: { kind: 'candidate', id: candidateId },
    change: { why: match.why, candidateIds: match.candidateIds },
  })
}
