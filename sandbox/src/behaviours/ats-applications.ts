import type { Application } from '@lodestone/rsc/ats-applications'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { applicationIdOf } from '../store.ts'
import { type ApplicationPlace, type AtsApplication, isOfApplication } from '../synced-records.ts'

/**
 * An application as the ATS names and describes it; replaced whole by each put, its parts stay. Candidate and job are only
 * the ATS's own ids here, so they may come later.
 */
export function putApplication(sandbox: Sandbox, place: ApplicationPlace, application: Application): void {
  const now = sandbox.clock.now()
  const createdAt = findApplication(sandbox, place)?.createdAt ?? now
  sandbox.store.atsApplications.put({ ...place, application, createdAt, changedAt: now })
}

/** Stages, notes and interview feedback go with it. */
export function removeApplication({ store }: Sandbox, place: ApplicationPlace): void {
  if (!store.atsApplications.remove(applicationIdOf(place))) throw refuseUnknownApplication()
  for (const parts of [store.atsApplicationStages, store.atsApplicationNotes, store.atsInterviewFeedback]) {
    parts.removeWhere(isOfApplication(place))
  }
}

export function findApplication(sandbox: Sandbox, place: ApplicationPlace): AtsApplication | undefined {
  return sandbox.store.atsApplications.find(applicationIdOf(place))
}

export function refuseUnknownApplication(): Refusal {
  return new Refusal(404, 'unknown-application', 'The application does not exist.')
}
