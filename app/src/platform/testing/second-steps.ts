import { Secret, TOTP } from 'otpauth'
import type { App } from '../app.ts'
import { beginSetUp, confirmSetUp } from '../auth/two-step.ts'

/** What the app on the telephone shows now. */
export function codeOf(app: App, secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() })
}

export async function setUpTwoStep(app: App, signInId: string): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await beginSetUp(app, signInId)
  return { secret, recoveryCodes: await confirmSetUp(app, signInId, codeOf(app, secret)) }
}
