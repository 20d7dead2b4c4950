import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { App } from '../app.ts'
import { FIRST_STEP_SECONDS } from './second-step.ts'
import { SESSION_SECONDS } from './sessions.ts'

// Cookies ignore ports: the name keeps ours apart from another program's on the same host.
export const SESSION_COOKIE = 'lodestone_session'

const FIRST_STEP_COOKIE = 'lodestone_first_step'

export function sessionToken(c: Context): string | undefined {
  return getCookie(c, SESSION_COOKIE)
}

export function giveSessionCookie(c: Context, app: App, token: string, maxAge = SESSION_SECONDS): void {
  setCookie(c, SESSION_COOKIE, token, { ...attributes(app), maxAge })
}

export function takeSessionCookie(c: Context, app: App): void {
  deleteCookie(c, SESSION_COOKIE, attributes(app))
}

/** Between the password and the second step. */
export function firstStepToken(c: Context): string | undefined {
  return getCookie(c, FIRST_STEP_COOKIE)
}

export function giveFirstStepCookie(c: Context, app: App, token: string): void {
  setCookie(c, FIRST_STEP_COOKIE, token, { ...attributes(app), maxAge: FIRST_STEP_SECONDS })
}

export function takeFirstStepCookie(c: Context, app: App): void {
  deleteCookie(c, FIRST_STEP_COOKIE, attributes(app))
}

function attributes(app: App) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: app.config.publicUrl.startsWith('https:') } as const
}
