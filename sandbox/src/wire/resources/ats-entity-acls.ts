import { entityAclCriteriaSchema, entityAclKeySchema, entityAclRecordSchema } from '@lodestone/rsc/ats-entity-acls'
import { putEntityAcl, removeEntityAcl } from '../../behaviours/acls.ts'
import { answerBatchDelete, answerBatchWrite, compositeKeys } from '../batch.ts'
import { answerPage, clientIdOf, type Resource, type WireRequest } from '../resource.ts'
import { readRecord } from '../schema-problems.ts'
import { beginAclBatch, checkMayUseAcls, readCriteria } from './acl-access.ts'

const keys = compositeKeys(entityAclKeySchema)

export const atsEntityAcls: Resource = {
  path: 'atsEntityAcls',
  token: 'child',
  quotaName: 'atsEntityAcls',
  methods: {
    batch_update: request =>
      answerBatchWrite(request.call, keys, {
        begin: batch => beginAclBatch(request, 'atsEntityAcls', batch),
        write: ({ dataProvider: _, ...key }, entity) => {
          readRecord(entityAclRecordSchema, entity)
          putEntityAcl(request.sandbox, { ...key, clientId: clientIdOf(request) })
        },
      }),
    batch_delete: request =>
      answerBatchDelete(request.call, keys, {
        begin: batch => beginAclBatch(request, 'atsEntityAcls', batch),
        remove: ({ dataProvider: _, ...key }) =>
          removeEntityAcl(request.sandbox, { ...key, clientId: clientIdOf(request) }),
      }),
    'finder criteria': findAcls,
  },
}

/** All lists of one job. */
function findAcls(request: WireRequest) {
  const criteria = readCriteria(request, entityAclCriteriaSchema)
  checkMayUseAcls(request, criteria.integrationContext)
  const acls = request.sandbox.store.entityAcls.list(
    acl =>
      acl.clientId === clientIdOf(request) &&
      acl.integrationContext === criteria.integrationContext &&
      acl.atsEntityType === criteria.atsEntityType &&
      acl.atsEntityId === criteria.atsEntityId,
  )
  return answerPage(
    request,
    acls.map(({ clientId: _, ...acl }) => ({ ...acl, dataProvider: 'ATS' })),
  )
}
