import { putConfigurations } from '@lodestone/rsc/integration-configurations'
import { updateProvisionedApplication } from '@lodestone/rsc/provisioned-applications'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { look, perform } from '../../platform/work.ts'
import { findAccess } from './access.queries.ts'
import { applicationAddressesOf, callbackUrlOf } from './addresses.ts'
import { clientOf, parentClient } from './clients.ts'
import { integrationKey } from './integration-keys.ts'
import { refuseIfRefused } from './refusals.ts'

/** After LODESTONE_PUBLIC_URL has changed LinkedIn hears of it. What is stored is always what LinkedIn has taken. */
export async function renewAddresses(app: App, actor: Actor): Promise<void> {
  const access = await look(app, actor, tx => findAccess(tx, actor.tenantId))
  if (!access) return
  const { applicationUrn, organizationUrn, contractUrn } = access
  const callbackUrl = callbackUrlOf(app, access.hookPath)
  if (callbackUrl === access.callbackUrl) return
  await updateProvisionedApplication(parentClient(app), applicationUrn, applicationAddressesOf(app))
  if (organizationUrn !== null) {
    const key = integrationKey({ organizationUrn, contractUrn }, 'ONE_CLICK_EXPORT')
    const client = clientOf(app, actor.tenantId, access)
    refuseIfRefused(
      'Telling LinkedIn the new addresses',
      await putConfigurations(client, key, { CALLBACK_URL: callbackUrl }),
    )
  }
  await perform(app, actor, work =>
    work.tx
      .updateTable('linkedin_access')
      .set({ callback_url: callbackUrl, updated_at: work.now })
      .where('tenant_id', '=', work.tenantId)
      .execute(),
  )
}
