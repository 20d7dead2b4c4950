import { nameIntegrations } from '../../app/src/linkedin/access/name-integrations.ts'
import { provisionAccess } from '../../app/src/linkedin/access/provision-access.ts'
import { finishSignIn, startSignIn } from '../../app/src/linkedin/user-connection/user-connection.ts'
import type { UserActor } from '../../app/src/platform/actor.ts'
import type { App } from '../../app/src/platform/app.ts'
import type { DemoInstance } from './demo-people.ts'
import { consentAs } from './sandbox-consent.ts'
import { askSandbox } from './sandbox-control.ts'

interface Place {
  app: App
  sandboxUrl: string
}

/** What two administrators do: ours provisions and names, LinkedIn's requests and switches the level on. */
export async function connectInstance(
  { app, sandboxUrl }: Place,
  administrator: UserActor,
  { organization, contract, level }: NonNullable<DemoInstance['linkedin']>,
): Promise<void> {
  await provisionAccess(app, administrator)
  const row = { uniqueForeignId: administrator.tenantId, level, organization, contract }
  await askSandbox(sandboxUrl, 'integrations', { action: 'request', ...row })
  await nameIntegrations(app, administrator, { organization, contract: level === 'contract' ? contract : null })
  // LinkedIn challenges the new CALLBACK_URL first, and opens the switch only after that.
  await askSandbox(sandboxUrl, 'settle', {})
  await askSandbox(sandboxUrl, 'integrations', { action: 'enable', ...row })
}

/** What one recruiter does: User settings, Connect, sign in at LinkedIn, Allow. */
export async function connectUser({ app }: Place, actor: UserActor, email: string): Promise<void> {
  const { authorizeUrl } = await startSignIn(app, actor)
  await finishSignIn(app, actor, await consentAs(email, authorizeUrl))
}
