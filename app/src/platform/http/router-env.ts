import type { UserActor } from '../actor.ts'

/** The session that a request came with; only the session's own routes look at it. */
export interface RequestSession {
  id: string
  signInId: string
  /** The company that vouched for this person; null for whoever gave a password. */
  vouchedBy: string | null
  openedAt: Date
}

/** What middleware leaves for the handlers of every router. */
export interface RouterEnv {
  Variables: { actor: UserActor; requestId: string; session: RequestSession }
}
