import { integrationKeySchema, integrationNamePatchSchema } from '@lodestone/rsc/ats-integrations'
import { findIntegration, nameIntegration, spellOutKey } from '../../behaviours/integrations.ts'
import { isRequestExpired } from '../../behaviours/pushes.ts'
import type { Integration, IntegrationKey, IntegrationType } from '../../records.ts'
import { Refusal } from '../../refusal.ts'
import { answerBatchGet, answerBatchWrite, compositeKeys, project } from '../batch.ts'
import { answerPage, clientIdOf, type Resource, type WireRequest } from '../resource.ts'
import { readRecord } from '../schema-problems.ts'
import { readParameters } from '../wire-call.ts'

const keys = compositeKeys(integrationKeySchema)
const knownTypes: readonly IntegrationType[] = ['ONE_CLICK_EXPORT', 'IN_ATS_INDICATOR', 'PROFILE_PLUGIN', 'CSA_API']

export const atsIntegrations: Resource = {
  path: 'atsIntegrations',
  token: 'child',
  quotaName: 'atsIntegrations',
  methods: {
    batch_get: request => answerBatchGet(request.call, keys, key => findRecord(request, key)),
    batch_partial_update: request =>
      answerBatchWrite(request.call, keys, {
        begin: () => {},
        write: (key, entity) => {
          const patch = readRecord(integrationNamePatchSchema, entity)
          const { integrationName } = patch.patch.$set
          nameIntegration(request.sandbox, clientIdOf(request), readKnownKey(key), integrationName)
        },
      }),
    'finder request': answerStatusChange,
  },
}

/** Turns a key of the wire into one of ours. Types that RSC does not use have no records here. */
export function readKnownKey(key: { integrationContext: string; integrationType: string }): IntegrationKey {
  const integrationType = knownTypes.find(type => type === key.integrationType)
  if (integrationType === undefined) {
    throw new Refusal(404, 'unknown-integration', 'The integration does not exist: the customer has not requested it.')
  }
  return { integrationContext: key.integrationContext, integrationType }
}

function findRecord(request: WireRequest, key: { integrationContext: string; integrationType: string }) {
  const integrationType = knownTypes.find(type => type === key.integrationType)
  if (integrationType === undefined) return undefined
  const integration = findIntegration(request.sandbox, clientIdOf(request), { ...key, integrationType })
  return integration === undefined ? undefined : describeIntegration(integration)
}

/** What a toggle in Recruiter changed, as it is now. */
function answerStatusChange(request: WireRequest) {
  const requestId = readParameters(request.call).get('requestId') ?? ''
  const change = request.sandbox.store.statusChanges.find(requestId)
  if (change?.clientId !== clientIdOf(request) || isRequestExpired(request.sandbox, change.changedAt)) {
    throw new Refusal(404, 'unknown-request', 'no integration change for this request')
  }
  const records = change.keys.flatMap(key => findIntegration(request.sandbox, change.clientId, key) ?? [])
  return answerPage(
    request,
    records.map(record => project(request.call, describeIntegration(record))),
  )
}

/** Both names of the state field are sent, because no text of LinkedIn's that names it could be read. */
function describeIntegration(integration: Integration) {
  return {
    ...spellOutKey(integration),
    ...(integration.integrationName === null ? {} : { integrationName: integration.integrationName }),
    status: integration.status,
    integrationStatus: integration.status,
  }
}
