export type AppRole = 'administrator' | 'recruiter' | 'hiring_manager' | 'read_only'

export interface UserActor {
  kind: 'user'
  tenantId: string
  userId: string
  name: string
  roles: readonly AppRole[]
  /** Set when a program acts with a token that this person answers for; `roles` are then the token's. */
  token?: ActingToken
}

export interface ActingToken {
  id: string
  name: string
  scopes: readonly string[]
}

/** Who changes something. A value, so that history can tell a person from a push. */
export type Actor =
  | UserActor
  | { kind: 'linkedinPush'; tenantId: string; requestId: string }
  | { kind: 'scheduledJob'; tenantId: string; job: string }
  | { kind: 'operator'; tenantId: string }

export function hasRole(actor: Actor, role: AppRole): boolean {
  return actor.kind === 'user' && actor.roles.includes(role)
}
