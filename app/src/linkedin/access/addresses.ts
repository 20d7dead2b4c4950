import type { App } from '../../platform/app.ts'

/** The page's address at LinkedIn's sign-in; exact, because LinkedIn compares it letter by letter. */
export function redirectUriOf(app: App): string {
  return `${app.config.publicUrl}/linkedin/return`
}

/** Where an administrator comes back to who signed in at LinkedIn to set it up. */
export function setUpReturnUriOf(app: App): string {
  return `${app.config.publicUrl}/linkedin/set-up/return`
}

/** Where LinkedIn pushes to. */
export function callbackUrlOf(app: App, hookPath: string): string {
  return `${app.config.publicUrl}/hooks/linkedin/${hookPath}`
}

/** What the child application itself holds of our addresses. */
export function applicationAddressesOf(app: App) {
  return {
    oauth2AuthorizedCallbackUrls: [redirectUriOf(app), setUpReturnUriOf(app)],
    validJsSdkDomains: [new URL(app.config.publicUrl).origin],
  }
}
