import { type ApplicationKey, applicationKeySchema, applicationSchema } from '@lodestone/rsc/ats-applications'
import { putApplication, removeApplication } from '../../behaviours/ats-applications.ts'
import { answerBatchDelete, answerBatchWrite, compositeKeys } from '../batch.ts'
import { clientIdOf, type Resource, type WireRequest } from '../resource.ts'
import { readRecord } from '../schema-problems.ts'
import { beginIndicatorBatch } from './indicator-access.ts'

const QUOTA_NAME = 'atsApplications'
const keys = compositeKeys(applicationKeySchema)

export const atsApplications: Resource = {
  path: 'atsApplications',
  token: 'child',
  quotaName: QUOTA_NAME,
  methods: {
    batch_update: request =>
      answerBatchWrite(request.call, keys, {
        begin: batch => beginIndicatorBatch(request, QUOTA_NAME, batch),
        write: (key, entity) =>
          putApplication(request.sandbox, placeOf(request, key), readRecord(applicationSchema, entity)),
      }),
    batch_delete: request =>
      answerBatchDelete(request.call, keys, {
        begin: batch => beginIndicatorBatch(request, QUOTA_NAME, batch),
        remove: key => removeApplication(request.sandbox, placeOf(request, key)),
      }),
  },
}

function placeOf(request: WireRequest, { atsJobApplicationId, integrationContext }: ApplicationKey) {
  return { clientId: clientIdOf(request), integrationContext, atsJobApplicationId }
}
