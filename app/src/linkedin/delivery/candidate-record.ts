import { createHash } from 'node:crypto'
import type { Candidate, CandidateKey } from '@lodestone/rsc/ats-candidates'
import { candidateSchema } from '@lodestone/rsc/ats-candidates'
import type { CandidateFields } from '../../hiring/candidates/candidates.shapes.ts'
import { reasonOf } from './delivery-reason.shapes.ts'
import type { Rendered } from './whole-records.ts'

/** A candidate as our tables hold him, and what LinkedIn needs to know beside it. */
export interface CandidateForLinkedIn {
  fields: CandidateFields
  createdAt: Date
  updatedAt: Date
  pageUrl: string
  /** Whom he was linked with here. Whom LinkedIn found by itself is not told back to it. */
  personUrn: string | null
}

/** The whole candidate in LinkedIn's words, or the reason why LinkedIn would not take him. */
export function renderCandidate(person: CandidateForLinkedIn): Rendered<Candidate> {
  if (person.fields.emails.length === 0 && person.personUrn === null) {
    return { ok: false, reason: reasonOf('noAddress') }
  }
  const parsed = candidateSchema.safeParse(toCandidate(person))
  if (parsed.success) return { ok: true, body: parsed.data, hash: hashOf(parsed.data) }
  return { ok: false, reason: reasonOf('fieldNotFit') }
}

export function candidateKeyOf(candidateId: string, integrationContext: string): CandidateKey {
  return { atsCandidateId: candidateId, dataProvider: 'ATS', integrationContext }
}

function toCandidate({ fields, createdAt, updatedAt, pageUrl, personUrn }: CandidateForLinkedIn): Candidate {
  return {
    atsCreatedAt: createdAt.getTime(),
    // The application's clock may have stood behind the one that made the row.
    atsLastModifiedAt: Math.max(updatedAt.getTime(), createdAt.getTime()),
    firstName: fields.firstName,
    lastName: fields.lastName,
    emailAddresses: fields.emails,
    externalProfileUrl: pageUrl,
    // Here a place is one text; which part of it is a country nobody has said.
    addresses: fields.location ? [{ city: fields.location }] : [],
    phoneNumbers: fields.phones.map(number => ({ number })),
    ...(fields.currentCompany ? { currentCompanyName: fields.currentCompany } : {}),
    ...(fields.currentTitle ? { currentJobTitle: fields.currentTitle } : {}),
    ...(fields.profileUrl && isAtLinkedIn(fields.profileUrl) ? { linkedInProfileUrl: fields.profileUrl } : {}),
    ...(personUrn === null ? {} : { manualMatchedMember: personUrn }),
  }
}

/** A profile elsewhere says nothing to LinkedIn. */
function isAtLinkedIn(profileUrl: string): boolean {
  return /(^|\.)linkedin\./.test(new URL(profileUrl).hostname)
}

/** The time of the change is left out: it also counts changes that LinkedIn has no field for. */
function hashOf({ atsLastModifiedAt: _, ...candidate }: Candidate): string {
  return createHash('sha256').update(JSON.stringify(candidate)).digest('base64url')
}
