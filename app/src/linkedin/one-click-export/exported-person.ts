import type { ExportedCandidate } from '@lodestone/rsc/exported-candidates'
import type { z } from 'zod'
import type { CandidateChange, NewCandidate } from '../../hiring/candidates/candidates.shapes.ts'
import { candidateFields } from '../../hiring/candidates/candidates.shapes.ts'
import type { PersonAtLinkedIn } from '../identity/match-candidate.ts'

export interface ExportedPerson {
  at: PersonAtLinkedIn
  /** A member may show a part of his name only; what he hides is left out. */
  fields: CandidateChange
  name: string
}

/** An export in our own words; undefined when it does not say who the person is. */
export function readExportedPerson(exported: ExportedCandidate): ExportedPerson | undefined {
  const { candidate } = exported
  if (candidate.personUrn === null || (candidate.firstName === null && candidate.lastName === null)) return undefined
  const emails = candidate.emailAddresses.filter(email => fits(candidateFields.shape.emails.element, email))
  const profileUrl = fits(candidateFields.shape.profileUrl, candidate.publicProfileUrl)
    ? candidate.publicProfileUrl
    : null
  const firstName = cut(candidate.firstName, 100)
  const lastName = cut(candidate.lastName, 100)
  return {
    at: { personUrn: candidate.personUrn, profileUrl, emails, name: { firstName, lastName } },
    name: [candidate.firstName, candidate.lastName].filter(Boolean).join(' '),
    fields: {
      ...(firstName === null ? {} : { firstName }),
      ...(lastName === null ? {} : { lastName }),
      headline: cut(candidate.headline, 300),
      currentTitle: cut(candidate.currentJobTitle, 200),
      currentCompany: cut(candidate.currentEmployerNames[0] ?? null, 200),
      location: cut(candidate.location, 200),
      profileUrl,
      emails: emails.slice(0, 10),
    },
  }
}

const HIDDEN = '–'

/** Somebody new needs both names, so a hidden one gets a sign; somebody known keeps the name that is there. */
export function asNewCandidate({ fields }: ExportedPerson): NewCandidate {
  return { ...fields, firstName: fields.firstName ?? HIDDEN, lastName: fields.lastName ?? HIDDEN }
}

function cut(text: string | null, longest: number): string | null {
  return text?.trim().slice(0, longest).trim() || null
}

function fits(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success
}
