import type { App } from '../app.ts'
import type { Letter } from './letter.ts'

export interface CapturedMail {
  at: string
  to: string
  subject: string
  text: string
}

const MOST = 100

const captured = new WeakMap<App, CapturedMail[]>()

/** The demo sends nothing: what would have left is kept in this process for its own page. */
export function capture(app: App, { to, subject, text }: Letter): void {
  const newest = { at: app.clock.now().toISOString(), to, subject, text }
  captured.set(app, [newest, ...listCapturedMails(app)].slice(0, MOST))
}

/** The newest first. */
export function listCapturedMails(app: App): CapturedMail[] {
  return captured.get(app) ?? []
}
