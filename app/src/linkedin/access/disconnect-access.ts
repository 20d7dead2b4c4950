import { LinkedInFailure } from '@lodestone/rsc/errors'
import { deleteConfigurations } from '@lodestone/rsc/integration-configurations'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Work } from '../../platform/work.ts'
import { look, perform } from '../../platform/work.ts'
import type { Access } from './access.queries.ts'
import { getAccess, levelOf } from './access.queries.ts'
import { clientOf } from './clients.ts'
import { integrationKey } from './integration-keys.ts'
import { refuseUnlessMayManageLinkedIn } from './refusals.ts'

/**
 * Ends what LinkedIn may do here at once, whether LinkedIn can be reached or not; answers whether it was told. The application
 * at LinkedIn stays, because its secret is shown only once, and so does everything that came from LinkedIn.
 */
export async function disconnectAccess(app: App, actor: Actor, also: (work: Work) => Promise<void>): Promise<boolean> {
  refuseUnlessMayManageLinkedIn(actor)
  const access = await look(app, actor, tx => getAccess(tx, actor.tenantId))
  await perform(app, actor, async work => {
    await leave(work)
    await also(work)
  })
  return tellLinkedIn(app, actor, access)
}

async function leave(work: Work): Promise<void> {
  const access = await work.tx
    .selectFrom('linkedin_access')
    .select(['organization_urn', 'contract_urn'])
    .where('tenant_id', '=', work.tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const from = await levelOf(work.tx, work.tenantId)
  if (access.organization_urn === null) return
  await work.tx.deleteFrom('linkedin_integration').where('tenant_id', '=', work.tenantId).execute()
  await work.tx.deleteFrom('linkedin_seat').where('tenant_id', '=', work.tenantId).execute()
  await work.tx
    .updateTable('linkedin_access')
    .set({
      organization_urn: null,
      contract_urn: null,
      integration_name: null,
      left_organization_urn: access.organization_urn,
      left_contract_urn: access.contract_urn,
      updated_at: work.now,
    })
    .where('tenant_id', '=', work.tenantId)
    .execute()
  const subject = { kind: 'linkedin', id: work.tenantId }
  const left = { organizationUrn: access.organization_urn, contractUrn: access.contract_urn }
  await work.record({ kind: 'linkedin.disconnected', subject, change: left })
  if (from === 'off') return
  const change = { from, to: 'off', exportSwitchedOn: false, indicatorSwitchedOn: false }
  await work.record({ kind: 'linkedin.levelChanged', subject, change })
}

/** Without an address LinkedIn has nowhere to push to, and shows its people that this ATS is not ready. */
async function tellLinkedIn(app: App, actor: Actor, access: Access): Promise<boolean> {
  const { organizationUrn, contractUrn } = access
  if (organizationUrn === null) return true
  try {
    const key = integrationKey({ organizationUrn, contractUrn }, 'ONE_CLICK_EXPORT')
    const verdicts = await deleteConfigurations(clientOf(app, actor.tenantId, access), key, ['CALLBACK_URL'])
    return verdicts.every(verdict => verdict.ok || verdict.kind === 'notFound')
  } catch (error) {
    if (!(error instanceof LinkedInFailure)) throw error
    app.log.warn({ err: error }, 'LinkedIn could not be told that a company was disconnected')
    return false
  }
}
