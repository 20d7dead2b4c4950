import type { Actor, UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { conflict, invalid, Refusal } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { look, perform } from '../../platform/work.ts'
import { findAccess, getAccess } from '../access/access.queries.ts'
import { disconnectAccess } from '../access/disconnect-access.ts'
import type { RequestedContexts } from '../access/name-integrations.ts'
import { nameIntegrations } from '../access/name-integrations.ts'
import { readIntegrations } from '../access/read-integrations.ts'
import { refuseUnlessMayManageLinkedIn, tellingLinkedInsNo } from '../access/refusals.ts'
import { contextsOf } from './requested-contexts.ts'
import type { RequestedKeys } from './set-up.shapes.ts'
import { refuseBasicEdition } from './set-up-offer.ts'

/**
 * LinkedIn's plugin told the page that access was requested: in the first press, in Notify partner, or in somebody's forgery.
 * LinkedIn itself is asked before anything is stored, and the same once more changes nothing.
 */
export async function requestAccess(app: App, actor: UserActor, { keys }: RequestedKeys): Promise<void> {
  refuseUnlessMayManageLinkedIn(actor)
  const known = await look(app, actor, async tx => {
    await refuseBasicEdition(tx, actor.tenantId)
    return getAccess(tx, actor.tenantId)
  })
  const requested = contextsOf(keys)
  const organization = requested.organization ?? known.organizationUrn
  if (organization === null) throw noCompany()
  const kept = requested.contract === null && organization === known.organizationUrn ? known.contractUrn : null
  await nameKept(app, actor, { organization, contract: requested.contract ?? kept }, kept !== null)
  await perform(app, actor, work => noteRequest(work, actor))
}

/** Connected again: LinkedIn still holds what was requested before, and will not tell of it once more. */
export async function takeUpAgain(app: App, actor: UserActor): Promise<void> {
  const access = await look(app, actor, tx => getAccess(tx, actor.tenantId))
  const { organizationUrn, leftOrganizationUrn: organization, leftContractUrn: contract } = access
  if (organizationUrn !== null || organization === null) return
  try {
    await nameKept(app, actor, { organization, contract }, contract !== null)
    await perform(app, actor, work => noteRequest(work, actor))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    app.log.info({ reason: error.code }, 'what was requested before is not taken up again')
  }
}

/** The company's line alone says nothing of the contract: it stays, as long as LinkedIn still knows of it. */
async function nameKept(app: App, actor: Actor, contexts: RequestedContexts, mayDrop: boolean): Promise<void> {
  try {
    await nameIntegrations(app, actor, contexts)
  } catch (error) {
    const isGone = error instanceof Refusal && error.code === 'linkedin.notRequested'
    if (!mayDrop || !isGone) throw error
    await nameIntegrations(app, actor, { ...contexts, contract: null })
  }
}

/** Who asked first stays the one who asked. */
async function noteRequest(work: Work, actor: UserActor): Promise<void> {
  await work.tx
    .insertInto('linkedin_set_up')
    .values({ tenant_id: work.tenantId, requested_at: work.now, requested_by: actor.userId })
    .onConflict(conflict =>
      conflict
        .column('tenant_id')
        .doUpdateSet({ requested_at: work.now, requested_by: actor.userId })
        .where('linkedin_set_up.requested_at', 'is', null),
    )
    .execute()
}

const ASKED_JUST_NOW_MS = 2_000

/** Asks LinkedIn where the set-up stands. Several pages that wait ask as one. */
export async function askLinkedIn(app: App, actor: Actor): Promise<void> {
  refuseUnlessMayManageLinkedIn(actor)
  const access = await look(app, actor, tx => findAccess(tx, actor.tenantId))
  if (!access || access.organizationUrn === null) return
  const ageMs = access.checkedAt === null ? Infinity : app.clock.now().getTime() - access.checkedAt.getTime()
  if (ageMs >= 0 && ageMs < ASKED_JUST_NOW_MS) return
  await tellingLinkedInsNo('Asking LinkedIn where the set-up stands', () => readIntegrations(app, actor))
}

/** Only who types the name of the instance means it. Answers whether LinkedIn could be told. */
export async function disconnectInstance(app: App, actor: UserActor, instanceName: string): Promise<boolean> {
  refuseUnlessMayManageLinkedIn(actor)
  const tenant = await look(app, actor, tx =>
    tx.selectFrom('tenant').select('instance_name').where('id', '=', actor.tenantId).executeTakeFirstOrThrow(),
  )
  if (instanceName.trim() !== tenant.instance_name.trim()) throw otherName(tenant.instance_name)
  return disconnectAccess(app, actor, async work => {
    const values = {
      connected_at: null,
      connected_by: null,
      requested_at: null,
      requested_by: null,
      disconnected_at: work.now,
      disconnected_by: actor.userId,
    }
    await work.tx
      .insertInto('linkedin_set_up')
      .values({ ...values, tenant_id: work.tenantId })
      .onConflict(conflict => conflict.column('tenant_id').doUpdateSet(values))
      .execute()
  })
}

function noCompany() {
  return conflict({
    code: 'linkedin.noCompany',
    message:
      'LinkedIn told of a contract, and not of the company that it belongs to, so nothing was changed. Press Request in LinkedIn’s window once more.',
  })
}

function otherName(instanceName: string) {
  const message = `That is not the name of this ATS instance, so it stays connected. Type: ${instanceName}`
  return invalid({
    code: 'linkedin.otherInstanceName',
    message,
    params: { instanceName },
    errors: [{ field: 'instanceName', message, code: 'linkedin.otherInstanceName' }],
  })
}
