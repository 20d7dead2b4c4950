import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { FRAME_SESSION_COOKIE_NAME, SESSION_COOKIE_NAME, signOut } from '../../behaviours/sessions.ts'
import type { Session } from '../../records.ts'
import type { Sandbox } from '../../sandbox.ts'

// Browsers take `Secure` from http on localhost as well; without `Partitioned` they keep nothing of another site.
const frameCookie = { httpOnly: true, sameSite: 'None', secure: true, partitioned: true, path: '/' } as const

/** On another site the browser keeps the first one only, on the same site both: then Recruiter knows the member, too. */
export function keepFrameSession(c: Context, session: Session): void {
  setCookie(c, FRAME_SESSION_COOKIE_NAME, session.sessionId, frameCookie)
  setCookie(c, SESSION_COOKIE_NAME, session.sessionId, { httpOnly: true, sameSite: 'Lax', path: '/' })
}

export function endFrameSession(c: Context, sandbox: Sandbox): void {
  for (const name of [FRAME_SESSION_COOKIE_NAME, SESSION_COOKIE_NAME]) {
    const sessionId = getCookie(c, name)
    if (sessionId !== undefined) signOut(sandbox, sessionId)
  }
  deleteCookie(c, FRAME_SESSION_COOKIE_NAME, frameCookie)
  deleteCookie(c, SESSION_COOKIE_NAME, { path: '/' })
}
