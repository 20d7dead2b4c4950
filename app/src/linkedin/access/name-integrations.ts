import { getIntegrations, nameIntegrations as sendNames } from '@lodestone/rsc/ats-integrations'
import type { Client } from '@lodestone/rsc/client'
import { putConfigurations } from '@lodestone/rsc/integration-configurations'
import { contractUrnSchema, organizationUrnSchema } from '@lodestone/rsc/urns'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import { TryLater } from '../../platform/queue/queue.ts'
import type { Work } from '../../platform/work.ts'
import { look, perform } from '../../platform/work.ts'
import type { Access } from './access.queries.ts'
import { getAccess } from './access.queries.ts'
import { callbackUrlOf } from './addresses.ts'
import { countCall } from './call-count.ts'
import { clientOf } from './clients.ts'
import { tellViewers } from './indicator-viewers.ts'
import { nameOfInstance } from './instance-name.ts'
import type { Contexts } from './integration-keys.ts'
import { integrationKey, integrationKeysOf } from './integration-keys.ts'
import { readIntegrations } from './read-integrations.ts'
import { refuseIfRefused, refuseUnlessMayManageLinkedIn, tellingLinkedInsNo } from './refusals.ts'

const contextsSchema = z.object({ organization: organizationUrnSchema, contract: contractUrnSchema.nullable() })
export type RequestedContexts = z.input<typeof contextsSchema>

const GETTING_READY = 'Telling LinkedIn that this ATS is ready'

/** Our half of the set-up: what the administrator requested gets a name and an address, and so becomes Partner ready. */
export async function nameIntegrations(app: App, actor: Actor, requested: RequestedContexts): Promise<void> {
  refuseUnlessMayManageLinkedIn(actor)
  await takeUpContexts(app, actor, requested)
}

/** The same for LinkedIn's own news: nobody here asked for it, and LinkedIn confirms it in any case. */
export async function takeUpContexts(app: App, actor: Actor, requested: RequestedContexts): Promise<void> {
  const contexts = readContexts(requested)
  const { access, name } = await look(app, actor, async tx => ({
    access: await getAccess(tx, actor.tenantId),
    name: await nameOfInstance(tx, actor.tenantId),
  }))
  const callbackUrl = callbackUrlOf(app, access.hookPath)
  // The keys come out of the administrator's browser. Until LinkedIn has taken them, what works goes on as it was.
  await tellingLinkedInsNo(GETTING_READY, async () => {
    const client = clientOf(app, actor.tenantId, access)
    const waitUntil = await perform(app, actor, async work => {
      return (await countCall(work, 'atsIntegrations')) ?? countCall(work, 'atsIntegrations')
    })
    if (waitUntil) throw new TryLater(waitUntil, 'The calls that LinkedIn allows today are used.')
    await refuseUnlessRequested(client, contexts)
    const named = integrationKeysOf(contexts).map(key => ({ key, integrationName: name }))
    refuseIfRefused(GETTING_READY, await sendNames(client, named))
    await configure(client, contexts, { ...access, callbackUrl })
  })
  await perform(app, actor, work => adoptContexts(work, contexts, { name, callbackUrl }))
  await tellingLinkedInsNo('Reading the state back from LinkedIn', () => readIntegrations(app, actor))
}

async function adoptContexts(
  work: Work,
  contexts: Contexts,
  { name, callbackUrl }: { name: string; callbackUrl: string },
): Promise<void> {
  const before = await work.tx
    .selectFrom('linkedin_access')
    .select(['organization_urn', 'contract_urn', 'left_organization_urn', 'integration_name', 'callback_url'])
    .where('tenant_id', '=', work.tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const isOtherOrganization = isOther(before.organization_urn ?? before.left_organization_urn, contexts.organizationUrn)
  const isSameContract = before.contract_urn === contexts.contractUrn
  // Notify partner, or a second administrator: the same once more is no news.
  const isKnown = before.organization_urn === contexts.organizationUrn && isSameContract
  if (isKnown && before.integration_name === name && before.callback_url === callbackUrl) return
  // What the former company allowed says nothing about this one.
  if (isOtherOrganization) {
    await work.tx.deleteFrom('linkedin_integration').where('tenant_id', '=', work.tenantId).execute()
  } else if (!isSameContract) {
    await work.tx
      .deleteFrom('linkedin_integration')
      .where('tenant_id', '=', work.tenantId)
      .where('integration_type', '=', 'CSA_API')
      .execute()
  }
  if (!isSameContract) {
    await work.tx.deleteFrom('linkedin_seat').where('tenant_id', '=', work.tenantId).execute()
  }
  await work.tx
    .updateTable('linkedin_access')
    .set({
      organization_urn: contexts.organizationUrn,
      contract_urn: contexts.contractUrn,
      left_organization_urn: null,
      left_contract_urn: null,
      integration_name: name,
      callback_url: callbackUrl,
      updated_at: work.now,
    })
    .where('tenant_id', '=', work.tenantId)
    .execute()
  await work.record({
    kind: 'linkedin.requested',
    subject: { kind: 'linkedin', id: work.tenantId },
    // Another company at LinkedIn knows nothing of what was sent to the former one.
    change: { ...contexts, isOtherOrganization },
  })
}

/** JOB_POSTING_VIEWERS is never set: who sees a job in the export box is told by access lists alone. */
async function configure(client: Client, contexts: Contexts, access: Access): Promise<void> {
  const exportKey = integrationKey(contexts, 'ONE_CLICK_EXPORT')
  refuseIfRefused(GETTING_READY, await putConfigurations(client, exportKey, { CALLBACK_URL: access.callbackUrl }))
  await tellViewers(client, integrationKey(contexts, 'IN_ATS_INDICATOR'), access.indicatorViewers)
}

/** The keys came out of a browser: only what LinkedIn itself holds for this application was requested. */
async function refuseUnlessRequested(client: Client, contexts: Contexts): Promise<void> {
  const readings = await getIntegrations(client, integrationKeysOf(contexts))
  if (readings.some(reading => !reading.ok && reading.kind === 'notFound')) throw notRequested()
  const unread = readings.filter(reading => !reading.ok)
  refuseIfRefused('Asking LinkedIn whether the access was requested', unread)
}

function notRequested() {
  return conflict({
    code: 'linkedin.notRequested',
    message:
      'LinkedIn holds no request of this ATS for that company and contract, so nothing was changed. Press Request in LinkedIn’s window on this page, and wait for it to answer.',
  })
}

function readContexts(requested: RequestedContexts): Contexts {
  const parsed = contextsSchema.safeParse(requested)
  if (parsed.success) return { organizationUrn: parsed.data.organization, contractUrn: parsed.data.contract }
  throw invalid({
    code: 'linkedin.unknownContexts',
    message:
      'LinkedIn named no company that can be understood. Close the LinkedIn window and request the access again.',
    errors: parsed.error.issues.map(issue => ({
      field: issue.path.map(String).join('.'),
      message: issue.message,
      code: issue.code,
    })),
  })
}

function isOther(before: string | null, after: string): boolean {
  return before !== null && before !== after
}
