import type { Actor } from '../../platform/actor.ts'
import { hasRole } from '../../platform/actor.ts'
import { notAllowed } from '../../platform/errors.ts'

/** Whoever starts the program by hand may do what an administrator may. */
export function isAdministrator(actor: Actor): boolean {
  return actor.kind === 'operator' || hasRole(actor, 'administrator')
}

export function refuseUnlessAdministrator(actor: Actor): void {
  if (isAdministrator(actor)) return
  throw notAllowed('user.onlyAdministrators', 'Only administrators add people or change their roles. Ask one of them.')
}
