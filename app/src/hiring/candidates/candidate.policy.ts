import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { hasRole } from '../../platform/actor.ts'

/** People who hire work with the whole candidate base; everybody else knows the people of his own jobs. */
export function worksWithAllCandidates(actor: Actor): boolean {
  if (actor.kind !== 'user') return true
  return hasRole(actor, 'administrator') || hasRole(actor, 'recruiter') || hasRole(actor, 'hiring_manager')
}

export function maySeeAllCandidates(actor: Actor): boolean {
  return worksWithAllCandidates(actor) || hasRole(actor, 'read_only')
}

/** Two become one on all jobs at once: a matter of those who recruit for the whole company. */
export function mayMergeCandidates(actor: Actor): boolean {
  return actor.kind !== 'user' || hasRole(actor, 'administrator') || hasRole(actor, 'recruiter')
}

/** Pools, and notes on the person himself, are for whoever works with all candidates. */
const notForInterviewers = [
  'candidate.addedToPool',
  'candidate.removedFromPool',
  'candidate.returnedToPool',
  'candidate.noteAdded',
  'candidate.noteChanged',
  'candidate.noteWithdrawn',
]

/** For a statement over `event e` about a candidate whom the actor may see: not all that happens to him is for everybody. */
export function isToldOf(actor: Actor): RawBuilder<boolean> {
  return maySeeAllCandidates(actor) ? sql`true` : sql`e.kind <> all(${notForInterviewers}::text[])`
}
