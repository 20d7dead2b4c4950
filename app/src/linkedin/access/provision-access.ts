import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { LinkedInFailure } from '@lodestone/rsc/errors'
import type { CreatedApplication } from '@lodestone/rsc/provisioned-applications'
import { findProvisionedApplication, provisionApplication } from '@lodestone/rsc/provisioned-applications'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { conflict } from '../../platform/errors.ts'
import { look, perform } from '../../platform/work.ts'
import type { Access } from './access.queries.ts'
import { findAccess } from './access.queries.ts'
import { applicationAddressesOf, callbackUrlOf } from './addresses.ts'
import { scheduleCheck } from './check-linkedin.job.ts'
import { childSecret, parentClient, sealChildSecret } from './clients.ts'
import { nameOfInstance } from './instance-name.ts'
import { refuseUnlessMayManageLinkedIn, tellingLinkedInsNo } from './refusals.ts'
import { renewAddresses } from './renew-addresses.ts'

export interface ProvisionedAccess {
  applicationUrn: string
  clientId: string
}

/** Gives this ATS instance its own application at LinkedIn. Done again, it only renews addresses that have changed. */
export async function provisionAccess(app: App, actor: Actor): Promise<ProvisionedAccess> {
  refuseUnlessMayManageLinkedIn(actor)
  const known = await look(app, actor, tx => findAccess(tx, actor.tenantId))
  if (known) return keepAddresses(app, actor, known)
  const name = await look(app, actor, tx => nameOfInstance(tx, actor.tenantId))
  return tellingLinkedInsNo('Making an application for this company at LinkedIn', async () => {
    const created = await createOrExplain(app, actor, name)
    if (!created) return provisionAccess(app, actor)
    await storeAccess(app, actor, created)
    return { applicationUrn: created.applicationUrn, clientId: created.clientId }
  })
}

async function createOrExplain(app: App, actor: Actor, name: string): Promise<CreatedApplication | undefined> {
  const parent = parentClient(app)
  try {
    return await provisionApplication(parent, {
      uniqueForeignId: actor.tenantId,
      name,
      description: `${name}, customer ${actor.tenantId}`,
      ...applicationAddressesOf(app),
    })
  } catch (error) {
    if (!(error instanceof LinkedInFailure) || error.kind !== 'conflict') throw error
    if (await isStoredSoon(app, actor)) return undefined
    const there = await findProvisionedApplication(parent, actor.tenantId)
    throw secretLost(there?.applicationUrn ?? 'of an unknown number')
  }
}

/** Another administrator may have clicked a moment ago: then the row is about to be there. */
async function isStoredSoon(app: App, actor: Actor): Promise<boolean> {
  for (let looks = 0; looks < 10; looks++) {
    if (await look(app, actor, tx => findAccess(tx, actor.tenantId))) return true
    await setTimeout(200)
  }
  return false
}

function secretLost(applicationUrn: string) {
  return conflict({
    code: 'linkedin.secretLost',
    message:
      `LinkedIn already has an application for this company (${applicationUrn}), but this installation does not hold its secret, ` +
      'and LinkedIn shows a secret only once. Restore the database that holds it, or have LinkedIn remove that application, and connect again.',
    params: { applicationUrn },
  })
}

async function storeAccess(app: App, actor: Actor, created: CreatedApplication): Promise<void> {
  const hookPath = randomBytes(24).toString('base64url')
  await perform(app, actor, async work => {
    await work.tx
      .insertInto('linkedin_access')
      .values({
        tenant_id: work.tenantId,
        unique_foreign_id: work.tenantId,
        application_urn: created.applicationUrn,
        client_id: created.clientId,
        client_secret: sealChildSecret(app, work.tenantId, created.clientSecret),
        hook_path: hookPath,
        callback_url: callbackUrlOf(app, hookPath),
        created_at: work.now,
        updated_at: work.now,
      })
      .execute()
    await work.record({
      kind: 'linkedin.provisioned',
      subject: { kind: 'linkedin', id: work.tenantId },
      change: { applicationUrn: created.applicationUrn },
    })
    await scheduleCheck(work)
  })
}

async function keepAddresses(app: App, actor: Actor, access: Access): Promise<ProvisionedAccess> {
  // A secret that cannot be read is found out here, with its reason, and not at the first push.
  childSecret(app, actor.tenantId, access)
  await tellingLinkedInsNo('Telling LinkedIn the new addresses', () => renewAddresses(app, actor))
  return { applicationUrn: access.applicationUrn, clientId: access.clientId }
}
