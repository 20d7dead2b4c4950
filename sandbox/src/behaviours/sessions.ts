import { randomUUID } from 'node:crypto'
import type { Member } from '../member-shape.ts'
import type { Session } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { SANDBOX_PASSWORD } from '../seed.ts'
import { findMemberBySignInEmail } from './members.ts'

/** Cookies ignore ports, so the ATS on the same host must never use this name. */
export const SESSION_COOKIE_NAME = 'recruiter_sandbox_session'

/** Kept in a jar of its own for each site that shows a plugin, so that it works where browsers block cookies of other sites. */
export const FRAME_SESSION_COOKIE_NAME = 'recruiter_sandbox_frame_session'

export function signIn(sandbox: Sandbox, email: string, password: string): Session {
  const member = findMemberBySignInEmail(sandbox, email)
  if (member === undefined || password !== SANDBOX_PASSWORD) {
    throw new Refusal(
      401,
      'wrong-sign-in',
      `Nobody signs in with this e-mail address and password. The password of everybody here is "${SANDBOX_PASSWORD}"; the addresses are at /_sandbox/credentials.`,
    )
  }
  if (member.closedAt !== null) {
    throw new Refusal(401, 'account-closed', 'This account was closed. Sign in as somebody else.')
  }
  return sandbox.store.sessions.put({
    sessionId: randomUUID(),
    memberId: member.memberId,
    createdAt: sandbox.clock.now(),
  })
}

export function signOut(sandbox: Sandbox, sessionId: string): void {
  sandbox.store.sessions.remove(sessionId)
}

export function findSignedInMember(sandbox: Sandbox, sessionId: string | undefined): Member | undefined {
  const session = sessionId === undefined ? undefined : sandbox.store.sessions.find(sessionId)
  const member = session === undefined ? undefined : sandbox.store.members.find(session.memberId)
  return member?.closedAt === null ? member : undefined
}
