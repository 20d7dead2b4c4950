import { getIntegrationsByRequest } from '@lodestone/rsc/ats-integrations'
import { LinkedInFailure } from '@lodestone/rsc/errors'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/errors.ts'
import { TryLater } from '../../platform/queue/queue.ts'
import { look, perform } from '../../platform/work.ts'
import { companyTypes, findAccess } from './access.queries.ts'
import { countCall } from './call-count.ts'
import { clientOf } from './clients.ts'
import { takeUpContexts } from './name-integrations.ts'

const AGAIN_MS = 60_000

/**
 * A company can get another id at LinkedIn. Under the old one nothing is found any more, and only the push of switching on
 * again leads to the new one.
 */
export async function followCompany(app: App, actor: Actor, requestId: string): Promise<void> {
  const access = await look(app, actor, tx => findAccess(tx, actor.tenantId))
  if (!access || access.organizationUrn === null) return
  const waitUntil = await perform(app, actor, work => countCall(work, 'atsIntegrations'))
  if (waitUntil) throw new TryLater(waitUntil, 'The calls that LinkedIn allows today are used.')
  const told = await getIntegrationsByRequest(clientOf(app, actor.tenantId, access), requestId).catch(error => {
    if (error instanceof LinkedInFailure && error.kind === 'notFound') return []
    throw error
  })
  const ofCompany = told.find(one => companyTypes.some(type => type === one.integrationType))
  const organization = ofCompany?.integrationContext
  if (organization === undefined || organization === access.organizationUrn) return
  try {
    await takeUpContexts(app, actor, { organization, contract: access.contractUrn })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new TryLater(new Date(app.clock.now().getTime() + AGAIN_MS), error.message)
  }
}
