import { integrationKeySchema } from '@lodestone/rsc/ats-integrations'
import { configurationRecordSchema } from '@lodestone/rsc/integration-configurations'
import { findConfiguration, putConfiguration, removeConfiguration } from '../../behaviours/configurations.ts'
import { answerBatchDelete, answerBatchGet, answerBatchWrite, readPathKey, stringKeys } from '../batch.ts'
import { clientIdOf, type Resource, type WireRequest } from '../resource.ts'
import { readRecord } from '../schema-problems.ts'
import { readKnownKey } from './ats-integrations.ts'

export const configurations: Resource = {
  path: 'atsIntegrations/{}/configurations',
  token: 'child',
  quotaName: 'configurations',
  methods: {
    batch_get: request =>
      answerBatchGet(request.call, stringKeys, name => {
        const place = { ...readIntegrationKey(request), name }
        const configuration = findConfiguration(request.sandbox, clientIdOf(request), place)
        return configuration === undefined ? undefined : { configurationValue: { string: configuration.value } }
      }),
    batch_update: request =>
      answerBatchWrite(request.call, stringKeys, {
        begin: () => {},
        write: (name, entity) => {
          const record = readRecord(configurationRecordSchema, entity)
          const value = record.configurationValue.string
          putConfiguration(request.sandbox, clientIdOf(request), { ...readIntegrationKey(request), name, value })
        },
      }),
    batch_delete: request =>
      answerBatchDelete(request.call, stringKeys, {
        begin: () => {},
        remove: name =>
          removeConfiguration(request.sandbox, clientIdOf(request), { ...readIntegrationKey(request), name }),
      }),
  },
}

function readIntegrationKey(request: WireRequest) {
  return readKnownKey(readPathKey(integrationKeySchema, request.call.segments[1] ?? ''))
}
