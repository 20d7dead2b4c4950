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
    batch_get: request => {
      const key = readIntegrationKey(request)
      return answerBatchGet(request.call, stringKeys, name => {
        const configuration = findConfiguration(request.sandbox, clientIdOf(request), { ...key, name })
        return configuration === undefined ? undefined : { configurationValue: { string: configuration.value } }
      })
    },
    batch_update: request => {
      const key = readIntegrationKey(request)
      return answerBatchWrite(request.call, stringKeys, {
        begin: () => {},
        write: (name, entity) => {
          const record = readRecord(configurationRecordSchema, entity)
          const value = record.configurationValue.string
          putConfiguration(request.sandbox, clientIdOf(request), { ...key, name, value })
        },
      })
    },
    batch_delete: request => {
      const key = readIntegrationKey(request)
      return answerBatchDelete(request.call, stringKeys, {
        begin: () => {},
        remove: name => removeConfiguration(request.sandbox, clientIdOf(request), { ...key, name }),
      })
    },
  },
}

function readIntegrationKey({ call }: WireRequest) {
  return readKnownKey(readPathKey(integrationKeySchema, { call, segment: call.segments[1] ?? '' }))
}
