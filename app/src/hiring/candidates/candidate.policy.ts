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
