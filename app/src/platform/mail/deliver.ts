import { createTransport } from 'nodemailer'
import type { App } from '../app.ts'
import { capture } from './captured-mails.ts'
import type { Letter } from './letter.ts'

/** Why a letter did not leave. Never the server's own sentence: that repeats the address. */
export interface NotDelivered {
  reason: string
  /** The server has said no to this letter for good. */
  isFinal: boolean
}

const TIMEOUT_MS = 15_000

/** Undefined when the mail server has taken the letter. */
export async function deliver(app: App, letter: Letter): Promise<NotDelivered | undefined> {
  if (!app.config.mail) {
    if (!app.config.demo) return { reason: 'No mail server is set.', isFinal: false }
    capture(app, letter)
    return undefined
  }
  const { smtpUrl, from } = app.config.mail
  const transport = createTransport({
    url: smtpUrl,
    requireTLS: needsTls(new URL(smtpUrl)),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({ ...letter, from, headers: { 'Auto-Submitted': 'auto-generated' } })
    return undefined
  } catch (error) {
    return explain(error)
  } finally {
    transport.close()
  }
}

// On this machine there is nobody in between; elsewhere an operator has to say so.
function needsTls(url: URL): boolean {
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'smtp:' && !isLocal && url.searchParams.get('ignoreTLS') !== 'true'
}

function explain(error: unknown): NotDelivered {
  const { responseCode, code } = Object(error)
  if (typeof responseCode === 'number') {
    // A no to signing in or to TLS is about us and not about the letter.
    const isFinal = responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
    return { reason: `The mail server answered ${responseCode}.`, isFinal }
  }
  return {
    reason: `The mail server could not be reached (${typeof code === 'string' ? code : 'no code'}).`,
    isFinal: false,
  }
}
