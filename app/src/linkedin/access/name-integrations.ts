import { nameIntegrations as sendNames } from '@lodestone/rsc/ats-integrations'
import type { RecordVerdict } from '@lodestone/rsc/batch'
import type { Client } from '@lodestone/rsc/client'
import { allProductUsers, deleteConfigurations, putConfigurations } from '@lodestone/rsc/integration-configurations'
import { contractUrnSchema, organizationUrnSchema } from '@lodestone/rsc/urns'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { invalid } from '../../platform/errors.ts'
import { perform } from '../../platform/work.ts'
import type { Access } from './access.queries.ts'
import { getAccess } from './access.queries.ts'
import { clientOf } from './clients.ts'
import { nameOfInstance } from './instance-name.ts'
import type { Contexts } from './integration-keys.ts'
import { integrationKey, integrationKeysOf } from './integration-keys.ts'
import { readIntegrations } from './read-integrations.ts'
import { linkedInSaidNo, refuseUnlessMayManageLinkedIn, tellingLinkedInsNo } from './refusals.ts'

const contextsSchema = z.object({ organization: organizationUrnSchema, contract: contractUrnSchema.nullable() })
export type RequestedContexts = z.input<typeof contextsSchema>

/** Our half of the set-up: what the administrator requested gets a name and an address, and so becomes Partner ready. */
export async function nameIntegrations(app: App, actor: Actor, requested: RequestedContexts): Promise<void> {
  refuseUnlessMayManageLinkedIn(actor)
  const contexts = readContexts(requested)
  const { access, name } = await perform(app, actor, async work => {
    const before = await getAccess(work.tx, work.tenantId)
    const isOtherOrganization = isOther(before.organizationUrn, contexts.organizationUrn)
    // What the former company allowed says nothing about this one.
    if (isOtherOrganization) {
      await work.tx.deleteFrom('linkedin_integration').where('tenant_id', '=', work.tenantId).execute()
    }
    await work.tx
      .updateTable('linkedin_access')
      .set({ organization_urn: contexts.organizationUrn, contract_urn: contexts.contractUrn, updated_at: work.now })
      .where('tenant_id', '=', work.tenantId)
      .execute()
    await work.record({
      kind: 'linkedin.requested',
      subject: { kind: 'linkedin', id: work.tenantId },
      // Another company at LinkedIn knows nothing of what was sent to the former one.
      change: { ...contexts, isOtherOrganization },
    })
    return { access: before, name: await nameOfInstance(work.tx, work.tenantId) }
  })
  await tellingLinkedInsNo('Telling LinkedIn that this ATS is ready', async () => {
    const client = clientOf(app, actor.tenantId, access)
    const named = integrationKeysOf(contexts).map(key => ({ key, integrationName: name }))
    refuseIfRefused(await sendNames(client, named))
    await configure(client, contexts, access)
  })
  await perform(app, actor, work =>
    work.tx
      .updateTable('linkedin_access')
      .set({ integration_name: name, updated_at: work.now })
      .where('tenant_id', '=', work.tenantId)
      .execute(),
  )
  await tellingLinkedInsNo('Reading the state back from LinkedIn', () => readIntegrations(app, actor))
}

/** JOB_POSTING_VIEWERS is never set: who sees a job in the export box is told by access lists alone. */
async function configure(client: Client, contexts: Contexts, access: Access): Promise<void> {
  const exportKey = integrationKey(contexts, 'ONE_CLICK_EXPORT')
  refuseIfRefused(await putConfigurations(client, exportKey, { CALLBACK_URL: access.callbackUrl }))
  const indicatorKey = integrationKey(contexts, 'IN_ATS_INDICATOR')
  if (access.indicatorViewers === 'everyone') {
    refuseIfRefused(await putConfigurations(client, indicatorKey, { APPLICATION_VIEWERS: allProductUsers }))
  } else {
    const verdicts = await deleteConfigurations(client, indicatorKey, ['APPLICATION_VIEWERS'])
    refuseIfRefused(verdicts.filter(verdict => verdict.ok || verdict.kind !== 'notFound'))
  }
}

function refuseIfRefused(verdicts: readonly RecordVerdict<unknown>[]): void {
  const refused = verdicts.find(verdict => !verdict.ok)
  if (refused?.message)
    throw linkedInSaidNo('Telling LinkedIn that this ATS is ready', `LinkedIn says: ${refused.message}`)
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
