import { createHash } from 'node:crypto'
import type { Application, ApplicationKey } from '@lodestone/rsc/ats-applications'
import { applicationSchema } from '@lodestone/rsc/ats-applications'
import { reasonOf } from './delivery-reason.shapes.ts'
import type { Rendered } from './whole-records.ts'

/** An application as our tables hold it. */
export interface ApplicationForLinkedIn {
  candidateId: string
  firstName: string
  lastName: string
  email: string | null
  jobReference: string
  jobTitle: string
  source: string
  /** Null while it is in the running. */
  closedReason: string | null
  createdAt: Date
  updatedAt: Date
}

/** The whole application in LinkedIn's words, or the reason why LinkedIn would not take it. */
export function renderApplication(application: ApplicationForLinkedIn): Rendered<Application> {
  const parsed = applicationSchema.safeParse(toApplication(application))
  if (!parsed.success) return { ok: false, reason: reasonOf('fieldNotFit') }
  // The time of the change is left out: it also counts changes that LinkedIn has no field for.
  const { atsLastModifiedAt: _, ...lasting } = parsed.data
  const hash = createHash('sha256').update(JSON.stringify(lasting)).digest('base64url')
  return { ok: true, body: parsed.data, hash }
}

export function applicationKeyOf(applicationId: string, integrationContext: string): ApplicationKey {
  return { atsJobApplicationId: applicationId, dataProvider: 'ATS', integrationContext }
}

function toApplication(application: ApplicationForLinkedIn): Application {
  const { candidateId, firstName, lastName, email, jobReference, jobTitle, closedReason } = application
  const { createdAt, updatedAt } = application
  return {
    atsCandidateId: candidateId,
    atsJobPostingId: jobReference,
    atsJobPostingName: jobTitle,
    atsCreatedAt: createdAt.getTime(),
    // The application's clock may have stood behind the one that made the row.
    atsLastModifiedAt: Math.max(updatedAt.getTime(), createdAt.getTime()),
    ...(email === null ? {} : { candidateEmail: email }),
    firstName,
    lastName,
    source: inWords(application.source),
    dispositionReason: closedReason === null ? '' : inWords(closedReason),
  }
}

/** LinkedIn shows these texts as they are, so a code is made readable: `position_filled` is "Position filled". */
export function inWords(code: string): string {
  const words = code.replaceAll('_', ' ')
  return code === 'linkedin' ? 'LinkedIn' : words.charAt(0).toUpperCase() + words.slice(1)
}
