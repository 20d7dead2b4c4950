import type { ApplicationStage } from '@lodestone/rsc/ats-application-stages'
import type { Application } from '@lodestone/rsc/ats-applications'
import type { Candidate } from '@lodestone/rsc/ats-candidates'
import type { InterviewFeedback } from '@lodestone/rsc/ats-interview-feedback'
import type { Note } from '@lodestone/rsc/ats-notes'

/** What an ATS has told about its candidates: each record as it came last, under the ATS's own ids. */

export interface CandidatePlace {
  readonly clientId: string
  readonly integrationContext: string
  readonly atsCandidateId: string
}

export interface ApplicationPlace {
  readonly clientId: string
  readonly integrationContext: string
  readonly atsJobApplicationId: string
}

export interface AtsCandidate extends CandidatePlace {
  /** As it came, but for the member that a user chose: that is a link. */
  readonly candidate: Readonly<Omit<Candidate, 'manualMatchedMember'>>
  /** From then on the record as it is now is matched; until then whom the former one was matched with. */
  readonly matchDueAt: number
  readonly formerMatchIds: readonly string[]
  readonly createdAt: number
  readonly changedAt: number
}

export interface AtsApplication extends ApplicationPlace {
  readonly application: Readonly<Application>
  readonly createdAt: number
  readonly changedAt: number
}

/** A record below a candidate or an application; `id` is unique there only. */
interface Part<Body> {
  readonly id: string
  readonly body: Readonly<Body>
  readonly createdAt: number
  readonly changedAt: number
}

export type ApplicationPart<Body> = ApplicationPlace & Part<Body>

export type AtsApplicationStage = ApplicationPart<ApplicationStage>
export type AtsApplicationNote = ApplicationPart<Note>
export type AtsInterviewFeedback = ApplicationPart<InterviewFeedback>
export type AtsCandidateNote = CandidatePlace & Part<Note>

/** Field by field: whole collections are looked through, and building a key for each record would take most of the time. */
export function isOfApplication({ clientId, integrationContext, atsJobApplicationId }: ApplicationPlace) {
  return (record: ApplicationPlace) =>
    record.atsJobApplicationId === atsJobApplicationId &&
    record.clientId === clientId &&
    record.integrationContext === integrationContext
}

export function isOfCandidate({ clientId, integrationContext, atsCandidateId }: CandidatePlace) {
  return (record: CandidatePlace) =>
    record.atsCandidateId === atsCandidateId &&
    record.clientId === clientId &&
    record.integrationContext === integrationContext
}
