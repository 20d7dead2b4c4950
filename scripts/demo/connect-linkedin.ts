import { requestAccess } from '../../app/src/linkedin/set-up/set-up.ts'
import { finishSetUpSignIn, startSetUp } from '../../app/src/linkedin/set-up/set-up-sign-in.ts'
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

/** What two administrators do: ours connects and requests, LinkedIn's switches the level on. */
export async function connectInstance(
  { app, sandboxUrl }: Place,
  { administrator, email }: { administrator: UserActor; email: string },
  { organization, contract, level }: NonNullable<DemoInstance['linkedin']>,
): Promise<void> {
  const { authorizeUrl } = await startSetUp(app, administrator)
  await finishSetUpSignIn(app, administrator, await consentAs(email, authorizeUrl))
  const row = { uniqueForeignId: administrator.tenantId, level, organization, contract }
  await askSandbox(sandboxUrl, 'integrations', { action: 'request', ...row })
  const ofCompany = { integrationContext: organization, integrationType: 'ONE_CLICK_EXPORT' }
  const ofContract = { integrationContext: contract, integrationType: 'CSA_API' }
  const keys = level === 'contract' ? [ofCompany, ofContract] : [ofCompany]
  await requestAccess(app, administrator, { keys })
  // LinkedIn challenges the new CALLBACK_URL first, and opens the switch only after that.
  await askSandbox(sandboxUrl, 'settle', {})
  await askSandbox(sandboxUrl, 'integrations', { action: 'enable', ...row })
}

/** What one recruiter does: User settings, Connect, sign in at LinkedIn, Allow. */
export async function connectUser({ app }: Place, actor: UserActor, email: string): Promise<void> {
  const { authorizeUrl } = await startSignIn(app, actor)
  await finishSignIn(app, actor, await consentAs(email, authorizeUrl))
}
