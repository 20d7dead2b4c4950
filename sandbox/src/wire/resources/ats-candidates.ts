import {
  type CandidateKey,
  candidateKeySchema,
  candidateLinkPatchSchema,
  candidateSchema,
} from '@lodestone/rsc/ats-candidates'
import { describeCandidate, putCandidate, removeCandidate, setManualMatch } from '../../behaviours/ats-candidates.ts'
import { answerBatchDelete, answerBatchGet, answerBatchWrite, compositeKeys } from '../batch.ts'
import { clientIdOf, type Resource, type WireRequest } from '../resource.ts'
import { readRecord } from '../schema-problems.ts'
import { beginIndicatorBatch, checkIndicatorIsEnabled } from './indicator-access.ts'

const QUOTA_NAME = 'atsCandidates'
const keys = compositeKeys(candidateKeySchema)

export const atsCandidates: Resource = {
  path: 'atsCandidates',
  token: 'child',
  quotaName: QUOTA_NAME,
  methods: {
    batch_update: request =>
      answerBatchWrite(request.call, keys, {
        begin: batch => beginIndicatorBatch(request, QUOTA_NAME, batch),
        write: (key, entity) =>
          putCandidate(request.sandbox, placeOf(request, key), readRecord(candidateSchema, entity)),
      }),
    batch_get: request =>
      answerBatchGet(request.call, keys, key => {
        checkIndicatorIsEnabled(request, key)
        return describeCandidate(request.sandbox, placeOf(request, key))
      }),
    batch_partial_update: request =>
      answerBatchWrite(request.call, keys, {
        begin: batch => beginIndicatorBatch(request, QUOTA_NAME, batch),
        write: (key, entity) => {
          const { $set } = readRecord(candidateLinkPatchSchema, entity).patch
          setManualMatch(request.sandbox, placeOf(request, key), $set?.manualMatchedMember ?? null)
        },
      }),
    batch_delete: request =>
      answerBatchDelete(request.call, keys, {
        begin: batch => beginIndicatorBatch(request, QUOTA_NAME, batch),
        remove: key => removeCandidate(request.sandbox, placeOf(request, key)),
      }),
  },
}

function placeOf(request: WireRequest, { atsCandidateId, integrationContext }: CandidateKey) {
  return { clientId: clientIdOf(request), integrationContext, atsCandidateId }
}
