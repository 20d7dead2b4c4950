import type { ApplicationStage } from '@lodestone/rsc/ats-application-stages'
import type { InterviewFeedback } from '@lodestone/rsc/ats-interview-feedback'
import type { Note } from '@lodestone/rsc/ats-notes'
import type { Collection } from '../collection.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { applicationPartIdOf } from '../store.ts'
import type { ApplicationPart, ApplicationPlace } from '../synced-records.ts'
import { findApplication, refuseUnknownApplication } from './ats-applications.ts'

type PartPlace = ApplicationPlace & { readonly id: string }

export function putStage(sandbox: Sandbox, place: PartPlace, stage: ApplicationStage): void {
  putPart(sandbox, sandbox.store.atsApplicationStages, { ...place, body: stage })
}

export function removeStage(sandbox: Sandbox, place: PartPlace): void {
  removePart(sandbox.store.atsApplicationStages, place, 'The stage does not exist.')
}

export function putApplicationNote(sandbox: Sandbox, place: PartPlace, note: Note): void {
  putPart(sandbox, sandbox.store.atsApplicationNotes, { ...place, body: note })
}

export function removeApplicationNote(sandbox: Sandbox, place: PartPlace): void {
  removePart(sandbox.store.atsApplicationNotes, place, 'The note does not exist.')
}

export function putInterviewFeedback(sandbox: Sandbox, place: PartPlace, feedback: InterviewFeedback): void {
  putPart(sandbox, sandbox.store.atsInterviewFeedback, { ...place, body: feedback })
}

export function removeInterviewFeedback(sandbox: Sandbox, place: PartPlace): void {
  removePart(sandbox.store.atsInterviewFeedback, place, 'The interview feedback does not exist.')
}

/** Replaced whole; only below an application that is there. */
function putPart<Body>(
  sandbox: Sandbox,
  parts: Collection<ApplicationPart<Body>>,
  part: PartPlace & { readonly body: Body },
): void {
  if (findApplication(sandbox, part) === undefined) throw refuseUnknownApplication()
  const changedAt = sandbox.clock.now()
  const createdAt = parts.find(applicationPartIdOf(part))?.createdAt ?? changedAt
  parts.put({ ...part, createdAt, changedAt })
}

function removePart<Body>(parts: Collection<ApplicationPart<Body>>, place: PartPlace, unknown: string): void {
  if (!parts.remove(applicationPartIdOf(place))) throw new Refusal(404, 'unknown-record', unknown)
}
