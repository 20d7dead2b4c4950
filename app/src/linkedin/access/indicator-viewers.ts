import type { IntegrationKey } from '@lodestone/rsc/ats-integrations'
import type { Client } from '@lodestone/rsc/client'
import { allProductUsers, deleteConfigurations, putConfigurations } from '@lodestone/rsc/integration-configurations'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { look, perform } from '../../platform/work.ts'
import type { Access } from './access.queries.ts'
import { getAccess } from './access.queries.ts'
import { clientOf } from './clients.ts'
import { integrationKey } from './integration-keys.ts'
import { refuseIfRefused, refuseUnlessMayManageLinkedIn, tellingLinkedInsNo } from './refusals.ts'

const SETTING_VIEWERS = 'Telling LinkedIn who may see the In-ATS section'

/** Who sees in Recruiter what this ATS knows of a person: everybody with a seat, or the hiring team. LinkedIn hears of it first. */
export async function setIndicatorViewers(
  app: App,
  actor: Actor,
  indicatorViewers: Access['indicatorViewers'],
): Promise<void> {
  refuseUnlessMayManageLinkedIn(actor)
  const access = await look(app, actor, tx => getAccess(tx, actor.tenantId))
  if (access.indicatorViewers === indicatorViewers) return
  const { organizationUrn, contractUrn } = access
  if (organizationUrn !== null) {
    const key = integrationKey({ organizationUrn, contractUrn }, 'IN_ATS_INDICATOR')
    const client = clientOf(app, actor.tenantId, access)
    await tellingLinkedInsNo(SETTING_VIEWERS, () => tellViewers(client, key, indicatorViewers))
  }
  await perform(app, actor, async work => {
    await work.tx
      .updateTable('linkedin_access')
      .set({ indicator_viewers: indicatorViewers, updated_at: work.now })
      .where('tenant_id', '=', work.tenantId)
      .execute()
    await work.record({
      kind: 'linkedin.indicatorViewersChanged',
      subject: { kind: 'linkedin', id: work.tenantId },
      change: { from: access.indicatorViewers, to: indicatorViewers },
    })
  })
}

/** Without the setting only those see it whom an access list names. */
export async function tellViewers(
  client: Client,
  indicatorKey: IntegrationKey,
  indicatorViewers: Access['indicatorViewers'],
): Promise<void> {
  if (indicatorViewers === 'everyone') {
    const verdicts = await putConfigurations(client, indicatorKey, { APPLICATION_VIEWERS: allProductUsers })
    return refuseIfRefused(SETTING_VIEWERS, verdicts)
  }
  const verdicts = await deleteConfigurations(client, indicatorKey, ['APPLICATION_VIEWERS'])
  refuseIfRefused(
    SETTING_VIEWERS,
    verdicts.filter(verdict => verdict.ok || verdict.kind !== 'notFound'),
  )
}
