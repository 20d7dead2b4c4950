import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { App } from '../app.ts'
import { SESSION_SECONDS } from './sessions.ts'

// Cookies ignore ports: the name keeps ours apart from another program's on the same host.
export const SESSION_COOKIE = 'lodestone_session'

export function sessionToken(c: Context): string | undefined {
  return getCookie(c, SESSION_COOKIE)
}

export function giveSessionCookie(c: Context, app: App, token: string): void {
  setCookie(c, SESSION_COOKIE, token, { ...attributes(app), maxAge: SESSION_SECONDS })
}

export function takeSessionCookie(c: Context, app: App): void {
  deleteCookie(c, SESSION_COOKIE, attributes(app))
}

function attributes(app: App) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: app.config.publicUrl.startsWith('https:') } as const
}
